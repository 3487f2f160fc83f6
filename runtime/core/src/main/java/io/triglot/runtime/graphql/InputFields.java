package io.triglot.runtime.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the fields of an input object, as graphql-java coerced them: what
 * the schema demands is already made sure of. Belongs to one call.
 */
public final class InputFields {
  private final Map<String, @Nullable Object> values;
  private final InputPath path;

  private InputFields(Map<String, @Nullable Object> values, InputPath path) {
    this.values = values;
    this.path = path;
  }

  /** The arguments of a field. */
  static InputFields arguments(Map<String, @Nullable Object> values) {
    return new InputFields(values, InputPath.ROOT);
  }

  /** The fields of an input object that stands at a path. */
  @SuppressWarnings("unchecked") // graphql-java coerces every input object to such a map
  public static InputFields of(Object value, InputPath path) {
    return new InputFields((Map<String, @Nullable Object>) value, path);
  }

  /** Whether the caller gave a value, which may be null, for this name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of this name, which the schema demands. */
  public <T> T required(String name, InputReader<T> reader) {
    Object value = values.get(name);
    if (value == null) {
      throw path.field(name).invalid("must not be null");
    }
    return reader.read(value, path.field(name));
  }

  /** The value of this name; null where it is absent or null. */
  public <T> @Nullable T optional(String name, InputReader<T> reader) {
    Object value = values.get(name);
    return value == null ? null : reader.read(value, path.field(name));
  }
}
