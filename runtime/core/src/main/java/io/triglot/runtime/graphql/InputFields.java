package io.triglot.runtime.graphql;

import io.triglot.runtime.Access;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.SharedRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the fields of an input object, as graphql-java coerced them: what
 * the schema demands is already made sure of. Belongs to one call.
 */
public final class InputFields {
  private final Map<String, @Nullable Object> values;
  private final InputPath path;
  private final FieldValidator validator;

  private InputFields(
      Map<String, @Nullable Object> values, InputPath path, FieldValidator validator) {
    this.values = values;
    this.path = path;
    this.validator = validator;
  }

  /** The arguments of a field in a request. */
  static InputFields arguments(Map<String, @Nullable Object> values, SharedRequest request) {
    return arguments(values, request, FieldValidator.NONE);
  }

  /** The arguments of a field that a method of a type answers. */
  static InputFields arguments(
      Map<String, @Nullable Object> values, SharedRequest request, FieldValidator validator) {
    return new InputFields(values, InputPath.root(request::clearance), validator);
  }

  /** The fields of an input object that stands at a path. */
  @SuppressWarnings("unchecked") // graphql-java coerces every input object to such a map
  public static InputFields of(Object value, InputPath path) {
    return new InputFields((Map<String, @Nullable Object>) value, path, FieldValidator.NONE);
  }

  /** Whether the caller gave a value, which may be null, for this name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * These fields, if the caller may send the one of this name, which is guarded, or does not.
   *
   * @throws io.triglot.runtime.CallException with {@code PERMISSION_DENIED} or {@code
   *     UNAUTHENTICATED}, and the path
   */
  public InputFields guarded(String name, Access access) {
    if (has(name)) {
      path.field(name).require(access);
    }
    return this;
  }

  /**
   * Judges the arguments of a method that is about to be called.
   *
   * @param source the object whose method it is
   * @param parameters the bound arguments of all its parameters
   * @throws io.triglot.runtime.CallException with {@code INVALID_ARGUMENT} and the paths
   */
  public void check(Object source, @Nullable Object... parameters) {
    List<FieldViolation> violations = validator.arguments(source, parameters);
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations).asException();
    }
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
