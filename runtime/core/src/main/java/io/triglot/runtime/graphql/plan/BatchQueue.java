package io.triglot.runtime.graphql.plan;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where objects wait to have one of their fields loaded, until their level is complete. */
public interface BatchQueue {
  /**
   * Queues objects.
   *
   * @param parents the objects
   * @param arguments those of the field
   * @param environment of the field, on the level that the objects wait for
   * @return the values of the objects, in their order
   */
  CompletableFuture<List<@Nullable Object>> load(
      List<Object> parents,
      Map<String, @Nullable Object> arguments,
      DataFetchingEnvironment environment);
}
