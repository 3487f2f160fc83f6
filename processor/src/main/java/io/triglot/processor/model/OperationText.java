package io.triglot.processor.model;

import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Says whether an operation takes idempotency keys and with what declared errors it fails, for
 * contracts that have no place for it.
 */
public final class OperationText {
  private OperationText() {}

  /** The description of an operation, and below it what else there is to say. */
  public static Doc described(ApiModel model, Operation operation) {
    String errors =
        operation.errors().stream()
            .map(model.errors()::get)
            .filter(Objects::nonNull)
            .map(OperationText::item)
            .collect(Collectors.joining("\n"));
    return operation
        .doc()
        .with(operation.traits().keys().inWords())
        .with(errors.isEmpty() ? "" : "Fails with:\n\n" + errors);
  }

  private static String item(ErrorType error) {
    String doc = error.doc().text().split("(?<=\\.)\\s|\\n\\s*\\n", 2)[0].replaceAll("\\s+", " ");
    return "- `" + error.reason() + "` (" + error.code() + ")" + (doc.isEmpty() ? "" : ": " + doc);
  }
}
