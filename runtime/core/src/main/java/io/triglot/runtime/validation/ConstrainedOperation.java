package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.MappingSubscriber;
import io.triglot.runtime.OperationValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the calls of an operation whose method has constraints. Immutable and thread-safe. */
final class ConstrainedOperation implements OperationValidator {
  /** The same order on every protocol, whatever values are called there. */
  private static final Comparator<ConstraintViolation<Object>> ORDER =
      Comparator.<ConstraintViolation<Object>, String>comparing(
              violation -> violation.getPropertyPath().toString())
          .thenComparing(ConstraintViolation::getMessage);

  private final ExecutableValidator validator;
  private final BoundOperation operation;
  private final MethodParameters parameters;
  private final Class<?>[] groups;
  private final boolean judgesArguments;
  private final boolean judgesStream;
  private final boolean judgesResult;

  ConstrainedOperation(
      ExecutableValidator validator, BoundOperation operation, MethodDescriptor constraints) {
    this.validator = validator;
    this.operation = operation;
    parameters = MethodParameters.of(operation);
    groups = operation.descriptor().groups().toArray(new Class<?>[0]);
    judgesArguments =
        constraints.hasConstrainedParameters()
            || constraints.getParameterDescriptors().stream()
                .anyMatch(ConstrainedOperation::holdsConstrained);
    judgesStream =
        constraints.getParameterDescriptors().stream()
            .anyMatch(each -> parameters.isStream(each.getIndex()) && holdsConstrained(each));
    judgesResult =
        constraints.hasConstrainedReturnValue()
            || holdsConstrained(constraints.getReturnValueDescriptor());
  }

  /** Whether there are constraints on elements; the descriptor of a method does not count these. */
  private static boolean holdsConstrained(ContainerDescriptor container) {
    return !container.getConstrainedContainerElementTypes().isEmpty();
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
    if (operation.batch()) {
      throw new InvalidResultException("The parents are invalid: " + text(violations));
    }
    InputPaths paths = new InputPaths(operation, call.protocol(), parameters, values, "");
    return Telling.of(violations, paths::of);
  }

  @Override
  public List<FieldViolation> streamed(CallContext call, String name, Object value) {
    if (!judgesStream) {
      return List.of();
    }
    @Nullable Object[] values = parameters.values(new SingleElement<>(value));
    InputPaths paths = new InputPaths(operation, call.protocol(), parameters, values, name);
    return Telling.of(violations(values, true), paths::of);
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
        .sorted(ORDER)
        .toList();
  }

  @Override
  @SuppressWarnings("unchecked") // a stage for a stage, and a publisher for a publisher
  public <T extends @Nullable Object> T result(T result) {
    if (!judgesResult) {
      return result;
    }
    if (result instanceof CompletionStage<?> stage) {
      return (T) judged(stage);
    }
    if (result instanceof Flow.Publisher<?> publisher) {
      return (T) judged(publisher);
    }
    judge(result);
    return result;
  }

  private <V> CompletionStage<V> judged(CompletionStage<V> stage) {
    CompletableFuture<V> judged =
        stage
            .thenApply(
                value -> {
                  judge(CompletableFuture.completedFuture(value));
                  return value;
                })
            .toCompletableFuture();
    judged.whenComplete(
        (value, failure) -> {
          if (judged.isCancelled()) {
            stage.toCompletableFuture().cancel(true);
          }
        });
    return judged;
  }

  private <V> Flow.Publisher<V> judged(Flow.Publisher<V> publisher) {
    return subscriber ->
        publisher.subscribe(
            new MappingSubscriber<V, V>(
                subscriber,
                element -> {
                  judge(new SingleElement<>(element));
                  return element;
                }));
  }

  private void judge(@Nullable Object returned) {
    Set<ConstraintViolation<Object>> violations =
        validator.validateReturnValue(operation.instance(), operation.method(), returned, groups);
    if (!violations.isEmpty()) {
      throw new InvalidResultException(
          "The result is invalid: " + text(violations.stream().sorted(ORDER).toList()));
    }
  }

  private static String text(List<ConstraintViolation<Object>> violations) {
    return violations.stream()
        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
        .collect(Collectors.joining(", "));
  }
}
