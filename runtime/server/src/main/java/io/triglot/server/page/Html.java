package io.triglot.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A piece of an HTML document. Whatever is put into one is escaped where it is written, so there is
 * no way to forget it. Immutable.
 */
sealed interface Html {
  /** Elements that have no content and no end tag. */
  Set<String> VOID = Set.of("input", "link", "meta", "wbr");

  /** Writes the piece with all that it contains. */
  void write(StringBuilder out);

  /** Text between tags. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      escape(text, out);
    }
  }

  /** An element with its attributes, which are written in the order of their names. */
  record Element(String name, Map<String, String> attributes, List<Html> content) implements Html {

    /** The same element with one more attribute. */
    Element with(String attribute, String value) {
      Map<String, String> more = new TreeMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, content);
    }

    /** The same element with more at the end of its content. */
    Element add(List<? extends Html> more) {
      List<Html> all = new ArrayList<>(content);
      all.addAll(more);
      return new Element(name, attributes, List.copyOf(all));
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach(
          (attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value, out);
            out.append('"');
          });
      out.append('>');
      content.forEach(piece -> piece.write(out));
      if (!VOID.contains(name)) {
        out.append("</").append(name).append('>');
      }
    }
  }

  /**
   * A description in Markdown (CommonMark), as the user's doc comments were made. HTML in it is
   * shown as it is written, and a link that could run a script leads nowhere.
   */
  record Markdown(String markdown) implements Html {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
        HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    @Override
    public void write(StringBuilder out) {
      RENDERER.render(PARSER.parse(markdown), out);
    }
  }

  /** Text. */
  static Html text(String text) {
    return new Text(text);
  }

  /** An element with content. */
  static Element element(String name, Html... content) {
    return new Element(name, Map.of(), List.of(content));
  }

  /** An element with text in it. */
  static Element element(String name, String text) {
    return element(name, text(text));
  }

  /** A link. */
  static Element link(String target, String text) {
    return element("a", text).with("href", "." + target);
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
