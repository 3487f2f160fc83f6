package io.triglot.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A request that calls several operations, as one of GraphQL does. The authenticator is asked once,
 * by the first of them; what it says, or throws, holds for all.
 *
 * <p>Thread-safe.
 */
public final class SharedRequest implements CallRequest {
  private final CallRequest request;
  private final FutureTask<Optional<Caller>> authentication;
  private final Map<String, Integer> called;
  private final int occurrence;
  private final @Nullable Deadline deadline;

  SharedRequest(CallRequest request, Authenticator authenticator) {
    this(
        request,
        new FutureTask<>(() -> authenticator.authenticate(request)),
        new ConcurrentHashMap<>(),
        0,
        null);
  }

  private SharedRequest(
      CallRequest request,
      FutureTask<Optional<Caller>> authentication,
      Map<String, Integer> called,
      int occurrence,
      @Nullable Deadline deadline) {
    this.request = request;
    this.authentication = authentication;
    this.called = called;
    this.occurrence = occurrence;
    this.deadline = deadline;
  }

  /** The request as the next call by this name sees it, which knows its {@link #occurrence}. */
  public SharedRequest next(String name) {
    return new SharedRequest(
        request, authentication, called, called.merge(name, 1, Integer::sum) - 1, deadline);
  }

  /** The same request, all of whose calls have to be answered within this time from now. */
  public SharedRequest within(Duration time) {
    return new SharedRequest(request, authentication, called, occurrence, Deadline.in(time));
  }

  /** What the caller is cleared for. May block. */
  public Clearance clearance() {
    return Clearance.of(caller());
  }

  /**
   * Who calls, as the authenticator says. May block.
   *
   * @throws RuntimeException what the authenticator throws
   */
  Optional<Caller> caller() {
    authentication.run(); // the first time; another thread's first time is waited for
    try {
      return authentication.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallException(Failure.of(StatusCode.CANCELLED, "Interrupted"), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public Protocol protocol() {
    return request.protocol();
  }

  @Override
  public Set<String> headerNames() {
    return request.headerNames();
  }

  @Override
  public Optional<String> header(String name) {
    return request.header(name);
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return request.transport(type);
  }

  @Override
  public int occurrence() {
    return occurrence;
  }

  @Override
  public CallAddress address() {
    return request.address();
  }

  @Override
  public Optional<Duration> timeout() {
    if (deadline == null) {
      return request.timeout();
    }
    Duration remaining = deadline.remaining();
    return Optional.of(
        request.timeout().filter(sooner -> sooner.compareTo(remaining) < 0).orElse(remaining));
  }

  @Override
  public CompletionStage<Void> cancelled() {
    return request.cancelled();
  }
}
