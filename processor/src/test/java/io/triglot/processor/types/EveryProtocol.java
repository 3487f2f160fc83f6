package io.triglot.processor.types;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.graphql.GraphQlLimit;
import io.triglot.runtime.graphql.GraphQlSettings;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One compiled service on all three protocols; requests and answers of each are JSON. */
public final class EveryProtocol implements AutoCloseable {
  /** Keeps all the digits of numbers. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final RestEndpoint rest;
  private final GraphQlEndpoint graphQl;
  private final ServerServiceDefinition grpc;
  private final Server server;
  private final ManagedChannel channel;

  /** The roles of who calls, separated by commas; empty for an anonymous caller. */
  private String roles = "";

  private EveryProtocol(Api api) throws IOException {
    rest = RestEndpoint.of(api);
    graphQl = GraphQlEndpoint.of(api, unlimited());
    grpc = GrpcEndpoint.of(api).services().get(0);
    String name = InProcessServerBuilder.generateName();
    server = InProcessServerBuilder.forName(name).addService(grpc).build().start();
    channel = InProcessChannelBuilder.forName(name).build();
  }

  private static GraphQlSettings unlimited() {
    GraphQlSettings settings = GraphQlSettings.DEFAULTS.withAssumedListSize(1);
    for (GraphQlLimit limit : GraphQlLimit.values()) {
      settings = settings.with(limit, Integer.MAX_VALUE);
    }
    return settings;
  }

  static EveryProtocol of(Compilation compilation, String service) {
    try {
      return of(compilation.load(service).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A service on all three protocols. */
  public static EveryProtocol of(Object service) {
    try {
      return new EveryProtocol(
          Api.builder().service(service).authenticator(EveryProtocol::caller).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Caller> caller(CallRequest request) {
    return request.header("roles").map(roles -> new Caller("c", Set.of(roles.split(","))));
  }

  /** Has a caller with these roles make the calls from now on; one without any is anonymous. */
  public EveryProtocol as(String... roles) {
    this.roles = String.join(",", roles);
    return this;
  }

  private Optional<String> header(String name) {
    return Optional.of(roles).filter(each -> name.equals("roles") && !each.isEmpty());
  }

  /** What REST answers, with an error's status in the field {@code status}. */
  public JsonNode rest(String method, String pathAndQuery, String body) {
    HttpResponse response =
        rest.accept(new Request(method, pathAndQuery, body, this::header))
            .respond()
            .toCompletableFuture()
            .join();
    return json(
        response.body() instanceof HttpResponse.Body.Whole whole
            ? new String(whole.bytes(), StandardCharsets.UTF_8)
            : "null");
  }

  /** All that REST streams. */
  String restStream(String path) {
    HttpResponse response =
        rest.accept(new Request("GET", path, "", this::header))
            .respond()
            .toCompletableFuture()
            .join();
    return collected(((HttpResponse.Body.Pieces) response.body()).publisher()).stream()
        .map(piece -> new String(piece, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  /** The responses to the events of a subscription. */
  List<JsonNode> subscription(String document) {
    Flow.Publisher<ExecutionResult> events = execute(document, Map.of()).getData();
    return collected(events).stream()
        .map(event -> json(JSON.valueToTree(event.toSpecification()).toString()))
        .toList();
  }

  /** All that a publisher emits. */
  static <T> List<T> collected(Flow.Publisher<T> publisher) {
    List<T> elements = new ArrayList<>();
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<T>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T element) {
            elements.add(element);
          }

          @Override
          public void onError(Throwable failure) {
            all.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            all.complete(elements);
          }
        });
    return all.orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** The data of one GraphQL field, or the errors of the response. */
  public JsonNode graphQl(String document, Map<String, Object> variables) {
    JsonNode response = graphQlResponse(document, variables);
    return response.has("errors") ? response.get("errors") : response.get("data").elements().next();
  }

  /** A whole response of GraphQL. */
  public JsonNode graphQlResponse(String document, Map<String, Object> variables) {
    return json(JSON.valueToTree(execute(document, variables).toSpecification()).toString());
  }

  private ExecutionResult execute(String document, Map<String, Object> variables) {
    return graphQl.execute(
        ExecutionInput.newExecutionInput(document)
            .variables(variables)
            .graphQLContext(Map.of(CallRequest.class, new GraphQlRequest(this::header)))
            .build());
  }

  /** The arguments of a field of Mutation with their types, as the schema has them. */
  public Map<String, String> arguments(String mutation) {
    ObjectTypeDefinition type =
        (ObjectTypeDefinition) new SchemaParser().parse(graphQl.sdl()).types().get("Mutation");
    Map<String, String> arguments = new LinkedHashMap<>();
    for (FieldDefinition field : type.getFieldDefinitions()) {
      if (field.getName().equals(mutation)) {
        field
            .getInputValueDefinitions()
            .forEach(each -> arguments.put(each.getName(), AstPrinter.printAst(each.getType())));
      }
    }
    return arguments;
  }

  /**
   * What an rpc answers, in the JSON form of protobuf.
   *
   * @throws io.grpc.StatusRuntimeException for a status that is not OK
   */
  JsonNode grpc(String rpc, String request) {
    try {
      DynamicMessage.Builder message = DynamicMessage.newBuilder(input(rpc));
      JsonFormat.parser().merge(request, message);
      return json(
          JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(grpc(rpc, message.build())));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * What an rpc answers.
   *
   * @throws io.grpc.StatusRuntimeException for a status that is not OK
   */
  public DynamicMessage grpc(String rpc, DynamicMessage request) {
    MethodDescriptor<DynamicMessage, DynamicMessage> descriptor =
        MethodDescriptor.newBuilder(marshaller(input(rpc)), marshaller(method(rpc).getOutputType()))
            .setType(MethodType.UNARY)
            .setFullMethodName(grpc.getServiceDescriptor().getName() + "/" + rpc)
            .build();
    return ClientCalls.blockingUnaryCall(channel(), descriptor, CallOptions.DEFAULT, request);
  }

  /** Where clients of the service call it. */
  public Channel channel() {
    Metadata headers = new Metadata();
    header("roles")
        .ifPresent(
            value ->
                headers.put(Metadata.Key.of("roles", Metadata.ASCII_STRING_MARSHALLER), value));
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** The type of an rpc's request. */
  public Descriptor input(String rpc) {
    return method(rpc).getInputType();
  }

  private Descriptors.MethodDescriptor method(String rpc) {
    return ((ProtoServiceDescriptorSupplier) grpc.getServiceDescriptor().getSchemaDescriptor())
        .getServiceDescriptor()
        .findMethodByName(rpc);
  }

  /** Text as JSON, with all the digits of its numbers. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON as the values that GraphQL's variables have. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> variables(JsonNode json) {
    return JSON.convertValue(json, Map.class);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  private record GraphQlRequest(Function<String, Optional<String>> headers) implements CallRequest {
    @Override
    public Protocol protocol() {
      return Protocol.GRAPHQL;
    }

    @Override
    public Optional<String> header(String name) {
      return headers.apply(name);
    }
  }

  private record Request(
      String method, String target, String text, Function<String, Optional<String>> known)
      implements HttpRequest {
    @Override
    public String path() {
      return target.split("\\?", 2)[0];
    }

    @Override
    public String query() {
      return target.contains("?") ? target.split("\\?", 2)[1] : "";
    }

    @Override
    public List<String> headers(String name) {
      return name.equalsIgnoreCase("content-type")
          ? List.of("application/json")
          : known.apply(name).stream().toList();
    }

    @Override
    public byte[] body() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
