package io.triglot.runtime.graphql;

import io.triglot.runtime.SharedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of a batch method, for groups of parents with equal arguments. Equal parents, which
 * aliases and repeated values bring about, are loaded once. Belongs to one level of a request.
 */
final class BatchCall<P> {
  private final List<P> parents;
  private final Map<P, Integer> positions;
  private CompletableFuture<? extends List<? extends @Nullable Object>> values =
      new CompletableFuture<>();

  /**
   * A call without parents.
   *
   * @param likely how many there are likely to be
   */
  BatchCall(int likely) {
    parents = new ArrayList<>(likely);
    positions = new HashMap<>(likely * 2);
  }

  /** Adds a group, and tells which of the parents of the call its parents are. */
  @SuppressWarnings("unchecked") // parents are of the type
  int[] add(List<Object> group) {
    int[] places = new int[group.size()];
    for (int i = 0; i < places.length; i++) {
      P parent = (P) group.get(i);
      Integer known = positions.putIfAbsent(parent, parents.size());
      places[i] = known == null ? parents.size() : known;
      if (known == null) {
        parents.add(parent);
      }
    }
    return places;
  }

  /** Makes the call, when all groups have been added. */
  @SuppressWarnings("CatchingUnchecked") // it may throw all
  void make(BatchMethod<P> method, Map<String, @Nullable Object> arguments, SharedRequest request) {
    try {
      values =
          method
              .load(
                  request,
                  InputFields.arguments(arguments, request),
                  Collections.unmodifiableList(parents))
              .toCompletableFuture();
    } catch (Exception failure) {
      values = CompletableFuture.failedFuture(failure);
    }
  }

  /** The values of a group whose parents are at these places. */
  CompletableFuture<List<@Nullable Object>> values(int[] places) {
    return values.thenApply(
        loaded -> {
          Objects.requireNonNull(loaded, "null instead of values");
          List<@Nullable Object> spread = new ArrayList<>(places.length);
          for (int place : places) {
            spread.add(loaded.get(place));
          }
          return spread;
        });
  }
}
