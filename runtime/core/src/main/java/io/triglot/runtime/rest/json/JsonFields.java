package io.triglot.runtime.rest.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object that callers can ask for. Immutable and thread-safe. */
public final class JsonFields {
  /** What is in each; nothing for what is no object. An object may be inside of itself. */
  private final Map<String, Supplier<@Nullable JsonFields>> members;

  private JsonFields(Map<String, Supplier<@Nullable JsonFields>> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /** The members of these names, of which none is an object. */
  public static JsonFields of(String... names) {
    Map<String, Supplier<@Nullable JsonFields>> members = new LinkedHashMap<>();
    for (String name : names) {
      members.put(name, () -> null);
    }
    return new JsonFields(members);
  }

  /** The same with a member that is an object, or a list of objects. */
  public JsonFields with(String name, Supplier<@Nullable JsonFields> fields) {
    Map<String, Supplier<@Nullable JsonFields>> more = new LinkedHashMap<>(members);
    more.put(name, fields);
    return new JsonFields(more);
  }

  Set<String> names() {
    return members.keySet();
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** What is in a member; null where it is no object. */
  @Nullable JsonFields in(String name) {
    Supplier<@Nullable JsonFields> fields = members.get(name);
    return fields == null ? null : fields.get();
  }
}
