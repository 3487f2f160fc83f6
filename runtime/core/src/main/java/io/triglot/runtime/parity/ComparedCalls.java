package io.triglot.runtime.parity;

import io.triglot.runtime.CallContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of a compared interface: answered by the primary, handed to the candidate afterwards.
 * Whatever goes wrong with that is none of the caller's matter.
 *
 * @param sample whether the next call is to be compared
 */
record ComparedCalls(
    Object primary,
    Object candidate,
    ComparedMethods methods,
    BooleanSupplier sample,
    Candidates candidates)
    implements InvocationHandler {
  private static final Logger log = LoggerFactory.getLogger(ComparedCalls.class);

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Question question =
        methods.nameOf(method).map(name -> sampled(name, method, arguments)).orElse(null);
    if (question == null) {
      return call(primary, method, arguments);
    }
    Object result;
    try {
      result = call(primary, method, arguments);
    } catch (Throwable failure) {
      ask(question, Outcomes.failed(failure));
      throw failure;
    }
    if (result instanceof CompletionStage<?> stage) {
      stage.whenComplete(
          (value, failure) ->
              ask(question, failure == null ? new Outcome.Value(value) : Outcomes.failed(failure)));
    } else {
      ask(question, new Outcome.Value(result));
    }
    return result;
  }

  /**
   * What the candidate is to be asked.
   *
   * @param cause the call that was served, on whose behalf it is asked
   */
  private record Question(
      String operation,
      Method method,
      @Nullable Object @Nullable [] arguments,
      Optional<EndedCall> cause) {
    static Question of(String operation, Method method, @Nullable Object @Nullable [] arguments) {
      @Nullable Object @Nullable [] kept = arguments == null ? null : arguments.clone();
      for (int i = 0; kept != null && i < kept.length; i++) {
        if (kept[i] instanceof CallContext call) {
          kept[i] = EndedCall.of(call);
        }
      }
      return new Question(operation, method, kept, CallContext.served().map(EndedCall::of));
    }

    @Nullable Object put(Object candidate) throws Exception {
      try {
        return call(candidate, method, arguments);
      } catch (Exception | Error known) {
        throw known;
      } catch (Throwable other) {
        throw new IllegalStateException(other);
      }
    }
  }

  /** What to ask the candidate; null where this call is not compared. */
  private @Nullable Question sampled(
      String operation, Method method, @Nullable Object @Nullable [] arguments) {
    try {
      return sample.getAsBoolean() ? Question.of(operation, method, arguments) : null;
    } catch (RuntimeException | LinkageError bug) {
      log.warn("A call of {} could not be compared", operation, bug);
      return null;
    }
  }

  private void ask(Question question, Outcome answer) {
    try {
      Callable<@Nullable Object> call = () -> question.put(candidate);
      candidates.ask(
          question.operation(),
          answer,
          question.cause().isEmpty()
              ? call
              : () -> CallContext.onBehalfOf(question.cause().get(), call));
    } catch (RuntimeException | LinkageError bug) {
      log.warn("A call of {} could not be compared", question.operation(), bug);
    }
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
