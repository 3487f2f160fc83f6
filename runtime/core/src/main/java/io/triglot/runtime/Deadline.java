package io.triglot.runtime;

import io.triglot.runtime.time.Alarm;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The moment by which a call must be answered.
 *
 * @param nanoTime the moment, as {@link System#nanoTime} counts
 */
record Deadline(long nanoTime) {
  /** Who has so much time has no deadline. */
  private static final Duration LONGEST = Duration.ofDays(365);

  static final Failure EXCEEDED = Failure.of(StatusCode.DEADLINE_EXCEEDED, "Deadline exceeded");

  /** The moment so long from now. */
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The earlier of what the caller waits and what the operation may take; empty without either. */
  static Optional<Deadline> of(OperationDescriptor operation, CallRequest request) {
    Duration waits = request.timeout().orElse(LONGEST);
    Duration takes = Objects.requireNonNullElse(operation.timeout(), LONGEST);
    Duration shorter = waits.compareTo(takes) < 0 ? waits : takes;
    return shorter.compareTo(LONGEST) < 0
        ? Optional.of(new Deadline(System.nanoTime() + shorter.toNanos()))
        : Optional.empty();
  }

  /** Zero once it has passed. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  boolean hasPassed() {
    return remaining().isZero();
  }

  static CallException exceeded() {
    return EXCEEDED.asException();
  }

  /** Does something in the background when the deadline passes; to be cancelled if not wanted. */
  Alarm alarm(Runnable action) {
    return Alarm.at(nanoTime, action);
  }

  /** Runs a method on this thread, which is interrupted when the deadline passes meanwhile. */
  <T extends @Nullable Object> T interrupting(Callable<T> method) throws Exception {
    Interruption interruption = new Interruption(Thread.currentThread());
    Alarm alarm = Alarm.quick(nanoTime, interruption::interrupt);
    try {
      T result = method.call();
      alarm.cancel();
      if (interruption.stop()) {
        throw exceeded();
      }
      return result;
    } catch (Exception failure) {
      alarm.cancel();
      if (interruption.stop()) {
        CallException exceeded = exceeded();
        exceeded.addSuppressed(failure);
        throw exceeded;
      }
      throw failure;
    }
  }

  /** Interrupts a thread, but not after it has gone on to something else. */
  private static final class Interruption {
    private final Thread thread;
    private boolean interrupted;
    private boolean stopped;

    Interruption(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!stopped) {
        interrupted = true;
        thread.interrupt();
      }
    }

    /** Whether it came to the interruption, which the thread then forgets. */
    synchronized boolean stop() {
      stopped = true;
      if (interrupted) {
        Thread.interrupted();
      }
      return interrupted;
    }
  }
}
