package io.triglot.processor.model;

import java.util.List;

/**
 * What a field is in a JSON object.
 *
 * @param name the name that is written, and read
 * @param aliases further names that are read
 * @param type the field's type, in the form that its values have in JSON
 * @param inclusion which values are left out
 */
public record JsonMember(String name, List<String> aliases, TypeRef type, JsonInclusion inclusion) {

  /** Takes a copy of the list. */
  public JsonMember {
    aliases = List.copyOf(aliases);
  }

  /** A member that is always there. */
  public static JsonMember of(String name, TypeRef type) {
    return new JsonMember(name, List.of(), type, JsonInclusion.ALWAYS);
  }
}
