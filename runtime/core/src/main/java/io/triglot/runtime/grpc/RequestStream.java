package io.triglot.runtime.grpc;

import io.grpc.ServerCall;
import io.triglot.runtime.Clearance;
import io.triglot.runtime.ReceivedStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that a client streams, for one subscriber. The client is asked for no more than the
 * subscriber asks for, and for at most {@link #WINDOW} messages at a time: a service that is slow
 * slows the client down, by HTTP/2's flow control.
 */
final class RequestStream<E> extends ReceivedStream<E> {
  private static final int WINDOW = 16;

  private final ServerCall<byte[], byte[]> call;
  private final Reply reply;
  private final BiFunction<byte[], Clearance, E> decoding;
  private final Queue<E> waiting = new ConcurrentLinkedQueue<>();

  /** How many messages the client was asked for and has not sent. */
  private final AtomicInteger expected = new AtomicInteger();

  private volatile Clearance sender = Clearance.ANONYMOUS;
  private volatile Consumer<Object> check = value -> {};

  RequestStream(
      ServerCall<byte[], byte[]> call, Reply reply, BiFunction<byte[], Clearance, E> decoding) {
    super(Runnable::run);
    this.call = call;
    this.reply = reply;
    this.decoding = decoding;
  }

  /**
   * Says what the caller may send, once that is known; it is not asked for a message before.
   *
   * @param check refuses a value that is not valid
   */
  void admit(Clearance caller, Consumer<Object> check) {
    sender = caller;
    this.check = check;
  }

  /** Takes a value that did not come in a message of its own. */
  void add(E element) {
    check.accept(element);
    waiting.add(element);
  }

  /** Takes a message. One that cannot be read, or is not valid, ends the call. */
  void message(byte[] message) {
    expected.decrementAndGet();
    if (isOver()) {
      return;
    }
    try {
      add(decoding.apply(message, sender));
    } catch (RuntimeException refusal) {
      reply.fail(refusal);
      fail(refusal);
      return;
    }
    signal();
  }

  @Override
  protected @Nullable E next() {
    return waiting.poll();
  }

  @Override
  protected boolean hasNext() {
    return !waiting.isEmpty();
  }

  @Override
  protected void await(long wanted) {
    int window = (int) Math.min(wanted, WINDOW);
    int coming = expected.get();
    if (coming < window && coming <= WINDOW / 2) {
      expected.addAndGet(window - coming);
      call.request(window - coming);
    }
  }
}
