package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;

/** The method descriptors of rpcs, by what a call does. For generated code. */
public final class RpcMethods {
  private RpcMethods() {}

  /** A unary rpc that changes nothing. */
  public static <Q, P> MethodDescriptor<Q, P> query(
      String service, String name, MessageMarshaller<Q> request, MessageMarshaller<P> response) {
    return method(MethodType.UNARY, service, name, request, response)
        .setSafe(true)
        .setIdempotent(true)
        .build();
  }

  /** A unary rpc that may change something. */
  public static <Q, P> MethodDescriptor<Q, P> mutation(
      String service, String name, MessageMarshaller<Q> request, MessageMarshaller<P> response) {
    return method(MethodType.UNARY, service, name, request, response).build();
  }

  /** An rpc that answers with a stream. */
  public static <Q, P> MethodDescriptor<Q, P> subscription(
      String service, String name, MessageMarshaller<Q> request, MessageMarshaller<P> response) {
    return method(MethodType.SERVER_STREAMING, service, name, request, response).build();
  }

  /** An rpc that takes a stream. */
  public static <Q, P> MethodDescriptor<Q, P> clientStreaming(
      String service, String name, MessageMarshaller<Q> request, MessageMarshaller<P> response) {
    return method(MethodType.CLIENT_STREAMING, service, name, request, response).build();
  }

  /** An rpc that takes a stream and answers with one. */
  public static <Q, P> MethodDescriptor<Q, P> bidirectional(
      String service, String name, MessageMarshaller<Q> request, MessageMarshaller<P> response) {
    return method(MethodType.BIDI_STREAMING, service, name, request, response).build();
  }

  private static <Q, P> MethodDescriptor.Builder<Q, P> method(
      MethodType type,
      String service,
      String name,
      MessageMarshaller<Q> request,
      MessageMarshaller<P> response) {
    return MethodDescriptor.newBuilder(new RequestMarshaller<>(request), response)
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name))
        .setSampledToLocalTracing(true);
  }
}
