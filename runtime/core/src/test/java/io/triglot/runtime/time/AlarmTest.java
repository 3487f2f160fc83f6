package io.triglot.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTest {
  @Test
  void ringsAtItsMomentAndNotBefore() {
    long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30);
    CompletableFuture<Long> rang = new CompletableFuture<>();
    Alarm.quick(moment, () -> rang.complete(System.nanoTime()));
    assertThat(awaited(rang) - moment).isNotNegative();
  }

  @Test
  void anEarlierOneOvertakesWhatIsPlanned() {
    long now = System.nanoTime();
    Alarm late = Alarm.quick(now + TimeUnit.HOURS.toNanos(1), () -> {});
    CompletableFuture<Void> rang = new CompletableFuture<>();
    Alarm.quick(now + TimeUnit.MILLISECONDS.toNanos(20), () -> rang.complete(null));
    awaited(rang);
    late.cancel();
  }

  @Test
  void oneThatIsCancelledInTimeDoesNotRing() {
    List<String> rang = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> last = new CompletableFuture<>();
    boolean inTime = false;
    while (!inTime) { // this thread may be held up for longer than it takes to the moment
      rang.clear();
      long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
      Alarm.quick(moment, () -> rang.add("cancelled")).cancel();
      inTime = System.nanoTime() - moment < 0;
    }
    Alarm.quick(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(40), () -> last.complete(null));
    awaited(last);
    assertThat(rang).isEmpty();
  }

  @Test
  void oneInThePastRingsAtOnce() {
    CompletableFuture<Void> rang = new CompletableFuture<>();
    Alarm.quick(System.nanoTime() - 1, () -> rang.complete(null));
    awaited(rang);
  }

  @Test
  void allRingThatManyThreadsSetAndDoNotCancel() {
    List<CompletableFuture<?>> setting = new ArrayList<>();
    List<CompletableFuture<?>> ringing = new CopyOnWriteArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      Random random = new Random(thread);
      setting.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 2_000; i++) {
                  long moment = System.nanoTime() + random.nextInt(3_000_000);
                  Alarm.quick(moment + 1_000_000, () -> {}).cancel();
                  CompletableFuture<?> rings = new CompletableFuture<Void>();
                  Alarm.quick(moment, () -> rings.complete(null));
                  if (i % 100 == 0) {
                    ringing.add(rings);
                  }
                }
              }));
    }
    awaited(CompletableFuture.allOf(setting.toArray(CompletableFuture<?>[]::new)));
    awaited(CompletableFuture.allOf(ringing.toArray(CompletableFuture<?>[]::new)));
  }

  private static <T> T awaited(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
