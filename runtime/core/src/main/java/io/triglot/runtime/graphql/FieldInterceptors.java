package io.triglot.runtime.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.Calls;
import io.triglot.runtime.OperationDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stands around single fields of object types.
 *
 * @param byField the interceptors by the coordinates of their fields, such as {@code Product.price}
 */
record FieldInterceptors(Map<String, List<CallInterceptor>> byField, Calls calls) {

  /**
   * Makes sure that there is a field for each.
   *
   * @param fields the coordinates of all fields that are no operations
   * @throws IllegalStateException when there is not
   */
  void requireAll(Set<String> fields) {
    Set<String> unknown = new TreeSet<>(byField.keySet());
    unknown.removeAll(fields);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "There is an interceptor for the GraphQL field "
              + unknown.iterator().next()
              + ", which no type has, or which is an operation. There are "
              + String.join(", ", fields));
    }
  }

  /** The fetcher of a field inside of its interceptors, if it has any. */
  DataFetcher<?> around(String type, String field, DataFetcher<?> fetcher) {
    List<CallInterceptor> interceptors = byField.get(type + "." + field);
    return interceptors == null
        ? fetcher
        : new Intercepted(
            interceptors, OperationDescriptor.query(type, field).nonBlocking(), fetcher, calls);
  }

  private record Intercepted(
      List<CallInterceptor> interceptors,
      OperationDescriptor field,
      DataFetcher<?> fetcher,
      Calls calls)
      implements DataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      return calls.<@Nullable Object>intercepted(
          interceptors, field, Execution.request(environment), () -> fetcher.get(environment));
    }
  }
}
