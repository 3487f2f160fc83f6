package io.triglot.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosting.Limits;
import io.triglot.runtime.CallException;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire from clients that do not keep to the rules. */
@Timeout(60)
class HostileInputTest {
  private final LinkedBlockingQueue<String> reached = new LinkedBlockingQueue<>();
  private final CompletableFuture<IOException> broken = new CompletableFuture<>();
  private final HttpEndpoint endpoint =
      TestHost.blocking(
          request -> {
            reached.add(request.method() + " " + request.path());
            try {
              return HttpResponse.of(200, "text/plain", request.body().length + " bytes");
            } catch (CallException e) {
              return HttpResponse.of(413);
            } catch (IOException e) {
              broken.complete(e);
              return HttpResponse.of(400);
            }
          });

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n folded: value\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a/..%2f..%2fb/%2e%2e/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n"
      })
  void refusesWhatIsNotHttp(String request) throws Exception {
    try (TestHost host = TestHost.of(idleAfter(Duration.ofSeconds(1)), endpoint)) {
      String answer = talk(host, request);

      assertThat(answer).doesNotContain("HTTP/1.1 200").doesNotContain("Exception");
      assertThat(reached).isEmpty();
      assertThat(talk(host, "GET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void tellsInProblemJsonWhatItRefuses() throws Exception {
    try (TestHost host = TestHost.of(endpoint)) {
      assertThat(talk(host, "GET / HTTP/1.1\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .contains("Content-Type: application/problem+json")
          .endsWith("{\"title\":\"Bad Request\",\"status\":400}");
    }
  }

  @Test
  void refusesAFloodOfHeaders() throws Exception {
    String flood = "X-Flood: " + "x".repeat(1_000) + "\r\n";
    try (TestHost host = TestHost.of(endpoint)) {
      String answer = talk(host, "GET / HTTP/1.1\r\nHost: x\r\n" + flood.repeat(20) + "\r\n");

      assertThat(answer).startsWith("HTTP/1.1 431");
      assertThat(reached).isEmpty();
    }
  }

  @Test
  void refusesATargetThatIsTooLong() throws Exception {
    try (TestHost host = TestHost.of(endpoint)) {
      String answer = talk(host, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 414");
      assertThat(reached).isEmpty();
    }
  }

  @Test
  void refusesAnOversizedBodyBeforeItIsSent() throws Exception {
    try (TestHost host = TestHost.of(endpoint)) {
      String answer =
          talk(
              host,
              "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n"
                  + "Expect: 100-continue\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void refusesAChunkedBodyAsSoonAsItIsTooLarge() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    ServerSettings small = TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withMaxBodyBytes(200_000));
    try (TestHost host = TestHost.of(small, endpoint)) {
      String answer =
          talk(
              host,
              "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + chunk.repeat(4)); // and no end

      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void noticesThatABodyBreaksOff() throws Exception {
    try (TestHost host = TestHost.of(endpoint)) {
      try (Socket client = connect(host)) {
        send(client, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
        client.shutdownOutput();

        assertThat(broken.get()).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void givesUpOnABodyThatDoesNotCome() throws Exception {
    try (TestHost host = TestHost.of(idleAfter(Duration.ofMillis(100)), endpoint);
        Socket client = connect(host)) {
      send(client, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");

      assertThat(broken.get()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void closesAConnectionThatSaysNothing() throws Exception {
    try (TestHost host = TestHost.of(idleAfter(Duration.ofMillis(100)), endpoint);
        Socket client = connect(host)) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void answersRequestsThatWereSentAtOnceInTheirOrder() throws Exception {
    try (TestHost host = TestHost.of(endpoint)) {
      String answers =
          talk(
              host,
              "POST /one HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                  + "GET /two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(answers).containsSubsequence("HTTP/1.1 200", "3 bytes", "HTTP/1.1 200", "0 bytes");
      assertThat(reached).containsExactly("POST /one", "GET /two");
    }
  }

  private static ServerSettings idleAfter(Duration timeout) {
    return TestHost.SETTINGS.withLimits(Limits.DEFAULTS.withIdleTimeout(timeout));
  }

  private static String talk(TestHost host, String request) throws IOException {
    try (Socket client = connect(host)) {
      send(client, request);
      return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static Socket connect(TestHost host) throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), host.port());
  }

  private static void send(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }
}
