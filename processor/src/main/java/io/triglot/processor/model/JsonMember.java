package io.triglot.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What a field is in a JSON object.
 *
 * @param name the name that is written, and read
 * @param aliases further names that are read
 * @param type the field's type, in the form that its values have in JSON
 * @param inclusion which values are left out
 * @param unwrapped where the object's members stand in place of the field, what their names have
 *     around them
 */
public record JsonMember(
    String name,
    List<String> aliases,
    TypeRef type,
    JsonInclusion inclusion,
    Optional<Affixes> unwrapped) {

  /** Takes a copy of the list. */
  public JsonMember {
    aliases = List.copyOf(aliases);
  }

  /** What stands before and behind a name. */
  public record Affixes(String prefix, String suffix) {
    /** The name between them. */
    public String around(String name) {
      return prefix + name + suffix;
    }
  }

  /** A member that is always there. */
  public static JsonMember of(String name, TypeRef type) {
    return new JsonMember(name, List.of(), type, JsonInclusion.ALWAYS, Optional.empty());
  }

  /** The same member in another form. */
  public JsonMember withType(TypeRef other) {
    return new JsonMember(name, aliases, other, inclusion, unwrapped);
  }

  /** The same member as one of an object that is unwrapped. */
  public JsonMember within(Affixes affixes) {
    return new JsonMember(
        affixes.around(name),
        aliases.stream().map(affixes::around).toList(),
        type,
        inclusion,
        unwrapped);
  }
}
