package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Line breaks of generated code, which JavaPoet leaves to us. */
final class Layout {
  private static final int TEXT_WIDTH = 64;
  private static final int TOO_WIDE = 1_000;

  private Layout() {}

  /** Links of a call chain, each on a line of its own. */
  static CodeBlock chain(CodeBlock start, List<CodeBlock> links) {
    CodeBlock.Builder chain = CodeBlock.builder().add(start).add("$>$>");
    links.forEach(link -> chain.add("\n").add(link));
    return chain.add("$<$<").build();
  }

  /** Links of a call chain on one line if they fit into a width, else on lines of their own. */
  static CodeBlock chainWithin(int width, CodeBlock start, List<CodeBlock> links) {
    CodeBlock line = CodeBlock.builder().add(start).add(CodeBlock.join(links, "")).build();
    return width(line) <= width ? line : chain(start, links);
  }

  /** A call with one argument, which has a line of its own if the call would not fit. */
  static CodeBlock call(int width, String method, CodeBlock argument) {
    CodeBlock line = CodeBlock.of("$L($L)", method, argument);
    return width(line) <= width ? line : CodeBlock.of("$L(\n$>$>$L$<$<)", method, argument);
  }

  /** A call whose arguments have lines of their own if it would not fit. */
  static CodeBlock arguments(int width, String method, List<CodeBlock> arguments) {
    CodeBlock line = CodeBlock.of("$L($L)", method, CodeBlock.join(arguments, ", "));
    return width(line) <= width
        ? line
        : CodeBlock.of("$L(\n$>$>$L)$<$<", method, CodeBlock.join(arguments, ",\n"));
  }

  /** A string literal, in several lines where it is long. */
  static CodeBlock text(String text) {
    List<CodeBlock> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length() || lines.isEmpty()) {
      int end = lineEnd(text, start);
      lines.add(CodeBlock.of("$S", text.substring(start, end)));
      start = end;
    }
    return lines.size() == 1
        ? lines.get(0)
        : CodeBlock.of("$L$>$>\n+ $L$<$<", lines.get(0), CodeBlock.join(rest(lines), "\n+ "));
  }

  /** The width of code as it reads with all its types imported; great if it has several lines. */
  static int width(CodeBlock code) {
    String text = code.toString();
    return text.contains("\n")
        ? TOO_WIDE
        : text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
            .replaceAll(
                "\\b(?:Scalars|GraphQL(?:NonNull|List|Argument|\\w+Field|\\w+Definition))\\.", "")
            .length();
  }

  private static int lineEnd(String text, int start) {
    int newline = text.indexOf('\n', start);
    int limit = Math.min(text.length(), start + TEXT_WIDTH);
    if (newline >= 0 && newline < limit) {
      return newline + 1;
    }
    if (limit == text.length()) {
      return limit;
    }
    int blank = text.lastIndexOf(' ', limit);
    return blank > start ? blank + 1 : limit;
  }

  private static List<CodeBlock> rest(List<CodeBlock> lines) {
    return lines.subList(1, lines.size());
  }
}
