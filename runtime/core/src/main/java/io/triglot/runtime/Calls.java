package io.triglot.runtime;

import io.triglot.runtime.CallObserver.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The policy chain that every call walks on every protocol, in one fixed order: observers,
 * authenticate, authorize, bind and validate, deadline, interceptors, the user's method; and
 * whatever is thrown on the way leaves as a {@link CallException}.
 *
 * <p>Three ways in, one for each form of result: a value, a {@link CompletionStage}, a {@link
 * Flow.Publisher}. Immutable and thread-safe.
 */
public final class Calls {
  private final CallPolicy policy;
  private final FailureMapper failures;
  private final CallValidator validator;
  private final OpenCalls open = new OpenCalls();

  Calls(CallPolicy policy, FailureMapper failures) {
    this(policy, failures, CallValidator.none());
  }

  /**
   * A chain.
   *
   * @param validator judges the arguments of fields that no operation answers
   */
  Calls(CallPolicy policy, FailureMapper failures, CallValidator validator) {
    this.policy = policy;
    this.failures = failures;
    this.validator = validator;
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
      Observations observed = observe(operation, request);
      T result = answer(operation, request, observed, body);
      observed.end(null);
      return result;
    } finally {
      open.end();
    }
  }

  /**
   * A call whose method returns content that is still to be written: it ends when that has been
   * written, or is discarded.
   *
   * @return a response whose content is to be written or discarded
   * @throws CallException when the call fails before there is one
   */
  public <T extends Download.Response<T>> T download(
      OperationDescriptor operation, CallRequest request, Body<T> body) {
    open.begin();
    try {
      Observations observed = observe(operation, request);
      T response = answer(operation, request, observed, body);
      return response.delivering(
          content ->
              content.within(
                  failure -> failures.exception(operation, failure).failure(), observed, open));
    } catch (CallException failure) {
      open.end();
      throw failure;
    }
  }

  private <T extends @Nullable Object> T answer(
      OperationDescriptor operation, CallRequest request, Observations observed, Body<T> body) {
    T result = run(operation, observed, () -> body.run(policy.admit(operation, request, observed)));
    observed.answered(result);
    return result;
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
    Observations observed = observe(operation, request);
    CompletionStage<T> stage;
    try {
      stage =
          run(
              operation,
              observed,
              () -> {
                Call call = policy.admit(operation, request, observed).ofStage();
                return call.cancellation()
                    .limit(Objects.requireNonNull(body.run(call), "null instead of a stage"));
              });
    } catch (CallException failure) {
      open.end();
      throw failure;
    }
    return stage
        .exceptionallyCompose(
            failure -> {
              throw failures.exception(operation, unwrap(failure));
            })
        .whenComplete(
            (value, failure) -> {
              if (failure == null) {
                observed.answered(value);
                observed.end(null);
              } else {
                observed.end(((CallException) unwrap(failure)).failure());
              }
              open.end();
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
    open.begin();
    Observations observed = observe(operation, request);
    try {
      return run(
          operation,
          observed,
          () -> {
            Call call = policy.admit(operation, request, observed);
            Flow.Publisher<T> publisher =
                Objects.requireNonNull(body.run(call), "null instead of a publisher");
            return subscriber ->
                subscribe(
                    publisher,
                    new OpenStream<>(
                        subscriber,
                        failure -> failures.exception(operation, failure),
                        call.deadline(),
                        call.cancellation(),
                        observed,
                        open),
                    observed);
          });
    } finally {
      open.end();
    }
  }

  /**
   * Lets the observers see a request that makes several calls.
   *
   * @return what is to be told of it; the calls are made within its scope
   */
  public CallObserver.Observation observe(DocumentDescriptor document, CallRequest request) {
    return Observations.begin(
        policy.observers(), observer -> observer.beginDocument(document, request));
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

  /** The same request for several calls, of which only the first asks the authenticator. */
  public SharedRequest shared(CallRequest request) {
    return request instanceof SharedRequest known
        ? known
        : new SharedRequest(request, policy.authenticator());
  }

  /**
   * Does something in the course of a request, inside of interceptors.
   *
   * @param operation what they are told it is
   */
  public <T extends @Nullable Object> T intercepted(
      List<CallInterceptor> interceptors,
      OperationDescriptor operation,
      SharedRequest request,
      Callable<T> action)
      throws Exception {
    CallContext context =
        new AdmittedContext(
            operation,
            request,
            request.caller(),
            Optional.empty(),
            failure -> {},
            new Cancellation(request, Optional.empty()),
            OperationValidator.NONE);
    return CallPolicy.intercepted(interceptors, context, action, List.of(), Optional.empty(), false)
        .call();
  }

  /**
   * What judges the arguments of a field that a method of a type answers.
   *
   * @param field what is told of it, its arguments by the method's parameters
   * @throws IllegalStateException when the type has no such method
   */
  public FieldValidator fieldValidator(
      OperationDescriptor field, Class<?> type, String method, Class<?>... parameters) {
    try {
      return validator.bindField(
          new BoundOperation(
              field, type, type.getMethod(method, parameters), false, InputNames.JAVA));
    } catch (NoSuchMethodException gone) {
      throw new IllegalStateException(
          field.id() + " was compiled with another " + type.getName() + ". Compile it again.",
          gone);
    }
  }

  /** Whether a call of the operation may block the thread on which it arrives. */
  public boolean mayBlock(OperationDescriptor operation) {
    return operation.blocking() || policy.authenticator().blocking();
  }

  private Observations observe(OperationDescriptor operation, CallRequest request) {
    return Observations.begin(policy.observers(), observer -> observer.begin(operation, request));
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private <T extends @Nullable Object> T run(
      OperationDescriptor operation, Observations observed, Callable<T> call) {
    try (Scope scope = observed.enter()) {
      return call.call();
    } catch (Throwable failure) {
      CallException mapped = failures.exception(operation, failure);
      observed.end(mapped.failure());
      throw mapped;
    }
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static <T> void subscribe(
      Flow.Publisher<T> publisher, OpenStream<T> stream, Observations observed) {
    try (Scope scope = observed.enter()) {
      publisher.subscribe(stream);
    }
  }

  private static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
