package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.Doc;
import io.triglot.processor.model.TypeDefinition;
import java.util.Optional;

/** Texts as they stand in SDL (GraphQL specification, section 2.9.4). */
final class SdlText {
  private SdlText() {}

  /**
   * A description without what would be taken for the key of a piece; the same in SDL and in the
   * running schema.
   */
  static String description(Doc doc) {
    return doc.text().replaceAll("(?m)^" + SdlPieces.MARK, " " + SdlPieces.MARK);
  }

  /** The description of a type; SDL has no directive for a type that is deprecated. */
  static Doc typeDoc(TypeDefinition type) {
    return type.deprecation()
        .map(reason -> new Doc(type.doc().text() + "\n\n**Deprecated.** " + reason))
        .orElse(type.doc());
  }

  /** A description as a block string before what it describes; nothing where there is none. */
  static String block(String description, String indent) {
    if (description.isEmpty()) {
      return "";
    }
    String escaped = description.replace("\"\"\"", "\\\"\"\"");
    boolean fitsOneLine =
        !escaped.contains("\n")
            && !escaped.endsWith("\"")
            && !escaped.endsWith("\\")
            && escaped.length() + indent.length() <= 90;
    if (fitsOneLine) {
      return indent + "\"\"\"" + escaped + "\"\"\"\n";
    }
    StringBuilder block = new StringBuilder(indent + "\"\"\"\n");
    escaped.lines().forEach(line -> block.append(line.isBlank() ? "" : indent + line).append('\n'));
    return block + indent + "\"\"\"\n";
  }

  /** The default value behind a type; nothing where there is none. */
  static String otherwise(Optional<DefaultValue> value) {
    return value.map(each -> " = " + each.sdl()).orElse("");
  }

  /** The directive of what is deprecated, after a blank; nothing for the rest. */
  static String deprecated(Optional<String> reason) {
    return reason
        .map(text -> text.isEmpty() ? " @deprecated" : " @deprecated(reason: " + quoted(text) + ")")
        .orElse("");
  }

  /** A text in quotes. */
  static String quoted(String text) {
    return "\""
        + description(new Doc(text))
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
        + "\"";
  }
}
