package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosting.Limits;
import io.triglot.server.notes.EchoService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations that do not block hold no thread while their bodies arrive. */
@Timeout(60)
class NonBlockingTest {
  private static final int THREADS = 12;
  private static final String BODY = "{\"word\":\"echo\"}";

  @Test
  void waitForTheirBodiesWithoutThreads() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (TriglotServer server =
        TriglotServer.builder()
            .service(new EchoService())
            .limits(Limits.DEFAULTS.withMaxThreads(THREADS))
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0)
            .start()) {
      for (int i = 0; i < 4 * THREADS; i++) {
        slow.add(begin(server.port()));
      }

      assertThat(hello(server)).isEqualTo("{\"word\":\"hello\"}");

      for (Socket each : slow) {
        send(each, BODY.substring(5));
        assertThat(answer(each)).isEqualTo(BODY);
      }
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  private static Socket begin(int port) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    send(
        socket,
        "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n%s".formatted(BODY.length(), BODY.substring(0, 5)));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    BufferedReader response =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    return response.lines().reduce("", (before, line) -> line);
  }

  private static String hello(TriglotServer server) throws Exception {
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/hello")).build(), BodyHandlers.ofString())
        .body();
  }
}
