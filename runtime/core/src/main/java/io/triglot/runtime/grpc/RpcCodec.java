package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor;
import io.triglot.runtime.Call;
import io.triglot.runtime.Clearance;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes the request of an rpc and encodes its response. */
record RpcCodec<Q, P>(MessageMarshaller<Q> request, MessageMarshaller<P> response) {

  /** The codec of a method, whose marshallers are generated ones. */
  static <Q, P> RpcCodec<Q, P> of(MethodDescriptor<Q, P> method) {
    return new RpcCodec<>(
        RequestMarshaller.of(method).messages(),
        (MessageMarshaller<P>) method.getResponseMarshaller());
  }

  /**
   * The request of a call.
   *
   * @throws io.triglot.runtime.CallException with INVALID_ARGUMENT and the field's path when the
   *     bytes are no such message, with another code when they have what the caller may not send
   */
  Q decode(byte[] message, Call call) {
    return decode(request, message, call.clearance());
  }

  /**
   * A message of a request.
   *
   * @throws io.triglot.runtime.CallException with INVALID_ARGUMENT and the field's path when the
   *     bytes are no such message, with another code when they have what the sender may not send
   */
  static <M> M decode(MessageMarshaller<M> marshaller, byte[] message, Clearance sender) {
    try {
      return marshaller.fromBytes(message, sender);
    } catch (WireFormatException e) {
      throw e.failure().asException();
    }
  }

  /**
   * What makes the bytes of a result. It throws {@link WireFormatException} where a result has no
   * protobuf form, which is a bug of the service.
   *
   * @param message makes the response message of a result
   */
  <R extends @Nullable Object> Answers.Encoding<R> encoding(Function<? super R, P> message) {
    return (result, receiver) -> response.toBytes(message.apply(result), receiver);
  }
}
