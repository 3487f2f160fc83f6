package io.triglot.runtime.graphql.plan;

import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.execution.ExecutionContext;
import io.triglot.runtime.SharedRequest;
import io.triglot.runtime.graphql.plan.Column.Batched;
import io.triglot.runtime.graphql.plan.Column.Computed;
import io.triglot.runtime.graphql.plan.Column.Read;
import io.triglot.runtime.graphql.plan.Column.TypeName;
import io.triglot.runtime.graphql.plan.Shape.AnyOf;
import io.triglot.runtime.graphql.plan.Shape.Elements;
import io.triglot.runtime.graphql.plan.Shape.Leaf;
import io.triglot.runtime.graphql.plan.Shape.Member;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Completes values of one stage, and collects what has to be loaded for them. Throws whatever the
 * user's getters throw, or {@link Unusual}; then nothing of it counts.
 */
final class Pass {
  /** Whether graphql-java does something with objects of a class before it looks at their type. */
  private static final ClassValue<Boolean> OF_THE_ENGINE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return CompletionStage.class.isAssignableFrom(type)
              || DataFetcherResult.class.isAssignableFrom(type)
              || Publisher.class.isAssignableFrom(type)
              || Flow.Publisher.class.isAssignableFrom(type)
              || type.getName().startsWith("java.util.Optional");
        }
      };

  private final BooleanSupplier cancelled;

  /** What the arguments of a column are in this execution. */
  private final Function<ArgumentValues, Map<String, @Nullable Object>> resolver;

  private final Supplier<SharedRequest> request;
  private final GraphQLContext context;
  private final Locale locale;
  private final @Nullable Load[] loads;

  /** How many parents a load is likely to have. */
  private int parents = 1;

  /** The arguments of computed columns that have been met. */
  private @Nullable Map<Column, Map<String, @Nullable Object>> arguments;

  /**
   * A pass.
   *
   * @param loads a place for each batched column of the stage
   */
  Pass(ExecutionContext execution, @Nullable Load[] loads) {
    this(
        values -> values.in(execution),
        () -> Objects.requireNonNull(execution.getGraphQLContext().get(SharedRequest.class)),
        execution.getExecutionInput()::isCancelled,
        execution.getGraphQLContext(),
        execution.getLocale(),
        loads);
  }

  /**
   * A pass without an engine.
   *
   * @param loads a place for each batched column of the stage
   */
  Pass(
      Function<ArgumentValues, Map<String, @Nullable Object>> resolver,
      SharedRequest request,
      GraphQLContext context,
      Locale locale,
      @Nullable Load[] loads) {
    this(resolver, () -> request, () -> false, context, locale, loads);
  }

  private Pass(
      Function<ArgumentValues, Map<String, @Nullable Object>> resolver,
      Supplier<SharedRequest> request,
      BooleanSupplier cancelled,
      GraphQLContext context,
      Locale locale,
      @Nullable Load[] loads) {
    this.resolver = resolver;
    this.request = request;
    this.cancelled = cancelled;
    this.context = context;
    this.locale = locale;
    this.loads = loads;
  }

  /** Completes what a call has given, of which graphql-java may have to unwrap the value first. */
  @Nullable Object root(Slot slot, @Nullable Object value) throws Exception {
    if (value != null && OF_THE_ENGINE.get(value.getClass())) {
      throw Unusual.INSTANCE;
    }
    return complete(slot, value);
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
    if (OF_THE_ENGINE.get(value.getClass())) {
      throw Unusual.INSTANCE;
    }
    return leaf.coercion().serialize(value, context, locale);
  }

  private @Nullable Object[] row(Selection selection, Object source) throws Exception {
    @Nullable Object[] cells = new @Nullable Object[selection.size()];
    if (cancelled.getAsBoolean()
        || (!selection.isAsking() && OF_THE_ENGINE.get(source.getClass()))) {
      throw Unusual.INSTANCE;
    }
    for (int i = 0; i < cells.length; i++) {
      Column column = selection.column(i);
      if (column instanceof Read read) {
        cells[i] = complete(read.slot(), read.reader().read(source));
      } else if (column instanceof Computed computed) {
        cells[i] = complete(computed.slot(), value(computed, source));
      } else if (column instanceof TypeName name) {
        cells[i] = name.name();
      } else if (column instanceof Batched batched) {
        load(batched).add(source, cells);
      }
    }
    return cells;
  }

  private @Nullable Object value(Computed column, Object source) throws Exception {
    if (arguments == null) {
      arguments = new IdentityHashMap<>(2);
    }
    Map<String, @Nullable Object> values =
        arguments.computeIfAbsent(column, met -> resolver.apply(column.arguments()));
    return column.method().call(source, values, request.get());
  }

  private @Nullable Object[] elements(Slot slot, Object value) throws Exception {
    if (!(value instanceof Collection<?> values)) {
      throw Unusual.INSTANCE; // an array; or a stream, which can be read once
    }
    @Nullable Object[] elements = new @Nullable Object[values.size()];
    parents = Math.max(parents, elements.length);
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
      load = new Load(column, resolver.apply(column.arguments()), parents);
      loads[column.ordinal()] = load;
    }
    return load;
  }
}
