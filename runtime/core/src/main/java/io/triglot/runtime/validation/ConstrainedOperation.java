package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.OperationValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.MethodDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the calls of an operation whose method has constraints. Immutable and thread-safe. */
final class ConstrainedOperation implements OperationValidator {
  private final ExecutableValidator validator;
  private final BoundOperation operation;
  private final MethodParameters parameters;
  private final Class<?>[] groups;
  private final boolean judgesArguments;
  private final boolean judgesStream;
  private final ResultConstraints results;

  ConstrainedOperation(
      ExecutableValidator validator, BoundOperation operation, MethodDescriptor constraints) {
    this.validator = validator;
    this.operation = operation;
    parameters = MethodParameters.of(operation);
    groups = operation.descriptor().groups().toArray(new Class<?>[0]);
    judgesArguments =
        constraints.hasConstrainedParameters()
            || constraints.getParameterDescriptors().stream()
                .anyMatch(ResultConstraints::holdsConstrained);
    judgesStream =
        constraints.getParameterDescriptors().stream()
            .anyMatch(
                each ->
                    parameters.isStream(each.getIndex())
                        && ResultConstraints.holdsConstrained(each));
    results = new ResultConstraints(validator, operation, constraints);
  }

  @Override
  public List<FieldViolation> arguments(CallContext call, @Nullable Object[] arguments) {
    if (!judgesArguments) {
      return List.of();
    }
    @Nullable Object[] values = parameters.values(call, arguments);
    List<ConstraintViolation<Object>> violations = violations(values, false);
    if (violations.isEmpty()) {
      return List.of();
    }
    List<ConstraintViolation<Object>> ofParents =
        operation.batch() ? violations.stream().filter(parameters::isOfFirst).toList() : List.of();
    if (!ofParents.isEmpty()) {
      throw new InvalidResultException("The parents are invalid: " + Telling.text(ofParents));
    }
    InputPaths paths = new InputPaths(operation, call.protocol(), parameters, values, "");
    return Telling.of(violations, paths::of);
  }

  @Override
  public List<FieldViolation> streamed(CallContext call, String name, Object value) {
    if (!judgesStream) {
      return List.of();
    }
    InputPaths paths =
        new InputPaths(operation, call.protocol(), parameters, parameters.streamed(value), name);
    return Telling.of(violations(parameters.holding(value), true), paths::of);
  }

  /**
   * What is wrong with these values.
   *
   * @param streamed whether only with what the caller streams, or only with everything else
   */
  private List<ConstraintViolation<Object>> violations(
      @Nullable Object[] values, boolean streamed) {
    return validator
        .validateParameters(operation.instance(), operation.method(), values, groups)
        .stream()
        .filter(violation -> parameters.isStream(violation) == streamed)
        .sorted(Telling.ORDER)
        .toList();
  }

  @Override
  public <T extends @Nullable Object> T result(T result) {
    return results.judged(operation.instance(), result);
  }
}
