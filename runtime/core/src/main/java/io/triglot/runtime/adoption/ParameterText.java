package io.triglot.runtime.adoption;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of parameters as the text that JAX-RS makes them of. */
public final class ParameterText {
  private ParameterText() {}

  /** The text of a value: none of null, one of each element where there are several. */
  public static Stream<String> of(@Nullable Object value) {
    if (value == null) {
      return Stream.empty();
    }
    if (value instanceof Optional<?> optional) {
      return optional.stream().flatMap(ParameterText::of);
    }
    if (value instanceof Collection<?> several) {
      return several.stream().flatMap(ParameterText::of);
    }
    if (value instanceof Object[] several) {
      return Stream.of(several).flatMap(ParameterText::of);
    }
    return Stream.of(value instanceof Enum<?> constant ? constant.name() : value.toString());
  }
}
