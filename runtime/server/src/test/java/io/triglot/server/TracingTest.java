package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ClientInterceptors;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.telemetry.OpenTelemetryTracing;
import io.triglot.server.library.Book;
import io.triglot.server.library.LibraryService;
import io.triglot.server.library.LibraryServiceGrpcClient;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spans of calls over real sockets, as the SDK of OpenTelemetry exports them. */
@Timeout(60)
class TracingTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CLIENT_SPAN = "b7ad6b7169203331";
  private static final Map<String, String> TRACED =
      Map.of("traceparent", "00-" + TRACE + "-" + CLIENT_SPAN + "-01", "baggage", "shelf=7");

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance())))
          .build();
  private final OpenTelemetryTracing tracing = OpenTelemetryTracing.of(telemetry);

  /** The span that was current, and the baggage, wherever the service's code ran. */
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  private final TriglotServer other = server(context -> new Book("9", "Other"));
  private final LibraryClients others = LibraryClients.of(other);
  private final TriglotServer server = server(this::loan);
  private final LibraryClients clients = LibraryClients.of(server);

  private boolean onOtherThread;
  private boolean withClientSpans = true;

  private TriglotServer server(Function<CallContext, Book> elsewhere) {
    return TriglotServer.builder()
        .service(new LibraryService(this::probe, elsewhere))
        .observer(tracing)
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0)
        .start();
  }

  private void probe() {
    seen.add(
        Span.current().getSpanContext().getSpanId()
            + " "
            + Baggage.current().getEntryValue("shelf"));
  }

  private Book loan(CallContext context) {
    LibraryServiceGrpcClient client =
        LibraryServiceGrpcClient.of(
            withClientSpans
                ? ClientInterceptors.intercept(others.channel(), tracing.clientInterceptor())
                : others.channel());
    return onOtherThread
        ? CompletableFuture.supplyAsync(() -> client.onBehalfOf(context).book("9")).join()
        : client.book("9");
  }

  @AfterEach
  void stop() {
    clients.close();
    others.close();
    server.close();
    other.close();
    telemetry.close();
  }

  @Test
  void makesAnHttpServerSpanOfACallOnRest() throws Exception {
    clients.get("books/7", TRACED);

    SpanData span = only();
    assertThat(span.getName()).isEqualTo("GET /books/{id}");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attributes(span))
        .containsEntry("http.request.method", "GET")
        .containsEntry("http.route", "/books/{id}")
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("url.path", "/books/7")
        .containsEntry("url.scheme", "http")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) server.port())
        .containsEntry("triglot.operation", "LibraryService.book")
        .containsKey("user_agent.original")
        .doesNotContainKey("error.type");
    assertIsChildOfTheClient(span);
    assertThat(seen).containsExactly(span.getSpanId() + " 7");
  }

  @Test
  void makesAnRpcServerSpanOfACallOnGrpc() {
    clients.grpc(TRACED).book("7");

    SpanData span = only();
    assertThat(span.getName()).isEqualTo("triglot.server.library.v1.LibraryService/Book");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attributes(span))
        .containsEntry("rpc.system.name", "grpc")
        .containsEntry("rpc.method", "triglot.server.library.v1.LibraryService/Book")
        .containsEntry("rpc.response.status_code", "OK")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", (long) server.grpcPort())
        .containsEntry("triglot.operation", "LibraryService.book");
    assertIsChildOfTheClient(span);
    assertThat(seen).containsExactly(span.getSpanId() + " 7");
  }

  @Test
  void makesAServerSpanOfAGraphQlDocumentAndSpansOfItsCallsAndBatches() throws Exception {
    clients.graphQl("query Shelf { a: book(id: 7) { id } books { title author } }", TRACED);

    SpanData document = named("query");
    assertThat(document.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attributes(document))
        .containsEntry("graphql.operation.type", "query")
        .doesNotContainKey("graphql.document");
    assertIsChildOfTheClient(document);
    for (String call :
        List.of("LibraryService.book", "LibraryService.books", "LibraryService.Book.author")) {
      assertThat(named(call).getParentSpanId()).isEqualTo(document.getSpanId());
      assertThat(named(call).getKind()).isEqualTo(SpanKind.INTERNAL);
    }
    assertThat(exporter.getFinishedSpanItems()).hasSize(4); // none of id and title
    assertThat(seen)
        .containsExactly(
            named("LibraryService.book").getSpanId() + " 7",
            named("LibraryService.Book.author").getSpanId() + " 7");
  }

  @Test
  void tellsTheNameOfAGraphQlOperationThatTheClientChose() throws Exception {
    clients.post(
        "graphql",
        "{\"query\":\"query Shelf {books{id}} query Other {books{title}}\","
            + "\"operationName\":\"Shelf\"}",
        Map.of());

    assertThat(attributes(named("query"))).containsEntry("graphql.operation.name", "Shelf");
  }

  @Test
  void tellsTheNameThatAGraphQlOperationHasInItsDocument() throws Exception {
    clients.graphQl("query Shelf { books { id } }", Map.of());

    assertThat(attributes(named("query"))).containsEntry("graphql.operation.name", "Shelf");
  }

  @Test
  void makesASpanOfADocumentThatIsInvalid() throws Exception {
    clients.graphQl("{ nothing }", Map.of());

    SpanData span = only();
    assertThat(span.getName()).isEqualTo("GraphQL Operation");
    assertThat(attributes(span)).containsEntry("triglot.code", "INVALID_ARGUMENT");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void isCurrentInAsynchronousMethodsAndPublishers() throws Exception {
    clients.get("books/7/later", Map.of());
    clients.graphQl("{ bookLater(id: 7) { id } }", Map.of());
    var unused = clients.grpc(Map.of()).bookLater("7").toCompletableFuture().join();

    assertThat(seen)
        .hasSize(3)
        .containsExactlyElementsOf(
            exporter.getFinishedSpanItems().stream()
                .filter(span -> !span.getName().equals("query"))
                .map(span -> span.getSpanId() + " null")
                .toList());
    exporter.reset();
    seen.clear();

    clients.get("arrivals", Map.of("Accept", "application/x-ndjson"));
    assertThat(seen).hasSizeGreaterThan(2).containsOnly(only().getSpanId() + " null");
    assertThat(attributes(only())).containsEntry("http.response.status_code", 200L);
    exporter.reset();
    seen.clear();

    clients.graphQl(
        "subscription { arrivals { id author } }", Map.of("Accept", "text/event-stream"));
    SpanData subscription = named("subscription");
    SpanData arrivals = named("LibraryService.arrivals");
    assertThat(arrivals.getParentSpanId()).isEqualTo(subscription.getSpanId());
    assertThat(exporter.getFinishedSpanItems())
        .filteredOn(span -> span.getName().equals("LibraryService.Book.author"))
        .hasSize(2)
        .allSatisfy(
            batch -> assertThat(batch.getParentSpanId()).isEqualTo(subscription.getSpanId()));
    assertThat(seen)
        .filteredOn(span -> span.startsWith(arrivals.getSpanId()))
        .hasSizeGreaterThan(2);
    exporter.reset();
    seen.clear();

    LibraryClients.all(clients.grpc(Map.of()).arrivals());
    assertThat(seen).hasSizeGreaterThan(2).containsOnly(only().getSpanId() + " null");
  }

  @Test
  void tellsRefusedCallsWithoutCallingThemErrorsOfTheServer() throws Exception {
    clients.post("close", "", Map.of());
    clients.graphQl("mutation { close }", Map.of());
    LibraryClients.codeOf(() -> clients.grpc(Map.of()).close());

    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertThat(spans)
        .hasSize(4)
        .allSatisfy(
            span -> {
              assertThat(attributes(span))
                  .containsEntry("triglot.code", "UNAUTHENTICATED")
                  .doesNotContainKey("error.type");
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            });
    assertThat(attributes(spans.get(0))).containsEntry("http.response.status_code", 401L);
    assertThat(attributes(spans.get(3)))
        .containsEntry("rpc.response.status_code", "UNAUTHENTICATED");
  }

  @Test
  void tellsFailuresAndTheirIncident() throws Exception {
    String problem = clients.get("lost", Map.of()).body();
    clients.graphQl("{ lost { id } }", Map.of());
    LibraryClients.codeOf(() -> clients.grpc(Map.of()).lost());

    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertThat(spans)
        .hasSize(4)
        .allSatisfy(
            span -> {
              assertThat(attributes(span)).containsEntry("error.type", "INTERNAL");
              assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            });
    assertThat(problem).contains(String.valueOf(attributes(spans.get(0)).get("triglot.incident")));
  }

  @Test
  void tellsDeadlinesThatPass() throws Exception {
    clients.get("reserved", Map.of());

    assertThat(attributes(only()))
        .containsEntry("error.type", "DEADLINE_EXCEEDED")
        .containsEntry("http.response.status_code", 504L);
  }

  @Test
  void handsTheTraceOnToGeneratedClientsFromEveryProtocol() throws Exception {
    assertHandedOn(() -> clients.get("loan", TRACED), "GET /loan");
    assertHandedOn(() -> clients.graphQl("{ loan { id } }", TRACED), "LibraryService.loan");
    assertHandedOn(
        () -> clients.grpc(TRACED).loan(), "triglot.server.library.v1.LibraryService/Loan");
    onOtherThread = true;
    assertHandedOn(() -> clients.get("loan", TRACED), "GET /loan");
  }

  @Test
  void handsTheTraceOnWithoutClientSpansToo() throws Exception {
    withClientSpans = false;
    onOtherThread = true;
    clients.get("loan", TRACED);
    assertThat(named("triglot.server.library.v1.LibraryService/Book").getParentSpanId())
        .isEqualTo(named("GET /loan").getSpanId());
    exporter.reset();

    onOtherThread = false;
    clients.grpc(TRACED).loan();
    assertThat(named("triglot.server.library.v1.LibraryService/Book").getParentSpanId())
        .isEqualTo(named("triglot.server.library.v1.LibraryService/Loan").getSpanId());
  }

  @Test
  void takesTheParentOfAWebSocketsDocumentsFromItsConnectionInit() throws Exception {
    Messages messages = new Messages();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(
                java.net.URI.create("ws://127.0.0.1:" + server.port() + "/graphql"), messages)
            .join();
    String trace = TRACED.get("traceparent");
    socket
        .sendText(
            "{\"type\":\"connection_init\",\"payload\":{\"traceparent\":\"" + trace + "\"}}", true)
        .join();
    assertThat(messages.received.take()).contains("connection_ack");
    socket
        .sendText(
            "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{books{id}}\"}}", true)
        .join();
    while (!messages.received.take().contains("complete")) {
      continue;
    }
    socket.abort();

    assertIsChildOfTheClient(named("query"));
  }

  private interface Action {
    void run() throws Exception;
  }

  private void assertHandedOn(Action call, String serverSpan) throws Exception {
    exporter.reset();
    call.run();
    List<SpanData> rpcs =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> span.getName().endsWith("LibraryService/Book"))
            .toList();
    assertThat(rpcs).extracting(SpanData::getKind).containsOnly(SpanKind.SERVER, SpanKind.CLIENT);
    SpanData client =
        rpcs.stream().filter(span -> span.getKind() == SpanKind.CLIENT).findFirst().orElseThrow();
    SpanData second =
        rpcs.stream().filter(span -> span.getKind() == SpanKind.SERVER).findFirst().orElseThrow();
    assertThat(client.getParentSpanId()).isEqualTo(named(serverSpan).getSpanId());
    assertThat(second.getParentSpanId()).isEqualTo(client.getSpanId());
    assertThat(exporter.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .containsOnly(TRACE);
    assertThat(seen).last().isEqualTo(second.getSpanId() + " 7");
  }

  private void assertIsChildOfTheClient(SpanData span) {
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(CLIENT_SPAN);
  }

  private SpanData only() {
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    return exporter.getFinishedSpanItems().get(0);
  }

  private SpanData named(String name) {
    return exporter.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " in " + exporter.getFinishedSpanItems()));
  }

  private static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> attributes = new java.util.TreeMap<>();
    span.getAttributes()
        .forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  private static final class Messages implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      received.add(text.toString());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
