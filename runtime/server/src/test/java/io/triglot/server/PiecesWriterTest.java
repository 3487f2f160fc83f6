package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.hosting.Limits;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PiecesWriterTest {
  private final Pieces pieces = new Pieces();
  private final HttpResponse streamed = HttpResponse.of(200, "text/event-stream", pieces);

  @ParameterizedTest
  @EnumSource
  void showsTheHeadersBeforeThereIsAPiece(HttpClient.Version version) throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      var response = open(host, version);

      assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    }
  }

  @ParameterizedTest
  @EnumSource
  void flushesEachPieceAsItComes(HttpClient.Version version) throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      InputStream body = open(host, version).body();

      pieces.send("first");
      assertThat(body.readNBytes(5)).isEqualTo("first".getBytes(UTF_8));
      pieces.send("second");
      assertThat(body.readNBytes(6)).isEqualTo("second".getBytes(UTF_8));
      pieces.complete();
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesWhatAPublisherSendsWithinItsSubscription(HttpClient.Version version) throws Exception {
    HttpResponse eager =
        HttpResponse.of(
            200,
            "text/plain",
            subscriber ->
                subscriber.onSubscribe(
                    new Flow.Subscription() {
                      private int sent;

                      @Override
                      public void request(long n) {
                        if (sent++ < 10_000) {
                          subscriber.onNext("x".getBytes(UTF_8));
                        } else {
                          subscriber.onComplete();
                        }
                      }

                      @Override
                      public void cancel() {}
                    }));
    try (TestHost host = TestHost.of(TestHost.answering(eager))) {
      assertThat(open(host, version).body().readAllBytes()).hasSize(10_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void breaksTheConnectionOffWhereThePublisherFails(HttpClient.Version version) throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      InputStream body = open(host, version).body();
      pieces.send("first");
      assertThat(body.readNBytes(5)).isEqualTo("first".getBytes(UTF_8));
      pieces.fail();

      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelsThePublisherOfAQuietStreamWhenTheClientLeaves(HttpClient.Version version)
      throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      InputStream body = open(host, version).body();
      pieces.send("first");
      body.readNBytes(5);
      body.close();

      pieces.cancelled.get();
    }
  }

  @Test
  void cancelsThePublisherWhenTheConnectionIsReset() throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      try (Socket client = request(host)) {
        pieces.send("first");
        client.setSoLinger(true, 0);
      }
      pieces.cancelled.get();
    }
  }

  @Test
  void cancelsThePublisherWhenTheClientEndsItsSideOfTheConnection() throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed));
        Socket client = request(host)) {
      pieces.subscribed.get();
      client.shutdownOutput();

      pieces.cancelled.get();
    }
  }

  @Test
  void ignoresWhatAClientSendsWhileItIsBeingStreamedTo() throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed));
        Socket client = request(host)) {
      pieces.subscribed.get();
      client.getOutputStream().write("GET /again HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
      pieces.send("only");
      pieces.complete();

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .containsOnlyOnce("HTTP/1.1 200")
          .contains("Connection: close")
          .contains("only");
    }
  }

  @Test
  void asksForNoMoreThanAClientReads() throws Exception {
    byte[] piece = new byte[64 * 1024];
    try (TestHost host = TestHost.of(TestHost.answering(streamed));
        Socket client = request(host)) {
      pieces.subscribed.get();
      // The client does not read: what is sent ends in the sockets' buffers, and then it stops.
      int sent = 0;
      while (pieces.requesters.poll(2, TimeUnit.SECONDS) != null) {
        assertThat(pieces.offer(piece)).isTrue();
        sent++;
        assertThat(sent).as("64 KiB pieces that nobody reads").isLessThan(1_000);
      }
      assertThat(pieces.demanded()).isEqualTo(sent);

      client.getInputStream().readNBytes(sent * piece.length / 2);
      pieces.send(piece); // and now it goes on
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelsThePublisherForAClientThatNeverReads(HttpClient.Version version) throws Exception {
    ServerSettings impatient =
        TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withIdleTimeout(Duration.ofMillis(200)));
    try (TestHost host = TestHost.of(impatient, TestHost.answering(streamed));
        InputStream unread = open(host, version).body()) {
      while (!pieces.cancelled.isDone()) {
        pieces.offer(new byte[64 * 1024]);
      }
      assertThat(unread).as("what the client still holds open").isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsAQuietStreamBeyondTheIdleTimeout(HttpClient.Version version) throws Exception {
    Duration idle = Duration.ofMillis(1_500);
    ServerSettings impatient = TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withIdleTimeout(idle));
    try (TestHost host = TestHost.of(impatient, TestHost.answering(streamed))) {
      HttpClient client = TestHost.client(version);
      InputStream body = open(client, host).body();
      pieces.send("first");
      assertThat(body.readNBytes(5)).isEqualTo("first".getBytes(UTF_8));
      for (int silence = 0; silence < 3; silence++) {
        assertThatThrownBy(() -> pieces.cancelled.get(1_600, TimeUnit.MILLISECONDS))
            .isInstanceOf(TimeoutException.class);
        // With HTTP/2 this opens another stream, upon which Jetty looks at the silent one again.
        client.send(head(host), BodyHandlers.discarding());
      }
      pieces.send("second");
      assertThat(body.readNBytes(6)).isEqualTo("second".getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotSubscribeForHead(HttpClient.Version version) throws Exception {
    try (TestHost host = TestHost.of(TestHost.answering(streamed))) {
      TestHost.client(version).send(head(host), BodyHandlers.discarding());

      assertThat(pieces.subscribed).isNotDone();
    }
  }

  private static java.net.http.HttpResponse<InputStream> open(
      TestHost host, HttpClient.Version version) throws Exception {
    return open(TestHost.client(version), host);
  }

  private static java.net.http.HttpResponse<InputStream> open(HttpClient client, TestHost host)
      throws Exception {
    return client.send(HttpRequest.newBuilder(host.uri("/")).build(), BodyHandlers.ofInputStream());
  }

  private static HttpRequest head(TestHost host) {
    return HttpRequest.newBuilder(host.uri("/"))
        .method("HEAD", HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private static Socket request(TestHost host) throws IOException {
    Socket client = new Socket(InetAddress.getByName("127.0.0.1"), host.port());
    client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
    return client;
  }
}
