package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.hosting.Limits;
import io.triglot.runtime.CallException;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class HttpHostTest {
  private static final byte[] LARGE = new byte[1_000_000];

  static {
    new Random(1).nextBytes(LARGE);
  }

  @ParameterizedTest
  @EnumSource
  void handsOverMethodTargetAndHeadersAsTheyCame(HttpClient.Version version) throws Exception {
    HttpEndpoint describing =
        TestHost.blocking(
            request ->
                HttpResponse.of(
                    200,
                    "text/plain",
                    String.join(
                        "|",
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers("x-many").toString(),
                        request.header("HOST").orElse("no host"),
                        request.header("absent").orElse("nothing"))));
    try (TestHost host = TestHost.of(describing)) {
      var response =
          TestHost.client(version)
              .send(
                  java.net.http.HttpRequest.newBuilder(host.uri("/a%2Fb%20c/%C3%A9?x=1%262&y"))
                      .header("X-Many", "one")
                      .header("X-Many", "two")
                      .DELETE()
                      .build(),
                  BodyHandlers.ofString());

      assertThat(response.version()).isEqualTo(version);
      assertThat(response.body())
          .isEqualTo(
              "DELETE|/a%2Fb%20c/%C3%A9|x=1%262&y|[one, two]|127.0.0.1:"
                  + host.port()
                  + "|nothing");
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriesLargeBodiesBothWays(HttpClient.Version version) throws Exception {
    HttpEndpoint echo =
        TestHost.blocking(request -> HttpResponse.of(201, "application/x", body(request)));
    try (TestHost host = TestHost.of(echo)) {
      var response = post(version, host, BodyPublishers.ofByteArray(LARGE));

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.headers().firstValueAsLong("content-length")).hasValue(LARGE.length);
      assertThat(response.body()).isEqualTo(LARGE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasTheBodyAtHandForAnExchangeThatDoesNotBlock(HttpClient.Version version) throws Exception {
    HttpEndpoint echo =
        TestHost.nonBlocking(
            request ->
                CompletableFuture.completedFuture(
                    HttpResponse.of(200, "application/x", body(request))));
    try (TestHost host = TestHost.of(echo)) {
      assertThat(post(version, host, BodyPublishers.ofByteArray(LARGE)).body()).isEqualTo(LARGE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatAnotherThreadAnswersLater(HttpClient.Version version) throws Exception {
    CompletableFuture<HttpResponse> later = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    HttpEndpoint endpoint =
        TestHost.nonBlocking(
            request -> {
              asked.countDown();
              return later;
            });
    try (TestHost host = TestHost.of(endpoint)) {
      var response = TestHost.client(version).sendAsync(get(host, "/"), BodyHandlers.ofString());
      asked.await();
      later.complete(HttpResponse.of(200, "text/plain", "late"));

      assertThat(response.get().body()).isEqualTo("late");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersHeadWithTheHeadersOfTheContent(HttpClient.Version version) throws Exception {
    try (TestHost host =
        TestHost.of(TestHost.answering(HttpResponse.of(200, "text/plain", "12345")))) {
      var head =
          java.net.http.HttpRequest.newBuilder(host.uri("/"))
              .method("HEAD", BodyPublishers.noBody())
              .build();
      var response = TestHost.client(version).send(head, BodyHandlers.ofString());

      assertThat(response.headers().firstValue("content-length")).hasValue("5");
      assertThat(response.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysNothingOfItsMake(HttpClient.Version version) throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(HttpResponse.of(200)))) {
      var headers =
          TestHost.client(version).send(get(host, "/"), BodyHandlers.discarding()).headers();

      assertThat(headers.map()).containsKey("date").doesNotContainKey("server");
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesABodyThatIsDeclaredTooLarge(HttpClient.Version version) throws Exception {
    assertRefusesTooLarge(version, BodyPublishers.ofByteArray(new byte[101]), true);
    assertRefusesTooLarge(version, BodyPublishers.ofByteArray(new byte[101]), false);
  }

  @ParameterizedTest
  @EnumSource
  void refusesABodyThatGrowsTooLarge(HttpClient.Version version) throws Exception {
    assertRefusesTooLarge(version, undeclared(101), true);
    assertRefusesTooLarge(version, undeclared(101), false);
  }

  @ParameterizedTest
  @EnumSource
  void takesABodyOfTheLargestSize(HttpClient.Version version) throws Exception {
    ServerSettings small = TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withMaxBodyBytes(100));
    try (TestHost host = TestHost.of(small, limitTeller(true))) {
      assertThat(post(version, host, undeclared(100)).body()).isEqualTo(bytes("100 bytes"));
    }
  }

  @Test
  void runsBlockingCallsAtTheSameTime() throws Exception {
    int calls = 50;
    CyclicBarrier all = new CyclicBarrier(calls);
    HttpEndpoint meeting =
        TestHost.blocking(
            request -> {
              try {
                all.await();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              return HttpResponse.of(204);
            });
    HttpClient client = TestHost.client(HttpClient.Version.HTTP_2);
    try (TestHost host = TestHost.of(meeting)) {
      var responses =
          IntStream.range(0, calls)
              .mapToObj(i -> client.sendAsync(get(host, "/"), BodyHandlers.discarding()))
              .toList();

      assertThat(responses).allSatisfy(r -> assertThat(r.get().statusCode()).isEqualTo(204));
    }
  }

  @ParameterizedTest
  @EnumSource
  void answers500WhereAnEndpointBreaksItsPromise(HttpClient.Version version) throws Exception {
    HttpEndpoint broken =
        TestHost.blocking(
            request -> {
              throw new IllegalStateException("secret");
            });
    try (TestHost host = TestHost.of(broken)) {
      var response = TestHost.client(version).send(get(host, "/"), BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.headers().firstValue("content-type"))
          .hasValue("application/problem+json");
      assertThat(response.body()).isEqualTo("{\"title\":\"Server Error\",\"status\":500}");
    }
  }

  @Test
  void saysThatAConnectionEndsWhoseRequestIsAnsweredUnread() throws Exception {
    byte[] half = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nbo".getBytes(UTF_8);
    try (TestHost host = TestHost.of(TestHost.blocking(request -> HttpResponse.of(204)));
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), host.port())) {
      client.getOutputStream().write(half);

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 204")
          .containsIgnoringCase("Connection: close");
    }
  }

  @Test
  void letsAClientFinishARequestThatIsAnsweredUnread() throws Exception {
    try (TestHost host = TestHost.of(TestHost.blocking(request -> HttpResponse.of(204)));
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), host.port())) {
      sendHead(client, 10 * LARGE.length);
      assertThat(client.getInputStream().readAllBytes()).asString(UTF_8).startsWith("HTTP/1.1 204");

      for (int i = 0; i < 10; i++) {
        client.getOutputStream().write(LARGE); // a connection that is gone would refuse it
      }
    }
  }

  /** The body comes after the response, whose end must not cancel the stream. */
  @Test
  void letsAClientOfHttp2FinishARequestThatIsAnsweredUnread() throws Exception {
    Semaphore answered = new Semaphore(0);
    BodyPublisher late =
        BodyPublishers.ofInputStream(
            () -> {
              answered.acquireUninterruptibly();
              return new ByteArrayInputStream(LARGE);
            });
    HttpEndpoint endpoint =
        TestHost.blocking(
            request -> {
              if (request.method().equals("POST")) {
                answered.release();
              }
              return HttpResponse.of(204);
            });
    try (TestHost host = TestHost.of(endpoint)) {
      HttpClient client = TestHost.client(HttpClient.Version.HTTP_2);
      client.send(get(host, "/"), BodyHandlers.discarding()); // from now on it is HTTP/2
      var request = java.net.http.HttpRequest.newBuilder(host.uri("/")).POST(late).build();
      for (int i = 0; i < 20; i++) {
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
      }
    }
  }

  @Test
  void hasEnoughOfAClientThatNeverFinishesARequestThatIsAnsweredUnread() throws Exception {
    ServerSettings impatient =
        TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withIdleTimeout(Duration.ofMillis(100)));
    HttpEndpoint endpoint = TestHost.blocking(request -> HttpResponse.of(204));
    try (TestHost host = TestHost.of(impatient, endpoint);
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), host.port())) {
      sendHead(client, Integer.MAX_VALUE);

      assertThatThrownBy(
              () -> {
                while (true) {
                  client.getOutputStream().write(LARGE, 0, 1_000);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    HttpEndpoint endpoint = TestHost.answering(HttpResponse.of(204));
    try (TestHost first = TestHost.of(endpoint)) {
      ServerSettings same = TestHost.SETTINGS.withPorts(first.port(), 0);

      assertThatThrownBy(() -> TestHost.of(same, endpoint).close())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + first.port());
    }
  }

  private static void assertRefusesTooLarge(
      HttpClient.Version version, BodyPublisher body, boolean blocking) throws Exception {
    ServerSettings small = TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withMaxBodyBytes(100));
    try (TestHost host = TestHost.of(small, limitTeller(blocking))) {
      var response = post(version, host, body);

      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).isEqualTo(bytes("The request body is larger than 100 bytes"));
    }
  }

  /** Answers as a protocol's endpoint would. */
  private static HttpEndpoint limitTeller(boolean blocking) {
    HttpEndpoint endpoint =
        TestHost.blocking(
            request -> {
              try {
                return HttpResponse.of(200, "text/plain", body(request).length + " bytes");
              } catch (CallException e) {
                assertThat(e.failure().code()).isEqualTo(StatusCode.RESOURCE_EXHAUSTED);
                return HttpResponse.of(413, "text/plain", e.failure().message());
              }
            });
    return blocking
        ? endpoint
        : TestHost.nonBlocking(request -> endpoint.accept(request).respond());
  }

  private static BodyPublisher undeclared(int size) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
  }

  private static byte[] body(HttpRequest request) {
    try {
      return request.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.net.http.HttpRequest get(TestHost host, String path) {
    return java.net.http.HttpRequest.newBuilder(host.uri(path)).build();
  }

  private static java.net.http.HttpResponse<byte[]> post(
      HttpClient.Version version, TestHost host, BodyPublisher body) throws Exception {
    var request = java.net.http.HttpRequest.newBuilder(host.uri("/")).POST(body).build();
    return TestHost.client(version).send(request, BodyHandlers.ofByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void sendHead(Socket client, int contentLength) throws IOException {
    String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + contentLength + "\r\n\r\n";
    client.getOutputStream().write(head.getBytes(UTF_8));
  }
}
