package io.triglot.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One value of a request that is not acceptable.
 *
 * @param field the path of the value as the caller wrote it, such as {@code order.items[3].price};
 *     empty for the request as a whole
 * @param description what is wrong with the value and what was expected
 */
public record FieldViolation(String field, String description) {
  /** Refuses null components. */
  public FieldViolation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(description, "description");
  }

  /** The two as members of an object. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("field", field);
    members.put("description", description);
    return members;
  }
}
