package io.triglot.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  @Test
  void countsTheTimeThatCallsHadToWaitForTheirTurn() throws Exception {
    AtomicBoolean first = new AtomicBoolean(true);
    Load stalling =
        () -> {
          if (first.getAndSet(false)) {
            sleep(500);
          }
          return CompletableFuture.completedFuture(null);
        };

    Outcome outcome = OpenLoop.run(stalling, 1_000, Duration.ofMillis(100));

    // A hundred calls, of which all were to begin within 100 ms, while the first took 500.
    assertThat(outcome.times().getTotalCount()).isEqualTo(100);
    assertThat(outcome.millis(1)).isGreaterThanOrEqualTo(390);
  }

  @Test
  void countsCallsThatFail() throws Exception {
    Load failing = () -> CompletableFuture.failedFuture(new IllegalStateException("no"));

    Outcome outcome = OpenLoop.run(failing, 1_000, Duration.ofMillis(10));

    assertThat(outcome.errors()).isEqualTo(10);
    assertThat(outcome.errorRate()).isEqualTo(1);
    assertThat(outcome.firstError()).contains("no");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
