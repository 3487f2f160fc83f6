package io.triglot.runtime.grpc;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** A message in its protobuf form, on its way to or from the transport. */
final class EncodedMessage extends ByteArrayInputStream implements Drainable, KnownLength {
  EncodedMessage(byte[] bytes) {
    super(bytes);
  }

  @Override
  public int drainTo(OutputStream target) throws IOException {
    int length = available();
    target.write(buf, pos, length);
    pos = count;
    return length;
  }

  /** The rest of a stream, without a copy where it is in memory as it is. */
  static byte[] bytesOf(InputStream stream) throws IOException {
    if (stream instanceof EncodedMessage message && message.pos == 0) {
      message.pos = message.count;
      return message.buf;
    }
    if (stream instanceof KnownLength) {
      byte[] message = new byte[stream.available()];
      int read = stream.readNBytes(message, 0, message.length);
      return read == message.length ? message : Arrays.copyOf(message, read);
    }
    return stream.readAllBytes(); // which takes a buffer of many times a small message
  }
}
