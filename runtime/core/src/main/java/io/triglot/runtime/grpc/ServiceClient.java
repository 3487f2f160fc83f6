package io.triglot.runtime.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.ErrorDescriber;
import io.triglot.runtime.adoption.RequestHeaders;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls a service at another server, with the methods that the service itself has. Generated
 * clients extend it.
 *
 * <p>An error that an operation declares is thrown as the exception that it declares, if that has a
 * constructor which takes nothing but the error's details, a {@code message} and a cause; anything
 * else that goes wrong is a {@link StatusRuntimeException}.
 *
 * <p>A call made while another call is being served, of any protocol, has what is left of that
 * one's deadline, and its trace ({@code traceparent}, {@code tracestate}, {@code baggage}); it is
 * cancelled when that one is. On other threads, say so by {@link #onBehalfOf}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <S> the generated client
 */
public abstract class ServiceClient<S extends ServiceClient<S>> extends AbstractStub<S> {
  private final Channel traced;

  /** Called by generated subclasses. */
  protected ServiceClient(Channel channel, CallOptions options) {
    super(channel, options);
    traced = ClientInterceptors.intercept(channel, CallPropagation.INSTANCE);
  }

  /**
   * A client whose calls have the trace of the call that is being served, and the rest of its
   * deadline.
   *
   * @param context that call; null for whichever is {@linkplain CallContext#served() served} on the
   *     thread of the caller
   */
  public final S onBehalfOf(@Nullable CallContext context) {
    CallOptions options = getCallOptions();
    return build(
        getChannel(),
        context == null ? options : options.withOption(CallPropagation.CAUSE, context));
  }

  /** A client whose calls have these headers. */
  protected final S withHeaders(RequestHeaders headers) {
    Metadata metadata = new Metadata();
    headers
        .fields()
        .forEach(
            (name, value) ->
                metadata.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
    return withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  /**
   * Calls an rpc that takes a message and answers with one, and waits.
   *
   * @param result takes the value out of the response
   * @param errors the errors that the operation declares
   */
  protected final <Q, P, R extends @Nullable Object> R blockingCall(
      MethodDescriptor<Q, P> method,
      Q request,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    try {
      return result.apply(ClientCalls.blockingUnaryCall(traced, method, getCallOptions(), request));
    } catch (StatusRuntimeException failure) {
      throw ServiceClient.<RuntimeException>asUnchecked(remote(errors).restored(failure));
    }
  }

  /** Calls an rpc that takes a message and answers with one. */
  protected final <Q, P, R extends @Nullable Object> CompletionStage<R> asyncCall(
      MethodDescriptor<Q, P> method,
      Q request,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    return SingleResponse.of(
        newCall(method), new Requests<>(request, null), result, remote(errors));
  }

  /** Calls, once it is subscribed to, an rpc that takes a message and answers with a stream. */
  protected final <Q, P, R> Flow.Publisher<R> streamingCall(
      MethodDescriptor<Q, P> method,
      Q request,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    CallOptions options = caused();
    return new ResponseStream<>(
        () -> traced.newCall(method, options),
        new Requests<>(request, null),
        result,
        remote(errors));
  }

  /**
   * Calls an rpc that takes a stream and answers with a message, and waits.
   *
   * @param opening the first message, if it has arguments
   * @param elements the values to stream
   * @param encoding makes a message of a value
   */
  protected final <Q, P, E, R extends @Nullable Object> R blockingClientStreamingCall(
      MethodDescriptor<Q, P> method,
      @Nullable Q opening,
      Flow.Publisher<E> elements,
      Function<E, byte[]> encoding,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    SingleResponse<byte[], P, R> response =
        SingleResponse.of(
            newCall(bytes(method)),
            requests(method, opening, elements, encoding),
            result,
            remote(errors));
    try {
      return response.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.cancel(true);
      throw Status.CANCELLED.withDescription("Interrupted").withCause(e).asRuntimeException();
    } catch (ExecutionException e) {
      throw ServiceClient.<RuntimeException>asUnchecked(e.getCause());
    }
  }

  /** Calls an rpc that takes a stream and answers with a message. */
  protected final <Q, P, E, R extends @Nullable Object> CompletionStage<R> clientStreamingCall(
      MethodDescriptor<Q, P> method,
      @Nullable Q opening,
      Flow.Publisher<E> elements,
      Function<E, byte[]> encoding,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    return SingleResponse.of(
        newCall(bytes(method)),
        requests(method, opening, elements, encoding),
        result,
        remote(errors));
  }

  /** Calls, once it is subscribed to, an rpc that takes a stream and answers with one. */
  protected final <Q, P, E, R> Flow.Publisher<R> bidirectionalCall(
      MethodDescriptor<Q, P> method,
      @Nullable Q opening,
      Flow.Publisher<E> elements,
      Function<E, byte[]> encoding,
      Function<? super P, ? extends R> result,
      ErrorDescriber<?>... errors) {
    CallOptions options = caused();
    return new ResponseStream<>(
        () -> traced.newCall(bytes(method), options),
        requests(method, opening, elements, encoding),
        result,
        remote(errors));
  }

  private <Q, P> ClientCall<Q, P> newCall(MethodDescriptor<Q, P> method) {
    return traced.newCall(method, getCallOptions());
  }

  /** The options of a call that is made later, on whatever thread. */
  private CallOptions caused() {
    CallContext cause = CallPropagation.cause(getCallOptions());
    return cause == null
        ? getCallOptions()
        : getCallOptions().withOption(CallPropagation.CAUSE, cause);
  }

  private static <Q, P> MethodDescriptor<byte[], P> bytes(MethodDescriptor<Q, P> method) {
    return method.toBuilder(BytesMarshaller.INSTANCE, method.getResponseMarshaller()).build();
  }

  private static <Q, E> Requests<byte[]> requests(
      MethodDescriptor<Q, ?> method,
      @Nullable Q opening,
      Flow.Publisher<E> elements,
      Function<E, byte[]> encoding) {
    byte[] first =
        opening == null ? null : RequestMarshaller.of(method).messages().toRequestBytes(opening);
    return new Requests<>(first, new MappedPublisher<>(elements, encoding, failure -> failure));
  }

  private RemoteErrors remote(ErrorDescriber<?>... errors) {
    return new RemoteErrors(new DeclaredExceptions(List.of(errors)), this::undeclared);
  }

  /** What a status is thrown as that stands for no declared error. */
  Throwable undeclared(StatusRuntimeException status) {
    return status;
  }

  /** Throws what the generated method declares, which may be checked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asUnchecked(@Nullable Throwable failure) throws X {
    throw (X) failure;
  }
}
