package io.triglot.example;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call that the shop refused, as its client was told: the same on all protocols. */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;
  private final transient Map<String, String> details;
  private final transient List<String> fields;

  CallFailure(
      String code,
      String reason,
      String message,
      Map<String, String> details,
      List<String> fields) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = new TreeMap<>(details);
    this.fields = List.copyOf(fields);
  }

  /** The canonical code. */
  String code() {
    return code;
  }

  /** The constant that a program switches on. */
  String reason() {
    return reason;
  }

  /** What else the error says, as text. */
  Map<String, String> details() {
    return details;
  }

  /** The values of the request that are at fault. */
  List<String> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return code + " " + reason + ": " + getMessage() + " " + details + " " + fields;
  }
}
