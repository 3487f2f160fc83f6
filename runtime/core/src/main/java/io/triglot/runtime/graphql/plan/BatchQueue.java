package io.triglot.runtime.graphql.plan;

import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallObserver.Observation;
import io.triglot.runtime.SharedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where objects wait to have one of their fields loaded, until their level is complete. */
public interface BatchQueue {
  /**
   * Objects that wait together.
   *
   * @param arguments those of the field
   */
  record Group(List<Object> parents, Map<String, @Nullable Object> arguments) {}

  /**
   * Queues objects.
   *
   * @param environment of the field, on the level that the objects wait for
   * @return the values of the objects, in their order
   */
  CompletableFuture<List<@Nullable Object>> load(Group group, DataFetchingEnvironment environment);

  /**
   * Loads objects whose level is complete, those with equal arguments by one call.
   *
   * @param observed what is told of the document
   * @return for each group the values of its objects, in their order; the calls fail by themselves
   */
  List<CompletableFuture<List<@Nullable Object>>> load(
      SharedRequest request, Observation observed, List<Group> groups);
}
