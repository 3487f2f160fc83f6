package io.triglot.conformance;

import graphql.schema.GraphQLFieldDefinition;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.OperationDescriptor;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Finds operations that lead to batched fields.
 *
 * @param arguments those of an operation
 */
record Batches(
    Api api,
    List<ProtocolClient> clients,
    Instances instances,
    BiFunction<OperationDescriptor, Method, Arguments> arguments) {

  /** A way to a batched field. */
  record Way(BatchClient client, Target target) {}

  private record Root(OperationDescriptor operation, Method method) {}

  /**
   * The shortest way to a batched field, which so leads through no other one if it need not; of
   * several, one whose operation most callers may call. Empty where there is none, or where nothing
   * can be made that the operation might give.
   */
  Optional<Way> way(BoundService service, OperationDescriptor batch) {
    Method method = batch.method().in(service.type());
    return clients.stream()
        .filter(GraphQlClient.class::isInstance)
        .map(GraphQlClient.class::cast)
        .flatMap(client -> roots().flatMap(root -> way(client, root, batch, method).stream()))
        .min(Comparator.comparingInt(way -> way.client().below().size()));
  }

  private Stream<Root> roots() {
    return api.services().stream()
        .flatMap(
            service ->
                service.contract().operations().stream()
                    .map(each -> new Root(each, each.method().in(service.type()))))
        .filter(root -> root.operation().access().level() != Access.Level.DENIED)
        .sorted(Comparator.comparing(root -> root.operation().access().level()));
  }

  private Optional<Way> way(
      GraphQlClient client, Root root, OperationDescriptor batch, Method method) {
    Optional<List<GraphQLFieldDefinition>> below =
        client.field(root.operation()).flatMap(field -> BatchClient.way(field, batch.name()));
    if (below.isEmpty()) {
      return Optional.empty();
    }
    return instances
        .of(root.method().getGenericReturnType())
        .map(
            result ->
                new Way(
                    new BatchClient(
                        client,
                        root.operation(),
                        below.get(),
                        arguments.apply(root.operation(), root.method())),
                    Target.behind(root.operation(), result, batch, method)));
  }

  /** A test that says that there is no way. */
  static DynamicNode unreachable(OperationDescriptor batch) {
    return DynamicTest.dynamicTest(
        batch.id(),
        () ->
            Assumptions.abort(
                "No operation on GraphQL leads to "
                    + batch.name()
                    + " whose result can be made. Give one: instance(Type.class, () -> …)"));
  }
}
