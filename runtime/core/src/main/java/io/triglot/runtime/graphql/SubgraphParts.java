package io.triglot.runtime.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What bindings say of the schema as a part of a federated graph. Used at start by one thread. */
final class SubgraphParts {
  private final SortedMap<String, Boolean> bindings = new TreeMap<>();
  private final List<EntityFinder<?>> finders = new ArrayList<>();

  /** Notes whether a binding is of a subgraph. */
  void binding(String contributor, boolean federated) {
    bindings.put(contributor, federated);
  }

  /**
   * Adds what finds entities.
   *
   * @throws IllegalStateException when there is one for the same key
   */
  void add(EntityFinder<?> finder) {
    for (EntityFinder<?> other : finders) {
      if (other.type().equals(finder.type()) && other.key().equals(finder.key())) {
        throw new IllegalStateException(
            "Both %s and %s find %s by the key \"%s\". Bind one of them."
                .formatted(
                    other.contributor(),
                    finder.contributor(),
                    finder.type(),
                    String.join(" ", finder.key())));
      }
    }
    finders.add(finder);
  }

  /**
   * Whether the schema is a subgraph.
   *
   * @throws IllegalStateException when only some of the bindings say so
   */
  boolean isFederated() {
    if (bindings.containsValue(true) && bindings.containsValue(false)) {
      throw new IllegalStateException(
          "Some modules are subgraphs of a federated graph, and some are not: "
              + bindings
              + ". Compile all with the same -Atriglot.graphql.federation.");
    }
    return bindings.containsValue(true);
  }

  /** What finds entities, in the order of the bindings. */
  List<EntityFinder<?>> finders() {
    return finders;
  }
}
