package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.server.notes.NoteService;
import io.triglot.server.notes.ProbeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole server with a service of its own, on real sockets. */
@Timeout(60)
class TriglotServerTest {
  private final NoteService notes = new NoteService();
  private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final TriglotServer server =
      TriglotServer.builder()
          .service(notes)
          .authenticator(
              request ->
                  request.header("authorization").map(name -> new Caller(name, Set.of("writer"))))
          .observer(
              (operation, request) ->
                  failure ->
                      log.add(
                          request.protocol()
                              + " "
                              + operation.name()
                              + " "
                              + (failure == null ? "OK" : failure.code())))
          .interceptor(
              (context, next) -> {
                log.add(context.protocol() + " passes");
                return next.call();
              })
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();

  /** Of HTTP/1.1, because with HTTP/2 the JDK's gives up its calls at GOAWAY before JDK 24. */
  private final HttpClient client = TestHost.client(HttpClient.Version.HTTP_1_1);

  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void answersTheSameCallOnThreeProtocols() throws Exception {
    assertThat(get("/notes/7", "*/*").body()).isEqualTo("{\"id\":\"7\",\"text\":\"Milk\"}");
    assertThat(graphQl("{note(id:7){id text}}").body())
        .isEqualTo("{\"data\":{\"note\":{\"id\":\"7\",\"text\":\"Milk\"}}}");
    assertThat(rpc("Note", "id", "7").toString())
        .isEqualTo("result {\n  id: \"7\"\n  text: \"Milk\"\n}\n");
  }

  @Test
  void asksForTheSameRoleOnThreeProtocols() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(server.uri().resolve("/notes"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Bread\"}"))
            .build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    assertThat(graphQl("mutation{createNote(text:\\\"Bread\\\"){id}}").body())
        .contains("UNAUTHENTICATED");
    assertThatThrownBy(() -> rpc("CreateNote", "text", "Bread"))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
  }

  @Test
  void limitsTheTimeOfACallOnThreeProtocols() throws Exception {
    HttpResponse<String> late = get("/notes/7/next", "*/*");
    assertThat(late.statusCode()).isEqualTo(504);
    assertThat(late.body()).contains("\"code\":\"DEADLINE_EXCEEDED\"");
    assertThat(graphQl("{nextNote(id:7){id}}").body()).contains("\"code\":\"DEADLINE_EXCEEDED\"");
    assertThatThrownBy(() -> rpc("NextNote", "id", "7"))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
  }

  @Test
  void observesAndInterceptsCallsOfThreeProtocols() throws Exception {
    get("/notes/7", "*/*");
    graphQl("{note(id:7){id text}}");
    rpc("Note", "id", "7");
    graphQl("mutation{createNote(text:\\\"Bread\\\"){id}}");

    assertThat(log)
        .containsExactly(
            "REST passes",
            "REST note OK",
            "GRAPHQL passes",
            "GRAPHQL note OK",
            "GRPC passes",
            "GRPC note OK",
            "GRAPHQL createNote UNAUTHENTICATED");
  }

  @Test
  void streamsToAllThreeProtocolsAndEndsTheStreamsWhenItStops() throws Exception {
    Stream<String> events = sse("/note-changes");
    Iterator<DynamicMessage> rpcEvents = rpcStream("NoteChanges");
    GraphQlClient subscriber = new GraphQlClient();
    subscriber.open();
    Iterator<String> lines = events.iterator();
    while (notes.subscribers() < 3) {
      Thread.onSpinWait();
    }

    notes.createNote("Bread");

    assertThat(nextData(lines)).isEqualTo("data:{\"id\":\"2\",\"text\":\"Bread\"}");
    assertThat(rpcEvents.next().toString()).contains("text: \"Bread\"");
    assertThat(subscriber.messages.take()).contains("\"type\":\"next\"", "Bread");

    server.stop();

    assertThat(nextData(lines)).contains("UNAVAILABLE");
    lines.forEachRemaining(line -> assertThat(line).isEmpty()); // and a clean end
    assertThatThrownBy(rpcEvents::hasNext)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    assertThat(subscriber.messages.take()).contains("UNAVAILABLE");
    assertThat(subscriber.closed.get()).isEqualTo(1001);
  }

  @Test
  void showsABrowserTheExplorerAndAClientItsResult() throws Exception {
    HttpResponse<String> page = get("/graphql", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'");

    assertThat(get("/graphql?query=%7Bnotes%7Bid%7D%7D", "application/json").body())
        .isEqualTo("{\"data\":{\"notes\":[{\"id\":\"1\"}]}}");
  }

  @Test
  void servesItsContracts() throws Exception {
    assertThat(get("/openapi.json", "*/*").body()).contains("\"openapi\" : \"3.1.0\"");
    assertThat(get("/schema.graphqls", "*/*").body()).contains("type Query");
    assertThat(get("/proto", "*/*").body())
        .contains("href=\"./proto/triglot/server/notes/v1/note_service.proto\"");
    assertThat(get("/proto/triglot/server/notes/v1/note_service.proto", "*/*").body())
        .contains("service NoteService");
    assertThat(get("/_triglot/page.css", "*/*").headers().firstValue("content-type"))
        .hasValue("text/css; charset=utf-8");
  }

  @Test
  void listsItsOperationsOnTheStartPage() throws Exception {
    HttpResponse<String> page = get("/", "text/html");

    assertThat(page.body())
        .contains("<h1>", "NoteService", "Keeps notes.", "Writes a note down.", "role writer")
        .contains("GET /<wbr>notes/<wbr>{id}", "Mutation.<wbr>createNote")
        .contains("triglot.<wbr>server.<wbr>notes.<wbr>v1.<wbr>NoteService/<wbr>CreateNote")
        .contains("port " + server.grpcPort())
        .contains("curl http://127.0.0.1:" + server.port() + "/notes/1<")
        .contains("http://127.0.0.1:" + server.grpcPort() + "/triglot.server.notes.v1.NoteService");
    assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
  }

  @Test
  void tellsItsHealth() throws Exception {
    for (String path : List.of("/health", "/health/ready", "/health/live")) {
      HttpResponse<String> health = get(path, "*/*");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void isNotReadyWhileItStops() throws Exception {
    HealthEndpoints health = new HealthEndpoints(() -> false, TreeMap::new);
    assertThat(health.readiness().accept(new HandshakeRequest("/", "", Map.of(), List.of())))
        .satisfies(
            exchange ->
                assertThat(exchange.respond().toCompletableFuture().get().status()).isEqualTo(503));
  }

  @Test
  void answersOtherMethodsOnItsOwnPaths() throws Exception {
    HttpResponse<String> refused = send("DELETE", "/openapi.json");
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("allow")).hasValue("GET, HEAD, OPTIONS");
    assertThat(send("OPTIONS", "/health").statusCode()).isEqualTo(204);
    assertThat(send("HEAD", "/").headers().firstValueAsLong("content-length").orElseThrow())
        .isPositive();
  }

  @Test
  void leavesUnknownPathsToRest() throws Exception {
    assertThat(get("/nothing", "*/*").statusCode()).isEqualTo(404);
    assertThat(get("/proto/nothing", "*/*").headers().firstValue("content-type"))
        .hasValue("application/problem+json");
  }

  @Test
  void refusesARouteThatIsAPathOfItsOwn() {
    TriglotServer.Builder clashing =
        TriglotServer.builder().service(new ProbeService()).port(0).grpcPort(0);

    assertThatThrownBy(clashing::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GET /{probe} of ProbeService.health")
        .hasMessageContaining("Give the operation another route");
  }

  @Test
  void saysWhichPortIsTaken() {
    TriglotServer.Builder second =
        TriglotServer.builder()
            .service(new NoteService())
            .host("127.0.0.1")
            .port(server.port())
            .grpcPort(0);

    assertThatThrownBy(second::start)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot listen on 127.0.0.1:" + server.port());
  }

  @Test
  void canBeStoppedTwice() {
    server.stop();
    server.stop();

    assertThatThrownBy(() -> get("/", "*/*")).isInstanceOf(IOException.class);
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.uri() + path.substring(1)))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> graphQl(String query) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri().resolve("/graphql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private Stream<String> sse(String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofLines())
        .body();
  }

  /** The data of the next event of a stream of server-sent events. */
  private static String nextData(Iterator<String> lines) {
    String line;
    do {
      line = lines.next();
    } while (!line.startsWith("data:"));
    return line.replaceFirst("data: ", "data:");
  }

  private DynamicMessage rpc(String name, String field, String value) {
    MethodDescriptor<DynamicMessage, DynamicMessage> method = method(name);
    Descriptor type = schema(name).getInputType();
    DynamicMessage request =
        DynamicMessage.newBuilder(type).setField(type.findFieldByName(field), value).build();
    return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
  }

  private Iterator<DynamicMessage> rpcStream(String name) {
    DynamicMessage request = DynamicMessage.getDefaultInstance(schema(name).getInputType());
    return ClientCalls.blockingServerStreamingCall(
        channel, method(name), CallOptions.DEFAULT, request);
  }

  private MethodDescriptor<DynamicMessage, DynamicMessage> method(String name) {
    return MethodDescriptor.newBuilder(
            marshaller(schema(name).getInputType()), marshaller(schema(name).getOutputType()))
        .setType(
            schema(name).isServerStreaming()
                ? MethodDescriptor.MethodType.SERVER_STREAMING
                : MethodDescriptor.MethodType.UNARY)
        .setFullMethodName("triglot.server.notes.v1.NoteService/" + name)
        .build();
  }

  private static MethodDescriptor.Marshaller<DynamicMessage> marshaller(Descriptor type) {
    return ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(type));
  }

  /** What the service's descriptor tells, as a client would learn by reflection. */
  private com.google.protobuf.Descriptors.MethodDescriptor schema(String name) {
    Object schema =
        GrpcEndpoint.of(Api.of(notes))
            .services()
            .get(0)
            .getServiceDescriptor()
            .getSchemaDescriptor();
    return ((ProtoServiceDescriptorSupplier) Objects.requireNonNull(schema))
        .getServiceDescriptor()
        .findMethodByName(name);
  }

  /** A client of graphql-transport-ws with one subscription. */
  private final class GraphQlClient implements WebSocket.Listener {
    final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    void open() throws Exception {
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .subprotocols("graphql-transport-ws")
              .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/graphql"), this)
              .get();
      socket.sendText("{\"type\":\"connection_init\"}", true).get();
      assertThat(messages.take()).contains("connection_ack");
      socket
          .sendText(
              "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":"
                  + "{\"query\":\"subscription{noteChanges{text}}\"}}",
              true)
          .get();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      messages.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }
}
