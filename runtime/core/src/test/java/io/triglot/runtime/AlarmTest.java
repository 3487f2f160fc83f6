package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmTest {
  @Test
  void ringsAtItsMomentAndNotBefore() {
    long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30);
    CompletableFuture<Long> rang = new CompletableFuture<>();
    Alarm.at(moment, () -> rang.complete(System.nanoTime()));
    assertThat(rang.join() - moment).isNotNegative();
  }

  @Test
  void anEarlierOneOvertakesWhatIsPlanned() {
    long now = System.nanoTime();
    Alarm late = Alarm.at(now + TimeUnit.HOURS.toNanos(1), () -> {});
    CompletableFuture<Void> rang = new CompletableFuture<>();
    Alarm.at(now + TimeUnit.MILLISECONDS.toNanos(20), () -> rang.complete(null));
    rang.join();
    late.cancel();
  }

  @Test
  void oneThatIsCancelledDoesNotRing() {
    long now = System.nanoTime();
    List<String> rang = new ArrayList<>();
    CompletableFuture<Void> last = new CompletableFuture<>();
    Alarm cancelled =
        Alarm.at(now + TimeUnit.MILLISECONDS.toNanos(20), () -> rang.add("cancelled"));
    Alarm.at(now + TimeUnit.MILLISECONDS.toNanos(40), () -> last.complete(null));
    cancelled.cancel();
    last.join();
    assertThat(rang).isEmpty();
  }

  @Test
  void oneInThePastRingsAtOnce() {
    CompletableFuture<Void> rang = new CompletableFuture<>();
    Alarm.at(System.nanoTime() - 1, () -> rang.complete(null));
    rang.join();
  }

  @Test
  void allRingThatManyThreadsSetAndDoNotCancel() {
    ConcurrentLinkedQueue<Integer> rang = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<?>> all = new ArrayList<>();
    List<CompletableFuture<?>> setting = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      Random random = new Random(thread);
      List<CompletableFuture<?>> own =
          IntStream.range(0, 2_000)
              .<CompletableFuture<?>>mapToObj(any -> new CompletableFuture<Void>())
              .toList();
      all.addAll(own);
      setting.add(
          CompletableFuture.runAsync(
              () -> {
                for (CompletableFuture<?> each : own) {
                  long nanos = random.nextInt(3_000_000);
                  Alarm.at(System.nanoTime() + nanos, () -> each.complete(null));
                  Alarm.at(System.nanoTime() + nanos + 50_000_000, () -> rang.add(1)).cancel();
                }
              }));
    }
    CompletableFuture.allOf(setting.toArray(CompletableFuture<?>[]::new)).join();
    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    assertThat(rang).isEmpty();
  }
}
