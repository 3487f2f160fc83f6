package io.triglot.runtime.graphql;

import io.triglot.runtime.CallRequest;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Loads one field with arguments of many parents in one call. Thread-safe.
 *
 * @param <P> the Java type of a parent
 */
@FunctionalInterface
public interface BatchMethod<P> {
  /**
   * Makes the call.
   *
   * @param request what the transport knows of it
   * @param arguments the arguments of the field, the same for all parents and not yet bound
   * @param parents the parents, no two of them equal
   * @return a stage of the parents' values, in the order of the parents
   */
  CompletionStage<? extends List<? extends @Nullable Object>> load(
      CallRequest request, InputFields arguments, List<P> parents);
}
