package io.triglot.runtime.graphql.plan;

import graphql.execution.DataLoaderDispatchStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.List;

/**
 * The levels beneath a value, as graphql-java's dispatcher counts them: it dispatches what has been
 * queued on a level when all objects two levels above have been begun and finished. All objects of
 * one level and stage are to it one object.
 *
 * @param parameters of the value
 */
record Levels(ExecutionContext execution, ExecutionStrategyParameters parameters) {

  /** Tells that objects of this depth are being completed. */
  void begin(int depth) {
    dispatcher().executeObject(execution, at(depth), 1);
  }

  /** Tells that all fields of the objects have been fetched and what is beneath them is queued. */
  void finish(int depth) {
    dispatcher().executeObjectOnFieldValuesInfo(List.of(), at(depth));
  }

  /** What a fetcher knows of the fields of objects of this depth: on which level they are. */
  DataFetchingEnvironment fields(int depth) {
    return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(execution)
        .level(parameters.getPath().getLevel() + depth + 1)
        .build();
  }

  private DataLoaderDispatchStrategy dispatcher() {
    return execution.getDataLoaderDispatcherStrategy();
  }

  private ExecutionStrategyParameters at(int depth) {
    ResultPath path = parameters.getPath();
    for (int i = 0; i < depth; i++) {
      path = path.segment("field");
    }
    ResultPath deeper = path;
    return depth == 0 ? parameters : parameters.transform(builder -> builder.path(deeper));
  }
}
