package io.triglot.runtime.parity;

import io.triglot.runtime.time.Alarm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the candidate, on a few threads of its own that end when there is nothing to do, and reports
 * what that came to. Thread-safe.
 */
final class Candidates {
  private static final Logger log = LoggerFactory.getLogger(Candidates.class);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor threads;
  private final Duration timeout;
  private final List<ParityObserver> observers;

  /**
   * Threads for one check.
   *
   * @param concurrent how many calls are made at a time
   * @param waiting how many more may wait
   * @param timeout how long one may take
   */
  Candidates(int concurrent, int waiting, Duration timeout, List<ParityObserver> observers) {
    threads =
        new ThreadPoolExecutor(
            concurrent,
            concurrent,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Candidates::thread);
    threads.allowCoreThreadTimeOut(true);
    this.timeout = timeout;
    this.observers = List.copyOf(observers);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "triglot-parity");
    thread.setDaemon(true);
    return thread;
  }

  /** Asks the candidate the same, sooner or later, unless too many are waiting. Does not block. */
  void ask(String operation, Outcome primary, Callable<? extends @Nullable Object> candidate) {
    try {
      threads.execute(new Question(operation, primary, candidate));
    } catch (RejectedExecutionException full) {
      report(new Comparison(operation, Verdict.SKIPPED, List.of(), primary, new Outcome.None()));
    }
  }

  private void report(Comparison comparison) {
    for (ParityObserver observer : observers) {
      try {
        observer.compared(comparison);
      } catch (RuntimeException | LinkageError bug) {
        log.warn("An observer of {} failed", comparison.operation(), bug);
      }
    }
  }

  /** A call of the candidate, which is interrupted when it takes too long. */
  private final class Question extends FutureTask<Outcome> {
    private final String operation;
    private final Outcome primary;

    Question(String operation, Outcome primary, Callable<? extends @Nullable Object> candidate) {
      super(() -> Outcomes.of(candidate));
      this.operation = operation;
      this.primary = primary;
    }

    @Override
    public void run() {
      Alarm late = Alarm.after(timeout, () -> cancel(true));
      super.run();
      late.cancel();
    }

    @Override
    protected void done() {
      report(compared(answer()));
    }

    private Outcome answer() {
      try {
        return isCancelled() ? new Outcome.None() : get();
      } catch (Exception interrupted) { // by itself, since nothing else leaves
        return new Outcome.None();
      }
    }

    private Comparison compared(Outcome candidate) {
      List<String> differences = Differences.between(primary, candidate);
      Verdict verdict =
          differences.isEmpty()
              ? Verdict.SAME
              : isAnswer(candidate) ? Verdict.DIFFERENT : Verdict.UNANSWERED;
      return new Comparison(
          operation,
          verdict,
          verdict == Verdict.DIFFERENT ? differences : List.of(),
          primary,
          candidate);
    }

    private boolean isAnswer(Outcome outcome) {
      return !(outcome instanceof Outcome.None)
          && outcome
              .failed()
              .filter(
                  failure ->
                      switch (failure.code()) {
                        case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> true;
                        default -> false;
                      })
              .isEmpty();
    }
  }
}
