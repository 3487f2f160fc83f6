package io.triglot.runtime.graphql.plan;

import graphql.schema.DataFetcher;
import java.util.Optional;

/** A fetcher of which it is known what it does, so that a plan can do it without asking it. */
public interface PlannableFetcher<T> extends DataFetcher<T> {
  /** What it does; empty where something has been put around it that has to be called. */
  Optional<FieldSource> source();
}
