package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a caller was told, in a form that is the same for all protocols.
 *
 * @param code the canonical code, {@code OK} for a call that succeeded
 * @param reason the constant that a program switches on
 * @param message the sentence for a developer
 * @param details the other properties of the error as text, strings as they are and the rest as
 *     JSON; an incident's id, which is a new one each time, as {@link #INCIDENT}
 * @param fields the values of the request that are at fault
 */
record Answer(
    String code,
    String reason,
    String message,
    SortedMap<String, String> details,
    List<String> fields) {

  /** Stands for the id of any incident. */
  static final String INCIDENT = "(an incident's id)";

  /** A call that succeeded. */
  static final Answer OK = new Answer("OK", "", "", new TreeMap<>(), List.of());

  Answer {
    details = new TreeMap<>(details);
    details.computeIfPresent("incident", (name, id) -> isUuid(id) ? INCIDENT : id);
    fields = List.copyOf(fields);
  }

  /** What a failure of our model is to look like. */
  static Answer of(Failure failure) {
    SortedMap<String, String> details = new TreeMap<>();
    failure
        .details()
        .forEach((name, value) -> details.put(name, text(Json.MAPPER.valueToTree(value))));
    return new Answer(
        failure.code().name(),
        failure.reason(),
        failure.message(),
        details,
        failure.violations().stream().map(FieldViolation::field).toList());
  }

  /**
   * What an object of JSON tells.
   *
   * @param standard the members that are not details
   */
  static Answer of(JsonNode error, String message, Set<String> standard) {
    SortedMap<String, String> details = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : error.properties()) {
      if (!standard.contains(member.getKey())) {
        details.put(member.getKey(), text(member.getValue()));
      }
    }
    if (error.path("details").isObject()) { // those that are named like members of the standard
      details.remove("details");
      error
          .get("details")
          .properties()
          .forEach(each -> details.put(each.getKey(), text(each.getValue())));
    }
    return new Answer(
        error.path("code").asText(),
        error.path("reason").asText(),
        message,
        details,
        error.path("violations").findValuesAsText("field"));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static boolean isUuid(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    String told = code;
    if (!reason.isEmpty() && !reason.equals(code)) {
      told += " " + reason;
    }
    if (!message.isEmpty()) {
      told += " \"" + message + "\"";
    }
    if (!details.isEmpty()) {
      told += " " + details;
    }
    return fields.isEmpty() ? told : told + " at " + fields;
  }
}
