package io.triglot.runtime.adoption;

import io.triglot.runtime.CallContext;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of an adopted resource, each at the instance that is provided for the call.
 * Generated adapters use it. Immutable and thread-safe.
 *
 * @param <T> the resource class
 */
public final class ResourceCalls<T> {
  private final ResourceProvider<T> resources;
  private final RequestTarget target;

  /** Calls the resources of a provider. */
  public ResourceCalls(ResourceProvider<T> resources) {
    this(resources, RequestTarget.UNKNOWN);
  }

  private ResourceCalls(ResourceProvider<T> resources, RequestTarget target) {
    this.resources = resources;
    this.target = target;
  }

  /**
   * Calls the resources of a provider that are injected with something of their request.
   *
   * @param members what is injected so, such as {@code tenant (@PathParam)}
   * @throws IllegalStateException where the provider has no request to inject from
   */
  public static <T> ResourceCalls<T> injected(ResourceProvider<T> resources, String... members) {
    if (!(resources instanceof RequestResourceProvider)) {
      throw new IllegalStateException(
          "These members are injected from a request, which their provider has none of: "
              + String.join(", ", members)
              + ". Let Jersey make the resource (JerseyResources), or make them parameters");
    }
    return new ResourceCalls<>(resources);
  }

  /** The same for a call that would be this request on REST. */
  public ResourceCalls<T> at(RequestTarget requested) {
    return new ResourceCalls<>(resources, requested);
  }

  private ResourceLease<T> acquire(CallContext context) throws Exception {
    return resources instanceof RequestResourceProvider<T> injecting
        ? injecting.acquire(context, target)
        : resources.acquire(context);
  }

  private ResourceCall<T> start(CallContext context, ResourceLease<T> lease) {
    return new ResourceCall<>(context, lease, target);
  }

  /**
   * A resource method.
   *
   * @param <T> the resource class
   * @param <R> what it returns
   */
  @FunctionalInterface
  public interface Method<T, R extends @Nullable Object> {
    /** Calls it at the instance of a call. */
    R call(ResourceCall<T> call) throws Exception;
  }

  /**
   * A resource method that returns nothing.
   *
   * @param <T> the resource class
   */
  @FunctionalInterface
  public interface VoidMethod<T> {
    /** Calls it at the instance of a call. */
    void call(ResourceCall<T> call) throws Exception;
  }

  /** A method that returns its value. */
  public <R extends @Nullable Object> R call(CallContext context, Method<T, R> method)
      throws Exception {
    ResourceLease<T> lease = acquire(context);
    try {
      return lease.attached(() -> method.call(start(context, lease)));
    } finally {
      lease.release();
    }
  }

  /** A method that returns nothing. */
  public void run(CallContext context, VoidMethod<T> method) throws Exception {
    this.<Boolean>call(
        context,
        call -> {
          method.call(call);
          return true;
        });
  }

  /** A method that returns a stage: the instance is given back when that is complete. */
  public <R extends @Nullable Object> CompletionStage<R> callAsync(
      CallContext context, Method<T, CompletionStage<R>> method) throws Exception {
    ResourceLease<T> lease = acquire(context);
    Runnable release = once(lease);
    try {
      CompletionStage<R> stage = lease.attached(() -> method.call(start(context, lease)));
      stage.whenComplete((value, failure) -> release.run());
      return stage;
    } catch (Throwable failure) {
      release.run();
      throw failure;
    }
  }

  /** A method that returns a publisher: the instance is given back when its stream is over. */
  public <R> Flow.Publisher<R> stream(CallContext context, Method<T, Flow.Publisher<R>> method)
      throws Exception {
    ResourceLease<T> lease = acquire(context);
    Runnable release = once(lease);
    try {
      Flow.Publisher<R> publisher = lease.attached(() -> method.call(start(context, lease)));
      return subscriber -> publisher.subscribe(new ReleasingSubscriber<>(subscriber, release));
    } catch (Throwable failure) {
      release.run();
      throw failure;
    }
  }

  private static Runnable once(ResourceLease<?> lease) {
    AtomicBoolean released = new AtomicBoolean();
    return () -> {
      if (released.compareAndSet(false, true)) {
        lease.release();
      }
    };
  }
}
