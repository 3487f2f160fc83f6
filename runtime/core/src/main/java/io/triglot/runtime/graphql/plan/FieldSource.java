package io.triglot.runtime.graphql.plan;

import io.triglot.runtime.Access;
import io.triglot.runtime.SharedRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the value of a field comes from, as far as a plan has to know. */
public sealed interface FieldSource {
  /**
   * From the object that the field is on.
   *
   * @param access which callers receive it
   */
  record Property(Reader reader, Access access) implements FieldSource {}

  /**
   * From a method of the object that the field is on.
   *
   * @param access which callers receive it
   */
  record Computed(Method method, Access access) implements FieldSource {}

  /** Calls the method of a field, without side effects. Thread-safe. */
  @FunctionalInterface
  interface Method {
    /** The value of the field for these arguments. */
    @Nullable Object call(
        Object source, Map<String, @Nullable Object> arguments, SharedRequest request)
        throws Exception;
  }

  /** From a batch function, which is called once for many objects. */
  record Batch(BatchQueue queue) implements FieldSource {}

  /** Reads a field off its object, without side effects. Thread-safe. */
  @FunctionalInterface
  interface Reader {
    /** The value of the field. */
    @Nullable Object read(Object source) throws Exception;
  }
}
