package io.triglot.processor.model;

import java.util.List;

/**
 * Fields that identify the objects of a type.
 *
 * @param fields their names, in the order in which they are written
 */
public record EntityKey(List<String> fields) {
  /** Takes a copy. */
  public EntityKey {
    fields = List.copyOf(fields);
  }

  /** The key of a text with blanks between the names. */
  public static EntityKey of(String text) {
    return new EntityKey(names(text));
  }

  /** The names in a text, with blanks between them. */
  public static List<String> names(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** The names, with blanks between them. */
  public String text() {
    return String.join(" ", fields);
  }
}
