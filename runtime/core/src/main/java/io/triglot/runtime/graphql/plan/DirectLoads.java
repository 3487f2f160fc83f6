package io.triglot.runtime.graphql.plan;

import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.Column.Batched;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be loaded for an operation that is executed by its plan. A level is loaded when all
 * above it is there, each of its batched fields for all objects that wait for it by then with the
 * same arguments, those of deeper levels included. Belongs to one execution.
 */
final class DirectLoads {
  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final SharedRequest request;
  private final Observation observed;
  private final Function<@Nullable Load[], Pass> passes;
  private final List<Waiting> begun = new ArrayList<>(0);
  private final List<Waiting> waiting = new ArrayList<>(0);

  /**
   * A load that has been met.
   *
   * @param root the position of the field at the root that it is beneath
   * @param level of its objects, 0 being the value of the root
   */
  private record Waiting(int root, int level, Load load) {
    BatchQueue queue() {
      return load.column().queue();
    }

    boolean sharesCall(Waiting other) {
      return queue().equals(other.queue()) && load.arguments().equals(other.load.arguments());
    }
  }

  /**
   * Nothing to load yet.
   *
   * @param passes a pass with places for the loads that it meets
   */
  DirectLoads(
      SharedRequest request, Observation observed, Function<@Nullable Load[], Pass> passes) {
    this.request = request;
    this.observed = observed;
    this.passes = passes;
  }

  /** Adds what a pass over the value of a root has met. */
  void add(int root, Stage stage, @Nullable Load[] met) {
    add(root, 0, stage, met);
  }

  private void add(int root, int level, Stage stage, @Nullable Load[] met) {
    for (int depth = 0; depth < stage.batched().size(); depth++) {
      for (Batched column : stage.batched().get(depth)) {
        Load load = met[column.ordinal()];
        if (load != null) {
          waiting.add(new Waiting(root, level + depth, load));
        }
      }
    }
  }

  /**
   * Loads what there is to load, level by level, and completes it.
   *
   * @return fails where a call fails, or gives what is unusual
   * @throws Exception the same, where nothing had to be waited for
   */
  CompletableFuture<Void> all() throws Exception {
    if (waiting.isEmpty()) {
      return DONE;
    }
    int level = Integer.MAX_VALUE;
    for (Waiting each : waiting) {
      level = Math.min(level, each.level());
    }
    List<List<Waiting>> late = new ArrayList<>(0);
    List<CompletableFuture<?>> values = new ArrayList<>(0);
    for (List<Waiting> due = due(level); !due.isEmpty(); due = due(level)) {
      CompletableFuture<Void> loaded = begin(due);
      if (loaded.isDone()) {
        complete(due);
      } else {
        late.add(due);
        values.add(loaded);
      }
    }
    return Continuation.after(
        CompletableFuture.allOf(values.toArray(CompletableFuture[]::new)),
        () -> {
          for (List<Waiting> loaded : late) {
            complete(loaded);
          }
          return all();
        });
  }

  /** What has been loaded, or is being loaded, beneath a root. */
  Replay replay(int root) {
    return Replay.of(
        begun.stream().filter(each -> each.root() == root).map(Waiting::load).toList());
  }

  /**
   * Takes what waits for the next call of a level; nothing when all have been taken. Objects of
   * deeper levels go along, but make no call of their own: more of theirs may be yet to come.
   */
  private List<Waiting> due(int level) {
    List<Waiting> due = new ArrayList<>(0);
    for (Waiting first : waiting) {
      if (first.level() == level) {
        waiting.removeIf(each -> each.sharesCall(first) && due.add(each));
        break;
      }
    }
    return due;
  }

  /** Begins the loads of one call. */
  private CompletableFuture<Void> begin(List<Waiting> due) {
    List<CompletableFuture<List<@Nullable Object>>> values =
        due.get(0)
            .queue()
            .load(request, observed, due.stream().map(each -> each.load().group()).toList());
    for (int i = 0; i < due.size(); i++) {
      due.get(i).load().queued(values.get(i));
    }
    begun.addAll(due); // what could not be queued is not handed down
    return CompletableFuture.allOf(values.toArray(CompletableFuture[]::new));
  }

  private void complete(List<Waiting> loaded) throws Exception {
    for (Waiting each : loaded) {
      Stage stage = each.load().column().loaded();
      @Nullable Load[] met = stage.loads();
      each.load().fill(each.load().values().join(), passes.apply(met));
      add(each.root(), each.level() + 1, stage, met);
    }
  }
}
