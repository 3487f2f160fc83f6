package io.triglot.runtime.validation;

import io.triglot.runtime.BoundOperation;
import io.triglot.runtime.MappingSubscriber;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The constraints on what a method returns. Immutable and thread-safe. */
final class ResultConstraints {
  private final ExecutableValidator validator;
  private final Method method;
  private final Later later;
  private final Class<?>[] groups;
  private final boolean present;

  ResultConstraints(
      ExecutableValidator validator, BoundOperation operation, MethodDescriptor constraints) {
    this.validator = validator;
    this.method = operation.method();
    this.later = Later.of(method.getReturnType());
    this.groups = operation.descriptor().groups().toArray(new Class<?>[0]);
    this.present =
        constraints.hasConstrainedReturnValue()
            || holdsConstrained(constraints.getReturnValueDescriptor());
  }

  /** Whether there are constraints on elements; the descriptor of a method does not count these. */
  static boolean holdsConstrained(ContainerDescriptor container) {
    return !container.getConstrainedContainerElementTypes().isEmpty();
  }

  /**
   * What the method has returned, or a stage or publisher that judges what comes of it.
   *
   * @param instance whose method it is
   * @throws InvalidResultException when the constraints are not met
   */
  @SuppressWarnings("unchecked") // a stage for a stage, and a publisher for a publisher
  <T extends @Nullable Object> T judged(Object instance, T result) {
    if (!present) {
      return result;
    }
    if (result instanceof CompletionStage<?> stage) {
      return (T) judged(instance, stage);
    }
    if (result instanceof Flow.Publisher<?> publisher) {
      return (T) judged(instance, publisher);
    }
    judge(instance, result);
    return result;
  }

  private <V> CompletionStage<V> judged(Object instance, CompletionStage<V> stage) {
    CompletableFuture<V> judged =
        stage
            .thenApply(
                value -> {
                  judge(instance, later.holding(value));
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

  private <V> Flow.Publisher<V> judged(Object instance, Flow.Publisher<V> publisher) {
    return subscriber ->
        publisher.subscribe(
            new MappingSubscriber<V, V>(
                subscriber,
                element -> {
                  judge(instance, later.holding(element));
                  return element;
                }));
  }

  private void judge(Object instance, @Nullable Object returned) {
    Set<ConstraintViolation<Object>> violations =
        validator.validateReturnValue(instance, method, returned, groups);
    if (!violations.isEmpty()) {
      throw new InvalidResultException(
          "The result is invalid: "
              + Telling.text(violations.stream().sorted(Telling.ORDER).toList()));
    }
  }
}
