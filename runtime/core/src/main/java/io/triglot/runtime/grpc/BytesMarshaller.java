package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Hands messages over as they are on the wire, to and from our own call handlers: they decode after
 * the caller has been authorized, and encode where a failure can still become a status.
 */
enum BytesMarshaller implements Marshaller<byte[]> {
  INSTANCE;

  /**
   * Stands for a compressed message that is larger than the host allows. What is thrown here would
   * reach the client as UNKNOWN.
   */
  static final byte[] TOO_LARGE = {};

  @Override
  public InputStream stream(byte[] message) {
    return new EncodedMessage(message);
  }

  @Override
  public byte[] parse(InputStream stream) {
    try {
      return EncodedMessage.bytesOf(stream);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED) {
        return TOO_LARGE;
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
