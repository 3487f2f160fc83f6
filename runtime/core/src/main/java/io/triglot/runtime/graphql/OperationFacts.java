package io.triglot.runtime.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.schema.GraphQLSchema;
import io.triglot.runtime.CacheHint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation of a document before it is executed.
 *
 * @param weight what it costs
 * @param cache for how long its result may be kept; null where it may not
 */
record OperationFacts(Weight weight, @Nullable CacheHint cache) {

  /** The facts of each operation of a valid document. */
  static Map<OperationDefinition, OperationFacts> of(
      GraphQLSchema schema, FieldHints hints, Document document) {
    Map<OperationDefinition, OperationFacts> facts = new HashMap<>();
    Weigher.weights(schema, hints, document)
        .forEach(
            (operation, weight) ->
                facts.put(
                    operation,
                    new OperationFacts(
                        weight, cache(schema.getQueryType().getName(), operation, hints))));
    return facts;
  }

  /** What all fields say together, if each says something. Fragments at the root are no fields. */
  private static @Nullable CacheHint cache(
      String query, OperationDefinition operation, FieldHints hints) {
    if (operation.getOperation() != Operation.QUERY || hints.caches().isEmpty()) {
      return null;
    }
    CacheHint all = null;
    for (Selection<?> selection : operation.getSelectionSet().getSelections()) {
      Optional<CacheHint> hint =
          selection instanceof Field field ? hints.cache(query, field.getName()) : Optional.empty();
      if (hint.isEmpty()) {
        return null;
      }
      all = all == null ? hint.get() : all.and(hint.get());
    }
    return all;
  }
}
