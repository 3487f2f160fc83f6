package io.triglot.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(60)
class BlockingThreadsTest {
  private static final int TASKS = BlockingThreads.MOST_BEFORE_21 + 50;

  private final Executor threads = BlockingThreads.named("test");
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void haveALimitWhereThreadsAreDear() throws InterruptedException {
    CountDownLatch full = new CountDownLatch(BlockingThreads.MOST_BEFORE_21);
    CountDownLatch all = start(full);
    full.await();

    assertThat(all.await(100, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(running).hasValue(BlockingThreads.MOST_BEFORE_21);

    end.countDown();
    all.await(); // the others have had their turn
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void haveNoneWhereThreadsAreCheap() throws InterruptedException {
    CountDownLatch full = new CountDownLatch(TASKS);
    CountDownLatch all = start(full);
    full.await();
    end.countDown();
    all.await();
  }

  /** Starts tasks that wait for the end; the latch is that of those that have run. */
  private CountDownLatch start(CountDownLatch started) {
    CountDownLatch all = new CountDownLatch(TASKS);
    for (int i = 0; i < TASKS; i++) {
      threads.execute(
          () -> {
            running.incrementAndGet();
            started.countDown();
            awaitEnd();
            all.countDown();
          });
    }
    return all;
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
