package io.triglot.runtime.graphql.plan;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import io.triglot.runtime.graphql.plan.Column.Batched;
import io.triglot.runtime.graphql.plan.Column.Read;
import io.triglot.runtime.graphql.plan.Column.TypeName;
import io.triglot.runtime.graphql.plan.Shape.AnyOf;
import io.triglot.runtime.graphql.plan.Shape.Elements;
import io.triglot.runtime.graphql.plan.Shape.Leaf;
import io.triglot.runtime.graphql.plan.Shape.Member;
import io.triglot.runtime.graphql.plan.Shape.Selection;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Completes values of one stage, and collects what has to be loaded for them. Throws whatever the
 * user's getters throw, or {@link Unusual}; then nothing of it counts.
 */
final class Pass {
  private final ExecutionInput input;
  private final GraphQLContext context;
  private final Locale locale;
  private final @Nullable Load[] loads;

  /**
   * A pass.
   *
   * @param loads a place for each batched column of the stage
   */
  Pass(ExecutionContext execution, @Nullable Load[] loads) {
    input = execution.getExecutionInput();
    context = execution.getGraphQLContext();
    locale = execution.getLocale();
    this.loads = loads;
  }

  @Nullable Object complete(Slot slot, @Nullable Object value) throws Exception {
    Object completed = value == null ? null : completed(slot.shape(), value);
    if (completed == null && slot.required()) {
      throw Unusual.INSTANCE;
    }
    return completed;
  }

  private @Nullable Object completed(Shape shape, Object value) throws Exception {
    if (shape instanceof Leaf leaf) {
      return leaf(leaf, value);
    }
    if (shape instanceof Selection selection) {
      return row(selection, value);
    }
    return shape instanceof Elements elements
        ? elements(elements.element(), value)
        : member((AnyOf) shape, value);
  }

  private @Nullable Object leaf(Leaf leaf, Object value) {
    if (value.getClass() == leaf.verbatim()) {
      return value;
    }
    if (isOfTheEngine(value)) {
      throw Unusual.INSTANCE;
    }
    return leaf.coercion().serialize(value, context, locale);
  }

  private @Nullable Object[] row(Selection selection, Object source) throws Exception {
    List<Column> columns = selection.columns();
    @Nullable Object[] cells = new @Nullable Object[columns.size()];
    if (input.isCancelled()) {
      throw Unusual.INSTANCE;
    }
    for (int i = 0; i < cells.length; i++) {
      Column column = columns.get(i);
      if (column instanceof Read read) {
        cells[i] = complete(read.slot(), read.reader().read(source));
      } else if (column instanceof TypeName name) {
        cells[i] = name.name();
      } else {
        load((Batched) column).add(source, cells);
      }
    }
    return cells;
  }

  private @Nullable Object[] elements(Slot slot, Object value) throws Exception {
    if (!(value instanceof Collection<?> values)) {
      throw Unusual.INSTANCE; // an array; or a stream, which can be read once
    }
    @Nullable Object[] elements = new @Nullable Object[values.size()];
    int i = 0;
    for (Object element : values) {
      elements[i++] = complete(slot, element);
    }
    if (i < elements.length) {
      throw Unusual.INSTANCE; // somebody removes elements meanwhile
    }
    return elements;
  }

  private Member member(AnyOf any, Object value) throws Exception {
    Selection selection = any.selections().get(any.types().typeOf(value));
    if (selection == null) {
      throw Unusual.INSTANCE;
    }
    return new Member(selection, row(selection, value));
  }

  private Load load(Batched column) {
    Load load = loads[column.ordinal()];
    if (load == null) {
      load = new Load(column);
      loads[column.ordinal()] = load;
    }
    return load;
  }

  /** Whether graphql-java does something with such values before it looks at their type. */
  private static boolean isOfTheEngine(Object value) {
    return !(value instanceof Number || value instanceof Enum)
        && (value instanceof CompletionStage
            || value instanceof DataFetcherResult
            || value instanceof Publisher
            || value instanceof Flow.Publisher
            || value.getClass().getName().startsWith("java.util.Optional"));
  }
}
