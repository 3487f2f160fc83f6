package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.Doc;

/** The user's descriptions as Javadoc of generated code. */
public final class Javadocs {
  private Javadocs() {}

  /** The description as the body of a Javadoc comment; what would end or break it is escaped. */
  public static CodeBlock of(Doc doc) {
    return CodeBlock.of("$L", escape(doc.text()));
  }

  /** Text as it may stand in a Javadoc comment. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;");
  }
}
