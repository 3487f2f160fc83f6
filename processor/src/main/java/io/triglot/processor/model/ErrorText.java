package io.triglot.processor.model;

import java.util.Objects;
import java.util.stream.Collectors;

/** Says with what declared errors an operation fails, for contracts that have no place for it. */
public final class ErrorText {
  private ErrorText() {}

  /** The description of an operation, and below it a list of its declared errors. */
  public static Doc described(ApiModel model, Operation operation) {
    String errors =
        operation.errors().stream()
            .map(model.errors()::get)
            .filter(Objects::nonNull)
            .map(ErrorText::item)
            .collect(Collectors.joining("\n"));
    return operation.doc().with(errors.isEmpty() ? "" : "Fails with:\n\n" + errors);
  }

  private static String item(ErrorType error) {
    String doc = error.doc().text().split("(?<=\\.)\\s|\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ");
    return "- `" + error.reason() + "` (" + error.code() + ")" + (doc.isEmpty() ? "" : ": " + doc);
  }
}
