package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Hands messages over as they are on the wire, to and from our own call handlers: they decode after
 * the caller has been authorized, and encode where a failure can still become a status.
 */
enum BytesMarshaller implements Marshaller<byte[]> {
  INSTANCE;

  @Override
  public InputStream stream(byte[] message) {
    return new EncodedMessage(message);
  }

  @Override
  public byte[] parse(InputStream stream) {
    try {
      return EncodedMessage.bytesOf(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
