package io.triglot.runtime.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Function;

/** A shop that finds what a function gives. */
final class FoundBy implements Shop {
  private final Function<String, Object> find;
  final List<String> removed = new ArrayList<>();

  FoundBy(Function<String, Object> find) {
    this.find = find;
  }

  @Override
  public Object find(String id) {
    return find.apply(id);
  }

  @Override
  public CompletionStage<Object> findLater(String id) {
    return CompletableFuture.supplyAsync(() -> find.apply(id));
  }

  @Override
  public void remove(String id) {
    removed.add(id);
  }

  @Override
  public Flow.Publisher<String> changes() {
    return new SubmissionPublisher<>();
  }
}
