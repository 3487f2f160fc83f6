package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.FieldValidator;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.Protocol;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.executable.ExecutableValidator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the arguments of a method of a type. Immutable and thread-safe. */
final class ConstrainedField implements FieldValidator {
  private final ExecutableValidator validator;
  private final BoundOperation field;
  private final MethodParameters parameters;

  ConstrainedField(ExecutableValidator validator, BoundOperation field) {
    this.validator = validator;
    this.field = field;
    parameters = MethodParameters.of(field);
  }

  @Override
  public List<FieldViolation> arguments(Object source, @Nullable Object[] arguments) {
    List<ConstraintViolation<Object>> violations =
        validator.validateParameters(source, field.method(), arguments).stream()
            .sorted(Telling.ORDER)
            .toList();
    InputPaths paths = new InputPaths(field, Protocol.GRAPHQL, parameters, arguments, "");
    return Telling.of(violations, paths::of);
  }
}
