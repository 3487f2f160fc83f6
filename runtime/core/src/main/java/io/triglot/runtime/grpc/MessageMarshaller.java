package io.triglot.runtime.grpc;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.triglot.runtime.Clearance;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Java type as a protobuf message and reads it back. Each message of an API has one
 * generated subclass.
 *
 * <p>As a {@link MethodDescriptor.Marshaller} it works with every host and client of grpc-java; as
 * a {@link FieldCodec} it is the encoding of fields that have the message as their type. Immutable
 * and thread-safe.
 *
 * @param <T> the Java type of the message
 */
public abstract class MessageMarshaller<T>
    implements MethodDescriptor.Marshaller<T>, FieldCodec<T> {

  /** Called by generated subclasses. */
  protected MessageMarshaller() {}

  /**
   * Writes the fields of a message, the last one first: the writer fills its buffer from the end.
   *
   * @throws WireFormatException when a value has no protobuf form
   */
  protected abstract void write(WireWriter out, T message);

  /**
   * Reads the fields of a message up to the reader's limit.
   *
   * @param previous the message that the same field had before, whose fields stay where the bytes
   *     do not say otherwise
   * @throws WireFormatException when the bytes are not such a message
   */
  protected abstract T read(WireReader in, @Nullable T previous);

  /** The name of a field in the paths of errors; its number where the message has no such field. */
  protected abstract String fieldName(int number);

  /**
   * A message as bytes, without the fields that only clients send, and of those that are guarded
   * with what everybody may receive.
   *
   * @throws WireFormatException when a value has no protobuf form
   */
  public final byte[] toBytes(T message) {
    return toBytes(message, Clearance.ANONYMOUS);
  }

  /** The same, with what a caller with this clearance may receive. */
  final byte[] toBytes(T message, Clearance receiver) {
    return toBytes(message, out -> out.clearedFor(receiver));
  }

  /**
   * A message as the bytes of a request, with the fields that only clients send.
   *
   * @throws WireFormatException when a value has no protobuf form
   */
  public final byte[] toRequestBytes(T message) {
    return toBytes(message, WireWriter::forRequest);
  }

  private byte[] toBytes(T message, UnaryOperator<WireWriter> purpose) {
    WireWriter out = WireWriters.borrow();
    try {
      purpose.apply(out).writeFields(this, message);
      return out.toByteArray();
    } finally {
      WireWriters.giveBack(out);
    }
  }

  /**
   * A message from bytes that anybody may have sent.
   *
   * @throws WireFormatException when the bytes are not such a message, or have a field that not
   *     everybody may send
   */
  public final T fromBytes(byte[] bytes) {
    return fromBytes(bytes, Clearance.ANONYMOUS);
  }

  /** The same, from a caller with this clearance. */
  final T fromBytes(byte[] bytes, Clearance sender) {
    return new WireReader(bytes, sender).readFields(this, null);
  }

  /** The message as a stream of known length that knows how to write itself in one go. */
  @Override
  public final InputStream stream(T message) {
    return new EncodedMessage(toBytes(message));
  }

  /**
   * Reads a message from the transport, on behalf of a client: a server may know constants of an
   * enum that we do not. A field with such a constant is the enum's {@code UNSPECIFIED} where it
   * declares that, else null; in a list, set or map it is left out. So is a union of whose members
   * it has one that we do not know.
   *
   * @throws io.grpc.StatusRuntimeException with INTERNAL when the bytes are not such a message. Our
   *     own server never parses here, but after authorization, where the fault becomes
   *     INVALID_ARGUMENT.
   */
  @Override
  public final T parse(InputStream stream) {
    try {
      return WireReader.tolerant(EncodedMessage.bytesOf(stream)).readFields(this, null);
    } catch (IOException | WireFormatException e) {
      throw Status.INTERNAL.withDescription(e.getMessage()).withCause(e).asRuntimeException();
    }
  }

  @Override
  public final int wireType() {
    return WireType.LEN;
  }

  @Override
  public final void encode(WireWriter out, T message) {
    int end = out.size();
    out.writeFields(this, message);
    out.varint32(out.size() - end);
  }

  @Override
  public final T decode(WireReader in, @Nullable T previous) {
    return in.readMessage(this, previous);
  }

  @Override
  public final T absent() {
    return fromBytes(new byte[0]);
  }
}
