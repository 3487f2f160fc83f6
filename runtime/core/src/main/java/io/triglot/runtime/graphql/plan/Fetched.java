package io.triglot.runtime.graphql.plan;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the fields at the root have been answered before graphql-java took an execution over, and
 * what has been loaded beneath them, so that no call is made twice. Belongs to one execution, which
 * hands it to graphql-java complete.
 */
public final class Fetched {
  private final Map<String, Answer> answers = new HashMap<>();

  /** What a call gave, or threw, and what was loaded beneath it. */
  private record Answer(
      @Nullable Object value, @Nullable RuntimeException failure, Replay replay) {}

  void add(String key, @Nullable Object value, Replay replay) {
    answers.put(key, new Answer(value, null, replay));
  }

  void addFailure(String key, RuntimeException failure) {
    answers.put(key, new Answer(null, failure, Replay.EMPTY));
  }

  /** Whether a field at the root has been answered. */
  public boolean has(DataFetchingEnvironment environment) {
    return answers.containsKey(environment.getMergedField().getResultKey());
  }

  /** What it was answered, with what was loaded; throws what its call threw. */
  public @Nullable Object answer(DataFetchingEnvironment environment) {
    Answer answer = answers.get(environment.getMergedField().getResultKey());
    if (answer == null) {
      throw new IllegalStateException("not called");
    }
    if (answer.failure() != null) {
      throw answer.failure();
    }
    return answer.value() instanceof CompletionStage<?> stage
        ? stage.thenApply(answer.replay()::with)
        : answer.replay().with(answer.value());
  }
}
