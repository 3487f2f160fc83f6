package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.Cors;
import io.triglot.runtime.rest.RestCallException;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.TickService;
import io.triglot.server.notes.TickService.Tick;
import io.triglot.server.notes.TickServiceGrpcClient;
import io.triglot.server.notes.TickServiceRestClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams that go on after their connection was cut, on our server, by browsers and by clients. */
@Timeout(120)
class ResumedStreamsTest {
  private static final long LAST = 40;

  /** Enough for the head of an answer and a few events; the last of them is cut through. */
  private static final int BYTES = 1_000;

  private final TickService ticks = new TickService(LAST);
  private @Nullable TriglotServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void goOnInABrowserWithoutLosingOrRepeatingAnything(@TempDir Path profile) throws Exception {
    try (Browser browser = new Browser()) {
      TriglotServer tried = serve(ticks, Cors.origins(browser.origin()));
      try (CuttingRelay relay = new CuttingRelay(tried.uri(), BYTES)) {
        String script =
            """
            return await new Promise(done => {
              const seen = [];
              const events = new EventSource("%s/ticks?last=%d");
              events.onmessage = e => seen.push(e.lastEventId + "=" + JSON.parse(e.data).number);
              events.onerror = () => {
                if (events.readyState === EventSource.CLOSED) done(seen.join(" "));
              };
            });
            """
                .formatted(relay.uri(), LAST);

        String seen = browser.run(profile, script);

        assertThat(seen)
            .isEqualTo(
                LongStream.rangeClosed(1, LAST)
                    .mapToObj(number -> number + "=" + number)
                    .collect(Collectors.joining(" ", "\"", "\"")));
        assertThat(relay.cuts()).isGreaterThan(2);
        assertThat(ticks.begun.get()).isGreaterThan(relay.cuts());
      }
    }
  }

  @Test
  void goOnInTheGeneratedClientIfItIsAsked() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(serve(ticks, null).uri(), BYTES)) {
      Received received = new Received();
      TickServiceRestClient.of(RestChannel.builder(relay.uri()).resumptions(2).build())
          .ticks(LAST, 3L)
          .subscribe(received);

      assertThat(received.end.get(60, TimeUnit.SECONDS)).isNull();
      assertThat(received.numbers)
          .containsExactlyElementsOf(LongStream.rangeClosed(4, LAST).boxed().toList());
      assertThat(relay.cuts()).isGreaterThan(2);
    }
  }

  @Test
  void breakOffInTheGeneratedClientThatIsNotAsked() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(serve(ticks, null).uri(), BYTES)) {
      Received received = new Received();
      TickServiceRestClient.of(RestChannel.to(relay.uri())).ticks(LAST, null).subscribe(received);

      assertThat(received.end.get(60, TimeUnit.SECONDS)).isInstanceOf(RestCallException.class);
      assertThat(received.numbers).isNotEmpty().doesNotContain(LAST);
      assertThat(ticks.begun).hasValue(1);
    }
  }

  @Test
  void breakOffWhereNothingComesAnyMore() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(serve(ticks, null).uri(), 20)) {
      Received received = new Received();
      TickServiceRestClient.of(RestChannel.builder(relay.uri()).resumptions(2).build())
          .ticks(LAST, null)
          .subscribe(received);

      assertThat(((RestCallException) received.end.get(60, TimeUnit.SECONDS)).failure().code())
          .isEqualTo(StatusCode.UNAVAILABLE);
      assertThat(relay.cuts()).isEqualTo(3);
    }
  }

  @Test
  void goOnAtAnotherServerWhenTheirsStops() throws Exception {
    TriglotServer first = serve(new TickService(5), null);
    try (TriglotServer second = start(ticks, null);
        CuttingRelay relay = new CuttingRelay(first.uri(), Integer.MAX_VALUE)) {
      Received received = new Received();
      TickServiceRestClient.of(RestChannel.builder(relay.uri()).resumptions(5).build())
          .ticks(LAST, null)
          .subscribe(received);
      assertThat(received.five.await(60, TimeUnit.SECONDS)).isTrue();

      relay.leadTo(second.uri());
      first.close();

      assertThat(received.end.get(60, TimeUnit.SECONDS)).isNull();
      assertThat(received.numbers)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, LAST).boxed().toList());
    }
  }

  @Test
  void tellIdsAndTimesAsServerSentEventsDo() throws Exception {
    String tick = "{\"number\":%d,\"text\":\"" + "tick ".repeat(10) + "\"}";

    HttpResponse<String> events = get("/ticks?last=3&after=0", "Last-Event-ID", "1");
    assertThat(events.body())
        .isEqualTo(
            "retry: 20\n\nid: 2\ndata: "
                + tick.formatted(2)
                + "\n\nid: 3\ndata: "
                + tick.formatted(3)
                + "\n\n");
    assertThat(get("/ticks?last=3&after=2").body()).contains("id: 3").doesNotContain("id: 2");
    assertThat(get("/ticks?last=3&after=2", "Accept", "application/x-ndjson").body())
        .isEqualTo(tick.formatted(3) + "\n");
    assertThat(get("/ticks?last=3", "Last-Event-ID", "3").statusCode()).isEqualTo(204);
    assertThat(get("/ticks?last=3&after=3").statusCode()).isEqualTo(200);
    HttpResponse<String> wrong = get("/ticks?last=3", "Last-Event-ID", "x");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Last-Event-ID", "expected a whole number");
  }

  @Test
  void goOnByAnArgumentOnGraphQlAndGrpc() throws Exception {
    TriglotServer tried = serve(ticks, null);
    HttpResponse<String> graphql =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .send(
                HttpRequest.newBuilder(tried.uri().resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"query\":\"subscription {ticks(last: 5, after: 3) {number}}\"}"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(graphql.body().lines().filter(line -> line.startsWith("data: {")))
        .containsExactly(
            "data: {\"data\":{\"ticks\":{\"number\":4}}}",
            "data: {\"data\":{\"ticks\":{\"number\":5}}}");

    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", tried.grpcPort()).usePlaintext().build();
    try {
      Received received = new Received();
      TickServiceGrpcClient.of(channel).ticks(5, 3L).subscribe(received);
      assertThat(received.end.get(60, TimeUnit.SECONDS)).isNull();
      assertThat(received.numbers).containsExactly(4L, 5L);
    } finally {
      channel.shutdownNow();
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    TriglotServer tried = server == null ? serve(ticks, null) : server;
    HttpRequest.Builder request = HttpRequest.newBuilder(tried.uri().resolve(path));
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
  }

  private TriglotServer serve(TickService service, @Nullable Cors cors) {
    TriglotServer started = start(service, cors);
    server = started;
    return started;
  }

  private static TriglotServer start(TickService service, @Nullable Cors cors) {
    TriglotServer.Builder builder =
        TriglotServer.builder().service(service).host("127.0.0.1").port(0).grpcPort(0);
    return (cors == null ? builder : builder.cors(cors)).start();
  }

  private static final class Received implements Flow.Subscriber<Tick> {
    final ConcurrentLinkedQueue<Long> numbers = new ConcurrentLinkedQueue<>();
    final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
    final CountDownLatch five = new CountDownLatch(5);
    private Flow.@Nullable Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(Tick tick) {
      numbers.add(tick.number());
      five.countDown();
      subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(failure);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }
}
