package io.triglot.hosting;

import io.triglot.runtime.CallSlots;
import io.triglot.runtime.OpenCalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * The orderly end of a server: no new connections; calls in flight finish; then streams, which may
 * have no end of their own, are ended in each protocol's own words; then what is left is closed.
 */
final class Drain {
  /** What streams and sockets still have to say their last word, even when the time is up. */
  private static final long LAST_WORD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final OpenCalls calls;
  private final CallSlots slots;
  private final List<Port> ports;
  private final List<CompletionStage<Void>> drained;

  private Drain(OpenCalls calls, CallSlots slots, List<Port> ports) {
    this.calls = calls;
    this.slots = slots;
    this.ports = ports;
    drained = ports.stream().map(Port::drain).toList();
  }

  /** Takes no new connections from now on. */
  static Drain begin(OpenCalls calls, CallSlots slots, List<Port> ports) {
    return new Drain(calls, slots, ports);
  }

  /** Waits for the calls, but no longer than that; then ends streams, and closes the ports. */
  void finish(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    await(calls.idle(), deadline);
    calls.endStreams();
    ports.forEach(Port::closeSockets);
    long end = Math.max(deadline, System.nanoTime() + LAST_WORD_NANOS);
    drained.forEach(stage -> await(stage, end));
    long left = System.nanoTime() + LAST_WORD_NANOS;
    ports.forEach(port -> await(port.left(), left));
    // A call may have arrived on a connection that was kept, before its client could know.
    await(() -> ports.stream().allMatch(Port::isQuiet));
    slots.close(); // what still comes is told that it has not been begun
    await(() -> slots.taken() == 0 && ports.stream().allMatch(Port::isUnused));
    ports.forEach(Port::stop);
  }

  /** Waits for a condition, but not for long. */
  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LAST_WORD_NANOS;
    try {
      while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CompletionStage<Void> stage, long deadline) {
    try {
      stage.toCompletableFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException timeIsUp) {
      // What has not finished is closed.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
