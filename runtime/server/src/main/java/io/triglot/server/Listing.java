package io.triglot.server;

import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.server.page.ApiListing;
import io.triglot.server.page.ApiListing.Address;
import io.triglot.server.page.ApiListing.Argument;
import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Service;
import io.triglot.server.page.Credential;
import io.triglot.server.page.GraphQlCalls;
import io.triglot.server.page.GrpcCalls;
import io.triglot.server.page.RestCalls;
import io.triglot.server.page.ServiceReport;
import io.triglot.server.page.ServiceReport.Entry;
import io.triglot.server.page.TypeCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the start page lists: the report of each service, as the processor has kept it, with calls
 * made of the contracts that are served.
 */
final class Listing {
  private final RestCalls rest;
  private final GraphQlCalls graphQl;
  private final Map<String, MethodDescriptor> rpcs = new HashMap<>();
  private final Set<String> guarded = new HashSet<>();
  private final boolean schema;
  private final boolean tls;

  private Listing(Api api, String openApi, String sdl, GrpcEndpoint grpc, boolean tls) {
    rest = new RestCalls(openApi);
    graphQl = new GraphQlCalls(sdl);
    schema = !sdl.isEmpty();
    this.tls = tls;
    grpc.services().stream()
        .flatMap(service -> service.getMethods().stream())
        .map(ServerMethodDefinition::getMethodDescriptor)
        .forEach(this::addRpc);
    api.services().stream()
        .flatMap(service -> service.contract().operations().stream())
        .filter(operation -> operation.access().level() != Access.Level.OPEN)
        .map(OperationDescriptor::id)
        .forEach(guarded::add);
  }

  /**
   * Lists an API.
   *
   * @param openApi its OpenAPI document as JSON
   * @param sdl its GraphQL schema; empty where that is not told
   * @param tls whether the gRPC port speaks TLS
   */
  static ApiListing of(
      Api api, String openApi, String sdl, GrpcEndpoint grpc, int grpcPort, boolean tls) {
    Listing listing = new Listing(api, openApi, sdl, grpc, tls);
    List<Service> services = api.services().stream().map(listing::service).toList();
    return new ApiListing(
        listing.rest.title(),
        services,
        TypeCatalog.of(openApi, sdl, listing.rpcs.values(), named(api)),
        grpcPort,
        listing.schema);
  }

  private static List<ServiceReport.Named> named(Api api) {
    return api.services().stream()
        .flatMap(
            service -> ServiceReport.parse(service.contract().fragment(ServiceReport.ID)).stream())
        .flatMap(report -> Stream.ofNullable(report.types()).flatMap(List::stream))
        .toList();
  }

  private void addRpc(io.grpc.MethodDescriptor<?, ?> method) {
    if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier) {
      rpcs.put(method.getFullMethodName(), supplier.getMethodDescriptor());
    }
  }

  private Service service(BoundService service) {
    String name = service.contract().service();
    return ServiceReport.parse(service.contract().fragment(ServiceReport.ID))
        .map(
            report ->
                new Service(
                    report.name(),
                    report.doc(),
                    report.deprecation(),
                    report.entries().stream().map(entry -> operation(name, entry)).toList()))
        .orElseGet(() -> new Service(name, "", "", List.of()));
  }

  private Operation operation(String service, Entry entry) {
    String id = service + "." + entry.name();
    Credential credential = guarded.contains(id) ? rest.credential() : null;
    List<Address> addresses = new ArrayList<>();
    add("rest", "REST", entry, any -> rest.of(id), addresses);
    if (schema) {
      add(
          "graphql",
          "GraphQL",
          entry,
          field -> graphQl.of(field, rest.arguments(id), credential),
          addresses);
    }
    add("grpc", "gRPC", entry, rpc -> rpc(id, rpc, credential), addresses);
    return new Operation(
        entry.name(),
        entry.signature(),
        entry.doc(),
        arguments(id, entry),
        entry.deprecation(),
        entry.access(),
        entry.errors(),
        addresses);
  }

  /** Both documents have the same docs; not every operation is in both. */
  private List<Argument> arguments(String id, Entry entry) {
    List<Argument> described = rest.described(id);
    String field = entry.addresses().get("graphql");
    return described.isEmpty() && schema && field != null ? graphQl.described(field) : described;
  }

  private Optional<String> rpc(String id, String name, @Nullable Credential credential) {
    return Optional.ofNullable(rpcs.get(name))
        .map(method -> GrpcCalls.of(method, rest.arguments(id), credential, tls));
  }

  private static void add(
      String backend,
      String protocol,
      Entry entry,
      Function<String, Optional<String>> call,
      List<Address> addresses) {
    String address = entry.addresses().get(backend);
    if (address != null) {
      addresses.add(new Address(protocol, address, call.apply(address).orElse(null)));
    }
  }
}
