package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tree of JSON as YAML 1.2, in block style: one member or element a line. What reads as anything
 * but text without quotes stands in those of JSON, which are those of YAML. The runtime has the
 * same class, so that neither needs a library for it.
 */
final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_/$](?:[A-Za-z0-9_./{}()$*+,;' -]*[A-Za-z0-9_./{}()$*+;'-])?");
  private static final Pattern WORD = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");
  private static final Pattern BLOCK =
      Pattern.compile("(?!\\s)(?:[^\\p{Cc}\\x{2028}\\x{2029}\\x{FEFF}]|\n)+(?<!\\s)");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** The text of a tree, with a line end at its end. */
  static String of(JsonNode tree) {
    YamlText text = new YamlText();
    text.write(tree, 0);
    return text.out.substring(text.out.charAt(0) == '\n' || text.out.charAt(0) == ' ' ? 1 : 0);
  }

  /** Writes what stands behind a colon: on the same line, or on lines of their own. */
  private void write(JsonNode node, int indent) {
    if (node.isObject() && !node.isEmpty()) {
      out.append('\n');
      writeMembers(node, indent, false);
    } else if (node.isArray() && !node.isEmpty()) {
      out.append('\n');
      for (JsonNode element : node) {
        indent(indent).append('-');
        if (element.isObject() && !element.isEmpty()) {
          out.append(' ');
          writeMembers(element, indent + 1, true);
        } else {
          write(element, indent + 1);
        }
      }
    } else {
      out.append(' ').append(node.isTextual() ? text(node.asText(), indent) : scalar(node));
      out.append('\n');
    }
  }

  private void writeMembers(JsonNode object, int indent, boolean begun) {
    boolean first = begun;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      out.append(line(member.getKey())).append(':');
      write(member.getValue(), indent + 1);
    }
  }

  private StringBuilder indent(int depth) {
    return out.append("  ".repeat(depth));
  }

  /** Numbers, flags and null are written as in JSON, and so is what is empty. */
  private static String scalar(JsonNode node) {
    return node.toString();
  }

  /** Text of several lines is a literal block. */
  private static String text(String value, int indent) {
    if (value.indexOf('\n') < 0 || !BLOCK.matcher(value).matches()) {
      return line(value);
    }
    String margin = "\n" + "  ".repeat(indent);
    return "|-" + (margin + value.replace("\n", margin)).replaceAll(margin + "(?=\n)", "\n");
  }

  private static String line(String value) {
    return PLAIN.matcher(value).matches() && !WORD.matcher(value).matches() ? value : quoted(value);
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    new String(JsonStringEncoder.getInstance().quoteAsString(value))
        .chars()
        .forEach(
            each -> {
              if (each >= 0x7f && each < 0xa0
                  || each == 0x2028
                  || each == 0x2029
                  || each == 0xfeff) {
                quoted.append("\\u%04x".formatted(each));
              } else {
                quoted.append((char) each);
              }
            });
    return quoted.append('"').toString();
  }
}
