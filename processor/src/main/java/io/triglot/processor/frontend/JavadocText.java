package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;

/** Turns the text of a doc comment into Markdown. */
final class JavadocText {
  private JavadocText() {}

  static Doc toDoc(String text) {
    return new Doc(
        text.replaceAll("(?m)^ ", "")
            .replaceAll("\\{@(?:code|literal|link|linkplain)\\s+([^}]*)}", "`$1`")
            .replaceAll("\\s*<p>\\s*", "\n\n"));
  }
}
