package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.ITERABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is told that a call is cancelled. */
class CancellationTest {
  private final CompletableFuture<Void> departure = new CompletableFuture<>();
  private final Cancellation cancellation = new Cancellation(new Leaving(), Optional.empty());
  private final List<String> told = new ArrayList<>();

  @Test
  void aWatchIsToldWhenTheCallerGoesAway() throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    cancellation.watch(once::countDown);
    departure.complete(null);
    assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWatchOfWhatIsCancelledAlreadyIsToldAtOnce() {
    cancellation.cancel();
    cancellation.watch(() -> told.add("late"));
    assertThat(told).containsExactly("late");
  }

  @Test
  void eachWatchIsToldOnce() {
    cancellation.watch(() -> told.add("first"));
    cancellation.cancel();
    cancellation.watch(() -> told.add("second"));
    cancellation.cancel();
    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void aWatchThatIsClosedIsNeitherToldNorKept() {
    for (int call = 0; call < 100; call++) {
      cancellation.watch(() -> told.add("ended")).close();
    }
    assertThat(cancellation).extracting("watches").asInstanceOf(ITERABLE).isEmpty();
    cancellation.cancel();
    assertThat(told).isEmpty();
  }

  @Test
  void aStageThatIsHandedBackWhenTheCallerHasGoneFailsForThat() {
    cancellation.cancel();
    CompletableFuture<String> late = new CompletableFuture<>();
    cancellation.cancels(late);
    assertThat(late).isCancelled();
    assertThat(catchThrowable(cancellation.limit(late).toCompletableFuture()::join))
        .hasCauseInstanceOf(CallException.class)
        .cause()
        .returns(Cancellation.GONE, failure -> ((CallException) failure).failure());
  }

  private final class Leaving implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.REST;
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }

    @Override
    public CompletionStage<Void> cancelled() {
      return departure;
    }
  }
}
