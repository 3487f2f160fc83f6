package io.triglot.runtime.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a bounded number of answers for some time, in this JVM alone: enough for clients that
 * repeat a call because its answer was lost on the way, not for a server that dies or has siblings.
 *
 * <p>A repetition that arrives while the call is being made is refused. Thread-safe.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
  private final Cache<IdempotencyKey, Remembered> answers;
  private final ConcurrentMap<IdempotencyKey, String> running = new ConcurrentHashMap<>();

  private InMemoryIdempotencyStore(Cache<IdempotencyKey, Remembered> answers) {
    this.answers = answers;
  }

  /**
   * An empty store.
   *
   * @param maxAnswers how many answers are remembered; then those that seem least wanted go
   * @param time how long each is remembered
   */
  public static InMemoryIdempotencyStore of(long maxAnswers, Duration time) {
    return new InMemoryIdempotencyStore(
        Caffeine.newBuilder().maximumSize(maxAnswers).expireAfterWrite(time).build());
  }

  private record Remembered(String fingerprint, Answer answer) {}

  @Override
  public CompletionStage<Answer> answer(IdempotentCall call) {
    Remembered remembered = answers.getIfPresent(call.key());
    return remembered == null ? claim(call) : remembered(call, remembered);
  }

  private static CompletionStage<Answer> remembered(IdempotentCall call, Remembered remembered) {
    return remembered.fingerprint().equals(call.fingerprint())
        ? CompletableFuture.completedStage(remembered.answer())
        : CompletableFuture.failedStage(call.reused());
  }

  private CompletionStage<Answer> claim(IdempotentCall call) {
    String other = running.putIfAbsent(call.key(), call.fingerprint());
    if (other != null) {
      return CompletableFuture.failedStage(
          other.equals(call.fingerprint()) ? call.inUse() : call.reused());
    }
    // It may have been answered between the look at the answers and the claim.
    Remembered remembered = answers.getIfPresent(call.key());
    if (remembered != null) {
      running.remove(call.key());
      return remembered(call, remembered);
    }
    return call.make().whenComplete((answer, failure) -> finish(call, answer));
  }

  private void finish(IdempotentCall call, @Nullable Answer answer) {
    if (answer != null) {
      answers.put(call.key(), new Remembered(call.fingerprint(), answer));
    }
    running.remove(call.key());
  }
}
