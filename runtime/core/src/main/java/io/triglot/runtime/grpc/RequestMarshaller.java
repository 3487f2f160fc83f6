package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor;
import java.io.InputStream;

/** Writes the messages of requests, with the fields that only clients send. */
record RequestMarshaller<T>(MessageMarshaller<T> messages)
    implements MethodDescriptor.Marshaller<T> {

  /** That of a method whose marshallers are generated ones. */
  static <T> RequestMarshaller<T> of(MethodDescriptor<T, ?> method) {
    return (RequestMarshaller<T>) method.getRequestMarshaller();
  }

  @Override
  public InputStream stream(T message) {
    return new EncodedMessage(messages.toRequestBytes(message));
  }

  @Override
  public T parse(InputStream stream) {
    return messages.parse(stream);
  }
}
