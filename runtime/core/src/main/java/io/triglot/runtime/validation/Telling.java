package io.triglot.runtime.validation;

import io.triglot.runtime.FieldViolation;
import jakarta.validation.ConstraintViolation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides how much a caller is told of what is wrong. On gRPC it travels in a header, and those of
 * a response have room for 8 KiB together; a request may have a thousand wrong values.
 */
final class Telling {
  private static final int MAX_BYTES = 4_000;
  private static final int MAX_MESSAGE = 500;

  /** The same order on every protocol, whatever values are called there. */
  static final Comparator<ConstraintViolation<Object>> ORDER =
      Comparator.<ConstraintViolation<Object>, String>comparing(
              violation -> violation.getPropertyPath().toString())
          .thenComparing(ConstraintViolation::getMessage);

  private Telling() {}

  /** All of them, for those who run the server. */
  static String text(List<ConstraintViolation<Object>> violations) {
    return violations.stream()
        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
        .collect(Collectors.joining(", "));
  }

  /**
   * The first of the violations, the same ones whatever values are called.
   *
   * @param paths what the value at fault is called
   */
  static List<FieldViolation> of(
      List<ConstraintViolation<Object>> violations,
      Function<ConstraintViolation<Object>, String> paths) {
    List<FieldViolation> told = new ArrayList<>();
    int room = MAX_BYTES;
    for (ConstraintViolation<Object> violation : violations) {
      String message = abbreviated(violation.getMessage());
      room -= bytes(violation.getPropertyPath().toString()) + bytes(message);
      if (room < 0 && !told.isEmpty()) {
        break;
      }
      told.add(new FieldViolation(paths.apply(violation), message));
    }
    return told.stream().distinct().toList();
  }

  private static String abbreviated(String text) {
    return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE) + "…";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
