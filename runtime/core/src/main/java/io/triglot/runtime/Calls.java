package io.triglot.runtime;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The policy chain that every call walks on every protocol, in one fixed order: authenticate,
 * authorize, bind and validate, the user's method; and whatever is thrown on the way leaves as a
 * {@link CallException}.
 *
 * <p>Three ways in, one for each form of result: a value, a {@link CompletionStage}, a {@link
 * Flow.Publisher}. Immutable and thread-safe.
 */
public final class Calls {
  private final Authenticator authenticator;
  private final ArgumentValidator validator;
  private final FailureMapper failures;
  private final OpenCalls open = new OpenCalls();

  Calls(Authenticator authenticator, ArgumentValidator validator, FailureMapper failures) {
    this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
    this.validator = Objects.requireNonNull(validator, "validator");
    this.failures = Objects.requireNonNull(failures, "failures");
  }

  /**
   * Binds the arguments of an authorized call and goes on with {@link Call#proceed}.
   *
   * @param <T> what the user's method returns
   */
  @FunctionalInterface
  public interface Body<T extends @Nullable Object> {
    /** Binds, proceeds, and gives what the method gave. */
    T run(Call call) throws Exception;
  }

  /**
   * A call whose method returns its value.
   *
   * @throws CallException whenever the call fails
   */
  public <T extends @Nullable Object> T call(
      OperationDescriptor operation, CallRequest request, Body<T> body) {
    open.begin();
    try {
      return run(operation, request, body);
    } finally {
      open.end();
    }
  }

  /**
   * A call whose method returns a stage.
   *
   * @return a stage that fails with nothing but {@link CallException}
   * @throws CallException when the call fails before there is a stage
   */
  public <T extends @Nullable Object> CompletionStage<T> callAsync(
      OperationDescriptor operation, CallRequest request, Body<CompletionStage<T>> body) {
    open.begin();
    CompletionStage<T> stage;
    try {
      stage =
          run(
              operation,
              request,
              call -> Objects.requireNonNull(body.run(call), "null instead of a stage"));
    } catch (CallException failure) {
      open.end();
      throw failure;
    }
    return stage
        .whenComplete((value, failure) -> open.end())
        .exceptionallyCompose(
            failure -> {
              throw failures.exception(operation.id(), unwrap(failure));
            });
  }

  /**
   * A call whose method returns a publisher.
   *
   * @return a publisher that fails with nothing but {@link CallException}
   * @throws CallException when the call fails before there is a publisher
   */
  public <T> Flow.Publisher<T> stream(
      OperationDescriptor operation, CallRequest request, Body<Flow.Publisher<T>> body) {
    Flow.Publisher<T> publisher =
        call(
            operation,
            request,
            call -> Objects.requireNonNull(body.run(call), "null instead of a publisher"));
    return subscriber ->
        publisher.subscribe(
            new OpenStream<>(
                subscriber, failure -> failures.exception(operation.id(), failure), open));
  }

  /**
   * What leaves when something fails on behalf of a call but outside of its body, such as the
   * writing of a result.
   *
   * @param place where, for the log
   */
  public CallException failure(String place, Throwable error) {
    return failures.exception(place, error);
  }

  /** The calls that are being served, for a host that wants to stop in peace. */
  public OpenCalls open() {
    return open;
  }

  private <T extends @Nullable Object> T run(
      OperationDescriptor operation, CallRequest request, Body<T> body) {
    try {
      return body.run(admit(operation, request));
    } catch (Throwable failure) {
      throw failures.exception(operation.id(), failure);
    }
  }

  private Call admit(OperationDescriptor operation, CallRequest request) {
    Optional<Caller> caller = authenticator.authenticate(request);
    authorize(operation.access(), caller);
    return new Call(new AdmittedContext(operation, request, caller), validator);
  }

  private static void authorize(Access access, Optional<Caller> caller) {
    switch (access.level()) {
      case OPEN -> {}
      case AUTHENTICATED -> requireCaller(caller);
      case ROLES -> {
        if (requireCaller(caller).roles().stream().noneMatch(access.roles()::contains)) {
          throw Failure.of(StatusCode.PERMISSION_DENIED, "Permission denied").asException();
        }
      }
      case DENIED ->
          throw Failure.of(StatusCode.PERMISSION_DENIED, "Permission denied").asException();
    }
  }

  private static Caller requireCaller(Optional<Caller> caller) {
    return caller.orElseThrow(
        () -> Failure.of(StatusCode.UNAUTHENTICATED, "Authentication required").asException());
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private record AdmittedContext(
      OperationDescriptor operation, CallRequest request, Optional<Caller> caller)
      implements CallContext {}
}
