package io.triglot.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Channel;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.Download;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.Upload;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * The tests of an API: for each operation and each batched field, that every protocol on which it
 * is offered gives the same code, reason, message and details to a caller
 *
 * <ul>
 *   <li>without credentials, with the wrong role, with the right one;
 *   <li>whose input is not valid;
 *   <li>of a method that throws each of its declared errors, or something undeclared;
 *   <li>of a method that takes longer than the operation may,
 * </ul>
 *
 * and that a method is told when its caller has gone away. The API runs as it does in production,
 * with {@link Faults} as its last interceptor, so that no method of a service runs unless {@link
 * #example} asks for it:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> everyProtocolAnswersAlike() {
 *   return Conformance.of(server.api(), faults)
 *       .http(server.uri())
 *       .grpc(channel)
 *       .caller(Map.of("authorization", "Bearer " + token), "admin")
 *       .tests();
 * }
 * }</pre>
 *
 * <p>Not thread-safe; the tests that it makes are.
 */
public final class Conformance {
  private static final Set<String> STREAMS =
      Set.of(
          "java.util.concurrent.Flow$Publisher",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Multi");

  private final Api api;
  private final Faults faults;
  private final Http http = new Http();
  private final OpenApi openApi;
  private final List<ProtocolClient> clients = new ArrayList<>();
  private final List<Credentials> callers = new ArrayList<>(List.of(Credentials.NONE));
  private final Map<String, ObjectNode> examples = new TreeMap<>();
  private final Set<String> executable = new HashSet<>();
  private final Map<Class<?>, Supplier<?>> instances = new HashMap<>();

  private Conformance(Api api, Faults faults) {
    this.api = api;
    this.faults = faults;
    openApi = OpenApi.of(api);
  }

  /**
   * Tests of an API.
   *
   * @param api the API that is being served
   * @param faults what that API has as its last interceptor
   */
  public static Conformance of(Api api, Faults faults) {
    return new Conformance(
        Objects.requireNonNull(api, "api"), Objects.requireNonNull(faults, "faults"));
  }

  /**
   * Where REST is found, and GraphQL at {@code graphql} below it.
   *
   * @param base an address that ends with a slash
   */
  public Conformance http(URI base) {
    return rest(base).graphQl(base.resolve("graphql"));
  }

  /**
   * Where REST is found.
   *
   * @param base an address that ends with a slash
   */
  public Conformance rest(URI base) {
    clients.add(new RestClient(http, base, openApi));
    return this;
  }

  /** Where GraphQL is found. */
  public Conformance graphQl(URI address) {
    clients.add(new GraphQlClient(http, address, api));
    return this;
  }

  /** What leads to the gRPC server. It stays open. */
  public Conformance grpc(Channel channel) {
    clients.add(new GrpcClient(channel, api));
    return this;
  }

  /**
   * Adds a caller.
   *
   * @param headers what it sends to prove who it is: header fields of HTTP, metadata of gRPC
   * @param roles the roles that the API's authenticator finds it to have
   */
  public Conformance caller(Map<String, String> headers, String... roles) {
    callers.add(new Credentials(headers, Set.of(roles)));
    return this;
  }

  /**
   * Gives arguments for an operation, for which the tests otherwise make some from its description,
   * and says that its method may be run with them.
   *
   * @param operation its id, such as {@code OrderService.createOrder}
   * @param arguments JSON: an object with a member for each argument, in the form that REST has
   * @throws IllegalArgumentException when that is no object
   */
  public Conformance example(String operation, String arguments) {
    executable.add(operation);
    return arguments(operation, arguments);
  }

  /**
   * Gives arguments for an operation, with which its method is not run.
   *
   * @param operation its id
   * @param arguments JSON, as of an {@link #example}; of an operation with a client's stream the
   *     first message, with a value of the stream
   * @throws IllegalArgumentException when that is no object
   */
  public Conformance arguments(String operation, String arguments) {
    try {
      examples.put(operation, (ObjectNode) Json.MAPPER.readTree(arguments));
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("Not an object of JSON: " + arguments, e);
    }
    return this;
  }

  /**
   * Gives instances of a declared error, for which the tests otherwise call the plainest of its
   * constructors with arguments of their own.
   */
  public <E extends Throwable> Conformance error(Class<E> error, Supplier<E> instances) {
    return instance(error, instances);
  }

  /**
   * Gives instances of a class, for which the tests otherwise call the plainest constructor with
   * arguments of their own. They need one of each type with batched fields, and of what stands
   * around it in the result of an operation.
   */
  public <T> Conformance instance(Class<T> type, Supplier<? extends T> instances) {
    this.instances.put(type, instances);
    return this;
  }

  /**
   * The tests, a container for each operation and each batched field; none for operations with
   * content of any media type, of which nobody knows what it has to be.
   */
  public Stream<DynamicNode> tests() {
    return api.services().stream()
        .flatMap(
            service ->
                Stream.concat(
                    service.contract().operations().stream()
                        .filter(operation -> !hasContent(operation.method().in(service.type())))
                        .map(operation -> operation(service, operation)),
                    service.contract().batches().stream().map(batch -> batch(service, batch))));
  }

  private DynamicNode operation(BoundService service, OperationDescriptor operation) {
    List<ProtocolClient> offering =
        clients.stream().filter(client -> client.route(operation).isPresent()).toList();
    Method method = operation.method().in(service.type());
    Arguments arguments = arguments(operation, method);
    Set<String> streamed = new TreeSet<>(arguments.names());
    operation.parameters().forEach(streamed::remove);
    return new OperationTests(
            api,
            faults,
            Target.of(operation, method),
            new Comparison(operation, offering),
            List.copyOf(callers),
            arguments,
            executable.contains(operation.id()),
            streamed,
            new Instances(Map.copyOf(instances)))
        .all();
  }

  private static boolean hasContent(Method method) {
    return method.getReturnType() == Download.class
        || Stream.of(method.getGenericParameterTypes())
            .anyMatch(type -> type.getTypeName().contains(Upload.class.getName()));
  }

  private DynamicNode batch(BoundService service, OperationDescriptor batch) {
    return new Batches(api, clients, new Instances(Map.copyOf(instances)), this::arguments)
        .way(service, batch)
        .map(
            way ->
                new OperationTests(
                        api,
                        faults,
                        way.target(),
                        new Comparison(batch, List.of(way.client())),
                        List.copyOf(callers),
                        Arguments.NONE,
                        false,
                        Set.of(),
                        new Instances(Map.copyOf(instances)))
                    .all())
        .orElseGet(() -> Batches.unreachable(batch));
  }

  private Arguments arguments(OperationDescriptor operation, Method method) {
    OpenApi.Route route =
        openApi
            .route(operation)
            .or(
                () ->
                    clients.stream()
                        .flatMap(client -> client.route(operation).stream())
                        .findFirst())
            .orElseGet(() -> OpenApi.described("", Map.of()));
    ObjectNode example = examples.get(operation.id());
    return takesStream(method)
        ? Samples.ofStream(messages(operation).orElseGet(route::ofOneLine), example)
        : new Arguments(
            operation.parameters(),
            route,
            List.of(example == null ? Samples.arguments(route, operation.parameters()) : example));
  }

  /** What describes the messages of a stream on gRPC, where it is offered there. */
  private Optional<OpenApi.Route> messages(OperationDescriptor operation) {
    return clients.stream()
        .filter(client -> client.protocol() == Protocol.GRPC)
        .flatMap(client -> client.route(operation).stream())
        .findFirst();
  }

  private static boolean takesStream(Method method) {
    return Stream.of(method.getParameterTypes()).map(Class::getName).anyMatch(STREAMS::contains);
  }
}
