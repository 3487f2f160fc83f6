package io.triglot.runtime.idempotency;

import io.triglot.runtime.CallException;
import io.triglot.runtime.CallInterceptor.Invocation;
import io.triglot.runtime.DeclaredErrors;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A call that came with a key, for a store to make or to answer. */
public final class IdempotentCall {
  /** The reason of a call whose key stands for another one: 422 on REST. */
  static final String REUSED = "IDEMPOTENCY_KEY_REUSED";

  /** What another try may change: such failures are no answers. */
  private static final Set<StatusCode> TRANSIENT =
      EnumSet.of(StatusCode.CANCELLED, StatusCode.ABORTED, StatusCode.RESOURCE_EXHAUSTED);

  private final IdempotencyKey key;
  private final String fingerprint;
  private final Invocation invocation;

  IdempotentCall(IdempotencyKey key, Invocation invocation) {
    this.key = key;
    this.fingerprint = Fingerprint.of(invocation.arguments());
    this.invocation = invocation;
  }

  /** Under which its answer is remembered. */
  public IdempotencyKey key() {
    return key;
  }

  /** A digest of its arguments, in hexadecimal: 64 characters. */
  public String fingerprint() {
    return fingerprint;
  }

  /**
   * Makes the call, which may be done once.
   *
   * @return complete where the method blocks. Fails where the call comes to no answer: a bug, a
   *     deadline, whatever another try may change
   */
  public CompletionStage<Answer> make() {
    try {
      Object result = invocation.call();
      return invocation.asynchronous()
          ? ((CompletionStage<?>) result)
              .<Answer>thenApply(Answer.Result::new)
              .exceptionallyCompose(IdempotentCall::answer)
          : CompletableFuture.completedStage(new Answer.Result(result));
    } catch (Exception failure) {
      return answer(failure);
    }
  }

  /** What to fail with where the key is remembered of another call. */
  public CallException reused() {
    return new Failure(
            StatusCode.INVALID_ARGUMENT,
            REUSED,
            "The idempotency key was used for a call with other arguments",
            List.of(),
            Map.of())
        .asException();
  }

  /** What to fail with while the call is being made already. */
  public CallException inUse() {
    return new Failure(
            StatusCode.ABORTED,
            "IDEMPOTENCY_KEY_IN_USE",
            "A call with this idempotency key is still being answered",
            List.of(),
            Map.of("retryAfter", "PT1S"))
        .asException();
  }

  private static CompletionStage<Answer> answer(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable failure = thrown instanceof CompletionException && cause != null ? cause : thrown;
    return DeclaredErrors.failure(failure)
        .filter(IdempotentCall::isFinal)
        .map(declared -> CompletableFuture.<Answer>completedStage(new Answer.Refusal(declared)))
        .orElseGet(() -> CompletableFuture.failedStage(failure));
  }

  private static boolean isFinal(Failure failure) {
    return !failure.code().isServerFault() && !TRANSIENT.contains(failure.code());
  }

  /** What an answer means for the method's caller. */
  static @Nullable Object value(Answer answer) {
    if (answer instanceof Answer.Refusal refusal) {
      throw refusal.failure().asException();
    }
    return ((Answer.Result) answer).value();
  }
}
