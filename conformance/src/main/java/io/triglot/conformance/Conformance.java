package io.triglot.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.Channel;
import io.triglot.runtime.Api;
import io.triglot.runtime.BoundService;
import io.triglot.runtime.OperationDescriptor;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * The tests of an API: for each operation, that every protocol on which it is offered gives the
 * same code, reason, message and details to a caller
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
  private final Api api;
  private final Faults faults;
  private final Http http = new Http();
  private final OpenApi openApi;
  private final List<ProtocolClient> clients = new ArrayList<>();
  private final List<Credentials> callers = new ArrayList<>(List.of(Credentials.NONE));
  private final Map<String, ObjectNode> examples = new TreeMap<>();
  private final Map<Class<?>, Supplier<? extends Throwable>> errors = new HashMap<>();

  private Conformance(Api api, Faults faults) {
    this.api = api;
    this.faults = faults;
    openApi = new OpenApi(api);
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
    try {
      examples.put(operation, (ObjectNode) new JsonMapper().readTree(arguments));
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
    errors.put(error, instances);
    return this;
  }

  /** The tests, a container for each operation. */
  public Stream<DynamicNode> tests() {
    return api.services().stream()
        .flatMap(
            service ->
                service.contract().operations().stream()
                    .map(operation -> tests(service, operation)));
  }

  private DynamicNode tests(BoundService service, OperationDescriptor operation) {
    Comparison everywhere =
        new Comparison(
            operation, clients.stream().filter(client -> client.offers(operation)).toList());
    ObjectNode example = examples.get(operation.id());
    return new OperationTests(
            api,
            faults,
            operation,
            operation.method().in(service.type()),
            everywhere,
            List.copyOf(callers),
            example == null ? sample(operation) : example,
            example != null,
            openApi,
            new Errors(Map.copyOf(errors)))
        .all();
  }

  private ObjectNode sample(OperationDescriptor operation) {
    return openApi
        .route(operation)
        .map(route -> new Samples(openApi).arguments(route, operation.parameters()))
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }
}
