package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.triglot.runtime.Caller;
import io.triglot.runtime.telemetry.MicrometerMetrics;
import io.triglot.server.library.Book;
import io.triglot.server.library.LibraryService;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a registry of Micrometer has after calls over real sockets. */
@Timeout(60)
class MetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CountDownLatch entered = new CountDownLatch(3);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final TriglotServer server =
      TriglotServer.builder()
          .service(new LibraryService(() -> {}, context -> loan()))
          .authenticator(
              request ->
                  request.header("authorization").map(name -> new Caller(name, Set.of("reader"))))
          .observer(MicrometerMetrics.of(registry).callers(Caller::name, 2))
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
  private final LibraryClients clients = LibraryClients.of(server);

  private Book loan() {
    entered.countDown();
    try {
      leave.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Book("9", "Other");
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void countsCallsByOperationProtocolAndCode() throws Exception {
    for (int i = 0; i < 3; i++) {
      clients.get("books/7", Map.of());
    }
    clients.graphQl("{ a: book(id: 7) { id } b: book(id: 8) { id } }", Map.of());
    clients.grpc(Map.of()).book("7");
    LibraryClients.all(clients.grpc(Map.of()).arrivals());

    assertThat(count("book", "REST", "OK")).isEqualTo(3);
    assertThat(count("book", "GRAPHQL", "OK")).isEqualTo(2);
    assertThat(count("book", "GRPC", "OK")).isEqualTo(1);
    assertThat(count("arrivals", "GRPC", "OK")).isEqualTo(1);
    assertThat(registry.get("triglot.documents").tag("kind", "QUERY").timer().count()).isEqualTo(1);
    assertThat(timer("book", "REST", "OK").totalTime(java.util.concurrent.TimeUnit.NANOSECONDS))
        .isPositive();
  }

  @Test
  void countsErrorsOfGraphQlAsErrorsAlthoughHttpSays200() throws Exception {
    assertThat(clients.graphQl("{ lost { id } }", Map.of()).statusCode()).isEqualTo(200);
    assertThat(clients.graphQl("mutation { close }", Map.of()).statusCode()).isEqualTo(200);
    clients.graphQl("{ nothing }", Map.of());
    clients.get("lost", Map.of());
    LibraryClients.codeOf(() -> clients.grpc(Map.of()).lost());

    assertThat(count("lost", "GRAPHQL", "INTERNAL")).isEqualTo(1);
    assertThat(count("lost", "REST", "INTERNAL")).isEqualTo(1);
    assertThat(count("lost", "GRPC", "INTERNAL")).isEqualTo(1);
    assertThat(count("close", "GRAPHQL", "UNAUTHENTICATED")).isEqualTo(1);
    assertThat(documents("QUERY", "INTERNAL")).isEqualTo(1);
    assertThat(documents("MUTATION", "UNAUTHENTICATED")).isEqualTo(1);
    assertThat(documents("none", "INVALID_ARGUMENT")).isEqualTo(1);
  }

  @Test
  void tellsHowManyCallsAreBeingServed() throws Exception {
    CompletableFuture<?> rest = CompletableFuture.runAsync(() -> get("loan"));
    CompletableFuture<?> rest2 = CompletableFuture.runAsync(() -> get("loan"));
    CompletableFuture<?> rpc = CompletableFuture.runAsync(() -> clients.grpc(Map.of()).loan());
    entered.await();

    assertThat(active("loan", "REST")).isEqualTo(2);
    assertThat(active("loan", "GRPC")).isEqualTo(1);

    leave.countDown();
    CompletableFuture.allOf(rest, rest2, rpc).join();
    assertThat(active("loan", "REST")).isZero();
    assertThat(active("loan", "GRPC")).isZero();
  }

  @Test
  void tellsCallersApartUpToALimit() throws Exception {
    for (String name : new String[] {"app", "partner", "third", "app"}) {
      clients.get("books/7", Map.of("authorization", name));
    }
    clients.get("books/7", Map.of());
    clients.post("close", "", Map.of("authorization", "partner"));

    assertThat(callers("book"))
        .isEqualTo(Map.of("app", 2L, "partner", 1L, "other", 1L, "anonymous", 1L));
    assertThat(callers("close")).isEqualTo(Map.of("partner", 1L));
  }

  @Test
  void makesNoMeterOfWhatAClientInvents() throws Exception {
    clients.get("books/7", Map.of());
    int meters = registry.getMeters().size();
    for (int i = 0; i < 20; i++) {
      clients.get("books/" + i, Map.of("X-Invented-" + i, "" + i));
      clients.get("nothing/" + i, Map.of());
    }

    assertThat(registry.getMeters()).hasSize(meters);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(id.getName()).startsWith("triglot."));
  }

  private void get(String path) {
    try {
      clients.get(path, Map.of());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String operation, String protocol, String code) {
    return timer(operation, protocol, code).count();
  }

  private Timer timer(String operation, String protocol, String code) {
    return registry
        .get("triglot.calls")
        .tag("service", "LibraryService")
        .tag("operation", operation)
        .tag("protocol", protocol)
        .tag("code", code)
        .timer();
  }

  private long documents(String kind, String code) {
    return registry.get("triglot.documents").tag("kind", kind).tag("code", code).timer().count();
  }

  private int active(String operation, String protocol) {
    return (int)
        registry
            .get("triglot.calls.active")
            .tag("operation", operation)
            .tag("protocol", protocol)
            .gauge()
            .value();
  }

  private Map<String, Long> callers(String operation) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    registry
        .get("triglot.calls")
        .tag("operation", operation)
        .timers()
        .forEach(timer -> counts.put(timer.getId().getTag("caller"), timer.count()));
    return counts;
  }
}
