package io.triglot.benchmarks.shop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load.
 *
 * @param times how long each answered call took, in microseconds
 * @param errors how many calls failed, or were never answered
 * @param firstError what the first of them said; null where there was none
 * @param lasted how long the load lasted
 */
public record Outcome(Histogram times, long errors, @Nullable String firstError, Duration lasted) {
  private static final long LONGEST = 120_000_000;

  /** Calls that were answered in each second. */
  double perSecond() {
    return times.getTotalCount() * 1e9 / lasted.toNanos();
  }

  /** The time in milliseconds that so many percent of the calls took at most. */
  double millis(double percentile) {
    return times.getValueAtPercentile(percentile) / 1_000.0;
  }

  /** Of how many calls one fails. */
  double errorRate() {
    return (double) errors / Math.max(1, errors + times.getTotalCount());
  }

  /** Collects an outcome. Thread-safe. */
  static final class Collecting {
    private final Recorder recorder = new Recorder(LONGEST, 3);
    private final LongAdder answers = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
    private final long begin = System.nanoTime();

    /** A call that began at that {@link System#nanoTime} has ended. */
    void ended(long began, @Nullable Throwable failure) {
      if (failure == null) {
        recorder.recordValue(Math.min(LONGEST, (System.nanoTime() - began) / 1_000));
        answers.increment();
      } else {
        failed(failure);
      }
    }

    void failed(Throwable failure) {
      errors.increment();
      firstError.compareAndSet(null, failure.toString());
    }

    /** How many calls have been answered. */
    long answered() {
      return answers.sum();
    }

    Outcome outcome() {
      return new Outcome(
          recorder.getIntervalHistogram(),
          errors.sum(),
          firstError.get(),
          Duration.ofNanos(System.nanoTime() - begin));
    }
  }
}
