package io.triglot.runtime.time;

import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done at a moment, unless it is cancelled before. Nearly all alarms are: to set
 * and to cancel one is an entry in a sorted set, and the thread that waits for the first moment is
 * not woken by it.
 *
 * <p>Thread-safe.
 */
public final class Alarm implements Comparable<Alarm> {
  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Clock CLOCK = new Clock();

  private final long nanoTime;
  private final long number = NUMBERS.getAndIncrement();
  private final Runnable action;

  private Alarm(long nanoTime, Runnable action) {
    this.nanoTime = nanoTime;
    this.action = action;
  }

  /**
   * Sets an alarm.
   *
   * @param nanoTime the moment, as {@link System#nanoTime} counts
   * @param action runs in the {@linkplain Background background}
   */
  public static Alarm at(long nanoTime, Runnable action) {
    return quick(nanoTime, () -> Background.executor().execute(action));
  }

  /**
   * Sets an alarm.
   *
   * @param time how long from now
   * @param action runs in the {@linkplain Background background}
   */
  public static Alarm after(Duration time, Runnable action) {
    return at(System.nanoTime() + time.toNanos(), action);
  }

  /**
   * Sets an alarm.
   *
   * @param nanoTime the moment, as {@link System#nanoTime} counts
   * @param action runs on a thread that all alarms share: must neither take long nor fail
   */
  public static Alarm quick(long nanoTime, Runnable action) {
    Alarm alarm = new Alarm(nanoTime, action);
    CLOCK.set(alarm);
    return alarm;
  }

  /** Takes it back. The action does not run any more, unless it has begun to. */
  public void cancel() {
    CLOCK.alarms.remove(this);
  }

  @Override
  public int compareTo(Alarm other) {
    long first = nanoTime - other.nanoTime; // may overflow, as moments do
    return first == 0 ? Long.compare(number, other.number) : Long.signum(first);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }

  /** The alarms that are set, and the thread that waits for the first of them. */
  private static final class Clock {
    private final ConcurrentSkipListSet<Alarm> alarms = new ConcurrentSkipListSet<>();
    private final ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(1, Clock::daemon);

    /** When the thread wakes next; null while nobody has planned it. */
    private volatile @Nullable Long wakes;

    private @Nullable Future<?> plan; // guarded by this

    Clock() {
      thread.setRemoveOnCancelPolicy(true);
    }

    void set(Alarm alarm) {
      alarms.add(alarm);
      wakeBy(alarm.nanoTime);
    }

    private void wakeBy(long nanoTime) {
      if (isBeforeWaking(nanoTime)) {
        synchronized (this) {
          if (isBeforeWaking(nanoTime)) {
            if (plan != null) {
              plan.cancel(false);
            }
            wakes = nanoTime;
            plan = thread.schedule(this::ring, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
          }
        }
      }
    }

    private boolean isBeforeWaking(long nanoTime) {
      Long planned = wakes;
      return planned == null || nanoTime - planned < 0;
    }

    private void ring() {
      wakes = null; // before it looks, so that whoever comes too late to be seen plans anew
      for (Alarm first : alarms) {
        if (first.nanoTime - System.nanoTime() > 0) {
          wakeBy(first.nanoTime);
          return;
        }
        if (alarms.remove(first)) {
          first.action.run();
        }
      }
    }

    private static Thread daemon(Runnable action) {
      Thread thread = new Thread(action, "triglot-alarms");
      thread.setDaemon(true);
      return thread;
    }
  }
}
