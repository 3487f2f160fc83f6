package io.triglot.processor.model;

import java.util.List;

/**
 * What a field is called in JSON.
 *
 * @param name the name that is written, and read
 * @param aliases further names that are read
 */
public record JsonName(String name, List<String> aliases) {

  /** Takes a copy of the list. */
  public JsonName {
    aliases = List.copyOf(aliases);
  }

  /** A name without aliases. */
  public static JsonName of(String name) {
    return new JsonName(name, List.of());
  }
}
