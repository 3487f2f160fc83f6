package io.triglot.server;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestEndpoint;
import io.triglot.server.page.ApiListing;
import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Route;
import io.triglot.server.page.ApiListing.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the operations of an API are found on each protocol, as the start page lists them. */
final class Listing {
  private final Map<String, Route> routes = new HashMap<>();
  private final Map<String, String> rpcs = new HashMap<>();
  private final Set<String> fields = new HashSet<>();

  private Listing(RestEndpoint rest, String sdl, GrpcEndpoint grpc) {
    rest.routes()
        .forEach(
            route ->
                routes.put(route.operation().id(), new Route(route.method(), route.template())));
    grpc.services().stream()
        .flatMap(service -> service.getMethods().stream())
        .map(ServerMethodDefinition::getMethodDescriptor)
        .forEach(this::addRpc);
    TypeDefinitionRegistry schema = new SchemaParser().parse(sdl);
    for (OperationKind kind : OperationKind.values()) {
      Stream.ofNullable(schema.getTypeOrNull(rootType(kind), ObjectTypeDefinition.class))
          .flatMap(type -> type.getFieldDefinitions().stream())
          .map(FieldDefinition::getName)
          .forEach(name -> fields.add(kind + " " + name));
    }
  }

  static ApiListing of(
      Api api, RestEndpoint rest, String sdl, GrpcEndpoint grpc, int grpcPort, boolean schema) {
    Listing listing = new Listing(rest, sdl, grpc);
    List<Service> services = api.services().stream().map(listing::service).toList();
    return new ApiListing(services, grpcPort, schema);
  }

  private Service service(BoundService service) {
    return new Service(
        service.contract().service(),
        service.contract().operations().stream().map(this::operation).toList());
  }

  private Operation operation(OperationDescriptor operation) {
    String id = operation.id();
    return new Operation(
        operation.name(),
        access(operation.access()),
        routes.get(id),
        field(operation),
        rpcs.get(id));
  }

  private void addRpc(MethodDescriptor<?, ?> method) {
    GrpcEndpoint.operation(method)
        .ifPresent(operation -> rpcs.put(operation.id(), method.getFullMethodName()));
  }

  private @Nullable String field(OperationDescriptor operation) {
    return fields.contains(operation.kind() + " " + operation.name())
        ? operation.kind().name().toLowerCase(Locale.ROOT) + " " + operation.name()
        : null;
  }

  private static String rootType(OperationKind kind) {
    return switch (kind) {
      case QUERY -> "Query";
      case MUTATION -> "Mutation";
      case SUBSCRIPTION -> "Subscription";
    };
  }

  private static @Nullable String access(Access access) {
    return switch (access.level()) {
      case OPEN -> null;
      case AUTHENTICATED -> "signed-in callers";
      case ROLES -> "role " + String.join(" or ", access.roles());
      case DENIED -> "nobody";
    };
  }
}
