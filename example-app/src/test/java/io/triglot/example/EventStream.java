package io.triglot.example;

import io.triglot.example.orders.OrderEvent;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The order events that a client receives, in order, until it ends the stream. */
final class EventStream implements AutoCloseable {
  /** What a stream that the shop has ended gives. */
  static final Object END = "end";

  private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();
  private volatile Runnable cancellation = () -> {};

  void add(OrderEvent event) {
    received.add(event);
  }

  void end() {
    received.add(END);
  }

  void fail(Throwable failure) {
    received.add(failure);
  }

  EventStream onClose(Runnable cancellation) {
    this.cancellation = cancellation;
    return this;
  }

  /** Repeats what causes events until the first of them arrives: from then on none is missed. */
  void awaitLiveBy(Runnable cause) {
    Object first = null;
    while (first == null) {
      cause.run();
      first = poll(200);
    }
    if (!(first instanceof OrderEvent)) {
      received.add(first);
    }
  }

  /** The next event for which the condition holds; those before it are skipped. */
  OrderEvent next(Predicate<OrderEvent> condition) {
    while (true) {
      Object next = nextSignal();
      if (!(next instanceof OrderEvent event)) {
        throw new AssertionError("The stream ended: " + next);
      }
      if (condition.test(event)) {
        return event;
      }
    }
  }

  /** What ends the stream: {@link #END} or a {@link CallFailure}. */
  Object lastSignal() {
    while (true) {
      Object next = nextSignal();
      if (!(next instanceof OrderEvent)) {
        return next;
      }
    }
  }

  @Override
  public void close() {
    cancellation.run();
  }

  private Object nextSignal() {
    Object next = poll(30_000);
    if (next == null) {
      throw new AssertionError("Nothing arrived within 30 seconds");
    }
    return next;
  }

  private Object poll(long milliseconds) {
    try {
      return received.poll(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
