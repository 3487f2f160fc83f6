package io.triglot.runtime.grpc;

import io.triglot.runtime.Call;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.Failure;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the messages that a client streams. Immutable and thread-safe.
 *
 * @param <S> what a handler receives for the stream
 * @param <E> the type of a streamed value
 */
public final class StreamCodec<S, E> {
  private final String name;
  private final boolean opened;
  private final BiFunction<byte[], Clearance, E> element;
  private final Beginning<S, E> beginning;

  private StreamCodec(
      String name,
      boolean opened,
      BiFunction<byte[], Clearance, E> element,
      Beginning<S, E> beginning) {
    this.name = name;
    this.opened = opened;
    this.element = element;
    this.beginning = beginning;
  }

  /**
   * A stream each of whose messages has one value.
   *
   * @param name the name of the field that has the value; empty where it is the message itself
   * @param element takes the value out of a message
   */
  public static <M, E> StreamCodec<Flow.Publisher<E>, E> of(
      String name, MessageMarshaller<M> messages, Function<M, E> element) {
    return new StreamCodec<>(
        name,
        false,
        (bytes, sender) -> element.apply(RpcCodec.decode(messages, bytes, sender)),
        (none, stream, sender) -> stream);
  }

  /**
   * A stream whose first message has the operation's other arguments, and perhaps a value.
   *
   * @param name the name of the field that has the values
   * @param openings reads the first message
   * @param first takes the value out of the first message; null if there is none
   * @param messages reads the other messages, in which nothing but the value counts
   * @param element takes the value out of one of them
   */
  public static <Q, M, E> StreamCodec<OpenedStream<Q, E>, E> opened(
      String name,
      MessageMarshaller<Q> openings,
      Function<Q, @Nullable E> first,
      MessageMarshaller<M> messages,
      Function<M, @Nullable E> element) {
    return new StreamCodec<>(
        name,
        true,
        (bytes, sender) -> required(name, element.apply(RpcCodec.decode(messages, bytes, sender))),
        (bytes, stream, sender) -> {
          Q opening = RpcCodec.decode(openings, bytes, sender);
          E value = first.apply(opening);
          if (value != null && !isEmpty(value)) {
            stream.add(value);
          }
          return new OpenedStream<>(opening, stream);
        });
  }

  /** Whether the method is called with the first message, and not before it. */
  boolean opened() {
    return opened;
  }

  /** Decodes a message after the first, or any where none is special. */
  BiFunction<byte[], Clearance, E> element() {
    return element;
  }

  /** What the handler receives. The message is the first one, and has no bytes where none is. */
  S begin(byte[] message, RequestStream<E> stream, Call call) {
    call.receives(stream);
    stream.admit(call.clearance(), value -> call.checkStreamed(name, value));
    return beginning.begin(message, stream, call.clearance());
  }

  /** Makes what a handler receives out of a first message. */
  @FunctionalInterface
  private interface Beginning<S, E> {
    S begin(byte[] message, RequestStream<E> stream, Clearance sender);
  }

  private static <E> E required(String name, @Nullable E value) {
    if (value == null) {
      throw Failure.invalid(name, "is required").asException();
    }
    return value;
  }

  /** Collections are absent if they are empty. */
  private static boolean isEmpty(Object value) {
    return value instanceof Collection<?> collection && collection.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }
}
