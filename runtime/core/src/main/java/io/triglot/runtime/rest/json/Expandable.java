package io.triglot.runtime.rest.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The batched fields of a type that callers can ask for, and the fields that lead to types with
 * some. Immutable; belongs to one call where what it loads does.
 *
 * @param <P> the type
 */
public final class Expandable<P> {
  private final Map<String, Step> steps;

  private Expandable(Map<String, Step> steps) {
    this.steps = Collections.unmodifiableMap(steps);
  }

  /**
   * What a name stands for.
   *
   * @param values gives that of each parent, in their order; a null element where there is none
   * @param writer writes a value into its parent; null for a field that the parent has anyway
   * @param inside what can be asked for in the values
   */
  record Step(
      Function<List<Object>, List<? extends @Nullable Object>> values,
      JsonWriter.@Nullable Value<Object> writer,
      Supplier<@Nullable Expandable<?>> inside) {}

  /** The values of a map from parent to value, in the parents' order. */
  public static <P, V extends @Nullable Object> List<@Nullable V> keyed(
      List<P> parents, Map<? super P, V> values) {
    List<@Nullable V> results = new ArrayList<>(parents.size());
    parents.forEach(parent -> results.add(values.get(parent)));
    return results;
  }

  /**
   * The values of a list in the parents' order.
   *
   * @throws IllegalStateException when there are more or fewer of them than parents
   */
  public static <V extends @Nullable Object> List<V> ordered(List<?> parents, List<V> values) {
    if (values.size() != parents.size()) {
      throw new IllegalStateException(
          "A batch of " + parents.size() + " parents has " + values.size() + " results");
    }
    return values;
  }

  /** A type without such fields. */
  public static <P> Expandable<P> none() {
    return new Expandable<>(Map.of());
  }

  /**
   * The same with a batched field.
   *
   * @param load gives the values of parents, in their order
   * @param writer writes one of them, which may be null
   * @param inside what can be asked for in a value, or its elements; null for nothing
   */
  public <V extends @Nullable Object> Expandable<P> with(
      String name,
      Function<List<P>, List<V>> load,
      JsonWriter.Value<V> writer,
      Supplier<@Nullable Expandable<?>> inside) {
    return with(name, new Step(unchecked(load), unchecked(writer), inside));
  }

  /** The same with a field that leads to what has batched ones, itself or as its elements. */
  public Expandable<P> through(
      String name, Function<P, @Nullable Object> read, Supplier<@Nullable Expandable<?>> inside) {
    Function<Object, @Nullable Object> of = unchecked(read);
    return with(name, new Step(parents -> Values.each(parents, of), null, inside));
  }

  private Expandable<P> with(String name, Step step) {
    Map<String, Step> more = new LinkedHashMap<>(steps);
    more.put(name, step);
    return new Expandable<>(more);
  }

  Set<String> names() {
    return steps.keySet();
  }

  @Nullable Step step(String name) {
    return steps.get(name);
  }

  /** Parents of a step are what the step before gave, whose type generated code knows. */
  @SuppressWarnings("unchecked")
  private static <T> T unchecked(Object function) {
    return (T) function;
  }
}
