package io.triglot.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees every call from its beginning to its end, refused ones too: for metrics, traces and access
 * logs. It cannot change a call; that is what a {@link CallInterceptor} does.
 *
 * <p>Implementations are thread-safe and do not block. What they throw is logged and does not touch
 * the call.
 */
@FunctionalInterface
public interface CallObserver {
  /**
   * A call has arrived. Nothing of it is authenticated or bound yet.
   *
   * @return what is to be told of it from now on
   */
  Observation begin(OperationDescriptor operation, CallRequest request);

  /**
   * A GraphQL document is about to be executed, or has been found invalid. The calls that its
   * fields make begin and end before it ends, each on its own.
   *
   * @return what is to be told of it from now on
   */
  default Observation beginDocument(DocumentDescriptor document, CallRequest request) {
    return failure -> {};
  }

  /** One call, or one document, under observation. */
  @FunctionalInterface
  interface Observation {
    /**
     * It has ended: once, on any thread. A stream ends with its last signal.
     *
     * @param failure what the caller was told, of a document the gravest; null for success
     */
    void end(@Nullable Failure failure);

    /** It has turned out who calls, which may not be enough. Anonymous calls are not told. */
    default void identified(Caller caller) {}

    /**
     * A part of it begins on this thread: authentication, the method itself, the work of its
     * publisher. There are several such parts, on several threads.
     *
     * @return closed on the same thread when the part ends
     */
    default Scope enter() {
      return Scope.NONE;
    }

    /**
     * A call that answers once has been answered; its end follows.
     *
     * @param response what leaves in the protocol's own form: an {@code HttpResponse} on REST, the
     *     result on GraphQL, the bytes of the message on gRPC
     */
    default void answered(@Nullable Object response) {}

    /**
     * The headers that calls to other servers carry on its behalf, such as {@code traceparent};
     * empty for those that its caller sent.
     */
    default Map<String, String> traceHeaders() {
      return Map.of();
    }
  }

  /** The time that a part of a call takes on a thread. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {
    /** Nothing to do at the end. */
    Scope NONE = () -> {};

    /** The part ends. */
    @Override
    void close();
  }
}
