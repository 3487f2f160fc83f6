package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.server.notes.TaskService;
import io.triglot.server.notes.TaskServiceGrpcClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method learns of callers that go away, and of callers' languages, on real connections. */
@Timeout(120)
class CancellationTest {
  private static final String QUERY = "{\"query\":\"%s { %s }\"}";

  private final TaskService tasks = new TaskService();
  private final BlockingQueue<String> observed = new LinkedBlockingQueue<>();
  private final TriglotServer server =
      TriglotServer.builder()
          .service(tasks)
          .observer(
              (operation, request) ->
                  failure ->
                      observed.add(
                          operation.name() + " " + (failure == null ? "OK" : failure.code())))
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
  private final ManagedChannel channel =
      NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"blocking, cancelled true", "staged, CancellationException"})
  void aClientOfRestThatClosesItsConnectionCancels(String operation, String told) throws Exception {
    try (Socket socket = socket()) {
      send(socket, "GET /" + operation + " HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(tasks.next()).isEqualTo("begun false");
    }
    assertThat(tasks.next()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"blocking, cancelled true", "staged, CancellationException"})
  void aClientOfRestThatResetsItsStreamCancels(String operation, String told) throws Exception {
    CompletableFuture<?> answer =
        TestHost.client(HttpClient.Version.HTTP_2)
            .sendAsync(
                HttpRequest.newBuilder(server.uri().resolve("/" + operation)).build(),
                BodyHandlers.ofString());
    assertThat(tasks.next()).isEqualTo("begun false");
    answer.cancel(true);
    assertThat(tasks.next()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"blocking, cancelled true", "staged, CancellationException"})
  void aClientOfGraphQlThatClosesItsConnectionCancels(String operation, String told)
      throws Exception {
    String body = QUERY.formatted("query", operation);
    try (Socket socket = socket()) {
      send(
          socket,
          "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
      assertThat(tasks.next()).isEqualTo("begun false");
    }
    assertThat(tasks.next()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "query, blocking, cancelled true, complete",
    "query, staged, CancellationException, complete",
    "subscription, streamed, cancelled true, complete",
    "query, blocking, cancelled true, abort",
    "query, staged, CancellationException, abort",
    "subscription, streamed, cancelled true, abort",
  })
  void aClientOnAWebSocketCancels(String kind, String operation, String told, String way)
      throws Exception {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    WebSocket socket = webSocket(acknowledged);
    socket.sendText("{\"type\":\"connection_init\"}", true).join();
    acknowledged.get(20, TimeUnit.SECONDS);
    String payload = QUERY.formatted(kind, operation);
    socket
        .sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + payload + "}", true)
        .join();
    assertThat(tasks.next()).isEqualTo("begun false");
    if (way.equals("abort")) {
      socket.abort();
    } else {
      socket.sendText("{\"id\":\"1\",\"type\":\"complete\"}", true).join();
    }
    assertThat(tasks.next()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "blocking, cancelled true",
    "staged, CancellationException",
    "streamed, cancelled true"
  })
  void aClientOfGrpcThatCancelsItsCallCancels(String operation, String told) throws Exception {
    Context.CancellableContext context = Context.current().withCancellation();
    CompletableFuture.runAsync(context.wrap(() -> call(operation)));
    assertThat(tasks.next()).isEqualTo("begun false");
    context.cancel(null);
    assertThat(tasks.next()).isEqualTo(told);
  }

  private void call(String operation) {
    TaskServiceGrpcClient client = TaskServiceGrpcClient.of(channel);
    switch (operation) {
      case "blocking" -> client.blocking();
      case "staged" -> client.staged();
      default -> client.streamed().subscribe(new Reading());
    }
  }

  @Test
  void aClientThatStopsReadingEventsCancels() throws Exception {
    try (Socket socket = socket()) {
      send(socket, "GET /streamed HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n");
      assertThat(tasks.next()).isEqualTo("begun false");
    }
    assertThat(tasks.next()).isEqualTo("cancelled true");
  }

  @Test
  void aDeadlineThatPassesCancels() throws Exception {
    try (Socket socket = socket()) {
      send(socket, "GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(tasks.next()).isEqualTo("cancelled true");
      assertThat(reader(socket).readLine()).isEqualTo("HTTP/1.1 504 Gateway Timeout");
    }
  }

  @Test
  void observersAreToldThatACallWasCancelled() throws Exception {
    aClientOfRestThatResetsItsStreamCancels("staged", "CancellationException");

    assertThat(observed.poll(20, TimeUnit.SECONDS)).isEqualTo("staged CANCELLED");
  }

  @Test
  void aCallThatTakesLongIsAnsweredAndItsConnectionClosed() throws Exception {
    try (Socket socket = socket()) {
      send(socket, "GET /languages HTTP/1.1\r\nHost: a\r\n\r\n");
      BufferedReader answers = reader(socket);
      assertThat(head(answers)).contains("HTTP/1.1 200 OK").doesNotContain("Connection: close");
      answers.skip("\"[] fr\"".length());

      send(socket, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(head(answers)).contains("HTTP/1.1 200 OK", "Connection: close");
      assertThat(answers.readLine()).isEqualTo("\"done\"");
      assertThat(answers.readLine()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "graphQl", "grpc"})
  void aMethodKnowsTheLanguagesOfItsCaller(String protocol) throws Exception {
    String accepted = "en-GB;q=0.8, de-CH, *;q=0.1, it;q=0";
    assertThat(languages(protocol, accepted)).contains("[de_CH, en_GB] de");
    assertThat(languages(protocol, "es")).contains("[es] fr");
    assertThat(languages(protocol, "?!;q=9")).contains("[] fr");
  }

  private String languages(String protocol, String accepted) throws Exception {
    if (protocol.equals("grpc")) {
      Metadata headers = new Metadata();
      headers.put(Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER), accepted);
      return TaskServiceGrpcClient.of(
              ClientInterceptors.intercept(
                  channel, MetadataUtils.newAttachHeadersInterceptor(headers)))
          .languages();
    }
    HttpRequest.Builder request =
        protocol.equals("rest")
            ? HttpRequest.newBuilder(server.uri().resolve("/languages"))
            : HttpRequest.newBuilder(server.uri().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY.formatted("query", "languages")));
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(request.header("Accept-Language", accepted).build(), BodyHandlers.ofString())
        .body();
  }

  private Socket socket() throws IOException {
    return new Socket("127.0.0.1", server.port());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static List<String> head(BufferedReader answers) {
    return answers.lines().takeWhile(line -> !line.isEmpty()).toList();
  }

  private WebSocket webSocket(CompletableFuture<Void> acknowledged) {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .subprotocols(GraphQlEndpoint.SUBPROTOCOL)
        .buildAsync(
            URI.create("ws://127.0.0.1:" + server.port() + "/graphql"),
            new WebSocket.Listener() {
              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                acknowledged.complete(null);
                socket.request(1);
                return null;
              }
            })
        .join();
  }

  private static final class Reading implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(String element) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
