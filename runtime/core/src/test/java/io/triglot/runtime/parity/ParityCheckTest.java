package io.triglot.runtime.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callers get of two implementations, and what is reported. */
@Timeout(120)
class ParityCheckTest {
  private final BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);

  record Item(String name, BigDecimal price, List<String> tags, byte[] picture) {}

  @AfterEach
  void release() {
    released.countDown();
  }

  private ParityCheck<Shop> check(Shop primary, Shop candidate) {
    return ParityCheck.of(Shop.class, primary, candidate)
        .safe("find", "findLater")
        .share(1)
        .observer(reports::add);
  }

  private ParityCheck<Shop> check(
      Function<String, Object> primary, Function<String, Object> candidate) {
    return check(new FoundBy(primary), new FoundBy(candidate));
  }

  private Comparison report() throws InterruptedException {
    Comparison report = reports.poll(60, TimeUnit.SECONDS);
    assertThat(report).isNotNull();
    return report;
  }

  private static Item item(String price, String tag) {
    return new Item("Milk", new BigDecimal(price), List.of("a", tag), new byte[] {1});
  }

  @Test
  void equalAnswersAreTheSame() throws Exception {
    Shop shop = check(id -> item("1.50", "b"), id -> item("1.5", "b")).build();

    assertThat(shop.find("1")).isInstanceOf(Item.class);
    Comparison report = report();
    assertThat(report.operation()).isEqualTo("Shop.find");
    assertThat(report.verdict()).isEqualTo(Verdict.SAME);
    assertThat(report.differences()).isEmpty();
  }

  @Test
  void aNullAndAnEmptyCollectionAreTheSame() throws Exception {
    check(
            id -> new Item("Milk", BigDecimal.ONE, List.of(), null),
            id -> new Item("Milk", BigDecimal.ONE, null, null))
        .build()
        .find("1");

    assertThat(report().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void differencesOfValuesAreToldByTheirPlaces() throws Exception {
    Shop shop = check(id -> item("1.50", "b"), id -> item("1.60", "c")).build();

    assertThat(shop.find("1")).hasFieldOrPropertyWithValue("price", new BigDecimal("1.50"));
    Comparison report = report();
    assertThat(report.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(report.differences()).containsExactlyInAnyOrder("/price", "/tags/1");
    assertThat(report.primary()).isInstanceOf(Outcome.Value.class);
  }

  @Test
  void errorsAreComparedByWhatIsToldOfThem() throws Exception {
    Failure taken = new Failure(StatusCode.ABORTED, "TAKEN", "Taken", List.of(), Map.of("by", 7));
    Failure other =
        new Failure(StatusCode.ABORTED, "TAKEN", "In other words", List.of(), Map.of("by", "7"));
    Shop same = check(id -> fail(taken), id -> fail(other)).build();
    assertThatThrownBy(() -> same.find("1")).hasMessageContaining("Taken");
    assertThat(report().verdict()).isEqualTo(Verdict.SAME);

    Shop different =
        check(id -> fail(taken), id -> fail(Failure.of(StatusCode.NOT_FOUND, "?"))).build();
    assertThatThrownBy(() -> different.find("1")).hasMessageContaining("Taken");
    assertThat(report().differences()).containsExactly("/code", "/details/by", "/reason");
  }

  @Test
  void exceptionsOfOnesOwnAreComparedByTheirClass() throws Exception {
    Shop shop =
        check(
                id -> {
                  throw new NoSuchElementException("a");
                },
                id -> {
                  throw id.equals("1")
                      ? new NoSuchElementException("b")
                      : new IllegalStateException("b");
                })
            .build();

    assertThatThrownBy(() -> shop.find("1")).isInstanceOf(NoSuchElementException.class);
    assertThat(report().verdict()).isEqualTo(Verdict.SAME);
    assertThatThrownBy(() -> shop.find("2")).isInstanceOf(NoSuchElementException.class);
    assertThat(report().differences()).containsExactly("/reason");
  }

  @Test
  void anErrorAndAValueDiffer() throws Exception {
    Shop shop = check(id -> "here", id -> fail(Failure.of(StatusCode.NOT_FOUND, "?"))).build();

    assertThat(shop.find("1")).isEqualTo("here");
    assertThat(report().differences()).containsExactly("");
  }

  @Test
  void stagesAreComparedWhenTheyAreComplete() throws Exception {
    Shop shop = check(id -> "one", id -> "other").build();

    assertThat(shop.findLater("1").toCompletableFuture().get(60, TimeUnit.SECONDS))
        .isEqualTo("one");
    assertThat(report().verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void aCandidateThatIsDownHasNotAnswered() throws Exception {
    Shop shop = check(id -> "here", id -> fail(Failure.of(StatusCode.UNAVAILABLE, "?"))).build();

    assertThat(shop.find("1")).isEqualTo("here");
    assertThat(report().verdict()).isEqualTo(Verdict.UNANSWERED);
  }

  @Test
  void aCandidateThatIsSlowIsInterrupted() throws Exception {
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    Shop shop =
        check(
                id -> "here",
                id -> {
                  try {
                    released.await();
                  } catch (InterruptedException e) {
                    interrupted.complete("interrupted");
                  }
                  return "late";
                })
            .timeout(Duration.ofMillis(50))
            .build();

    assertThat(shop.find("1")).isEqualTo("here");
    assertThat(report().verdict()).isEqualTo(Verdict.UNANSWERED);
    assertThat(interrupted.get(60, TimeUnit.SECONDS)).isEqualTo("interrupted");
  }

  @Test
  void whatFindsNoRoomIsSkipped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Shop shop =
        check(id -> id, id -> hang(begun, id)).limit(1, 1).timeout(Duration.ofMinutes(10)).build();

    assertThat(shop.find("hangs")).isEqualTo("hangs");
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(shop.find("waits")).isEqualTo("waits");
    assertThat(shop.find("third")).isEqualTo("third");
    assertThat(report().verdict()).isEqualTo(Verdict.SKIPPED);
    assertThat(reports).isEmpty();
    released.countDown();
    assertThat(report().verdict()).isEqualTo(Verdict.SAME);
    assertThat(report().verdict()).isEqualTo(Verdict.SAME);
  }

  private Object hang(CountDownLatch begun, String id) {
    begun.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  @Test
  void theGivenShareIsCompared() throws Exception {
    Queue<Double> numbers = new ArrayDeque<>(List.of(0.0, 0.24, 0.25, 0.99, 0.1));
    Shop shop = check(id -> id, id -> id).share(0.25).random(numbers::remove).limit(1, 10).build();

    List.of("a", "b", "c", "d", "e").forEach(shop::find);
    for (String id : List.of("a", "b", "e")) {
      assertThat(report().primary()).isEqualTo(new Outcome.Value(id));
    }
    shop.remove("no number is drawn for what is not compared");
    assertThat(numbers).isEmpty();
    assertThat(reports).isEmpty();
  }

  @Test
  void whatIsNotSafeIsMadeOnce() {
    FoundBy primary = new FoundBy(id -> id);
    FoundBy candidate = new FoundBy(id -> id);
    Shop shop = check(primary, candidate).build();

    shop.remove("1");
    assertThat(primary.removed).containsExactly("1");
    assertThat(candidate.removed).isEmpty();
    assertThat(reports).isEmpty();
  }

  @Test
  void observersAndRandomNumbersThatFailHarmNobody() throws Exception {
    Shop observed =
        ParityCheck.of(Shop.class, new FoundBy(id -> id), new FoundBy(id -> id))
            .safe("find")
            .share(1)
            .observer(
                comparison -> {
                  throw new IllegalStateException("bug");
                })
            .observer(reports::add)
            .build();
    assertThat(observed.find("1")).isEqualTo("1");
    assertThat(report().verdict()).isEqualTo(Verdict.SAME);

    Shop sampled =
        check(id -> id, id -> id)
            .random(
                () -> {
                  throw new IllegalStateException("bug");
                })
            .build();
    assertThat(sampled.find("1")).isEqualTo("1");
  }

  @Test
  void saysWhatCannotBeCompared() {
    Shop shop = new FoundBy(id -> id);
    assertThatThrownBy(() -> ParityCheck.of(Shop.class, shop, shop).build())
        .hasMessageContaining("has no queries");
    assertThatThrownBy(() -> ParityCheck.of(Shop.class, shop, shop).safe("changes").build())
        .hasMessageContaining("[changes]");
    assertThatThrownBy(() -> ParityCheck.of(Shop.class, shop, shop).safe("fnd").build())
        .hasMessageContaining("[fnd]");
    assertThatThrownBy(() -> check(shop, shop).share(1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Object fail(Failure failure) {
    throw failure.asException();
  }
}
