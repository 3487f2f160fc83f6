package io.triglot.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.hosting.Limits;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of clients when a port has as many connections as it may. */
@Timeout(120)
class ConnectionLimitTest {
  private static final int LIMIT = 3;

  /** Netty accepts at most 16 at once, of which the first may be the one that fills the port. */
  private static final int AT_ONCE = 16;

  private static final int CLIENTS = LIMIT + AT_ONCE + 6;

  private final TriglotServer server =
      TriglotServer.builder()
          .service(new NoteService())
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .limits(Limits.DEFAULTS.withMaxConnections(LIMIT))
          .start();

  private final List<Socket> clients = new ArrayList<>();

  /** A port of the server, and what a client says that wants an answer. */
  enum Port {
    HTTP("GET /notes/7 HTTP/1.1\r\nHost: x\r\n\r\n"),
    GRPC("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

    private final String greeting;

    Port(String greeting) {
      this.greeting = greeting;
    }

    Socket connect(TriglotServer server) throws IOException {
      Socket client = new Socket("127.0.0.1", this == HTTP ? server.port() : server.grpcPort());
      client.getOutputStream().write(greeting.getBytes(US_ASCII));
      return client;
    }
  }

  @AfterEach
  void close() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void hasFurtherClientsWaitUntilThereIsRoom(Port port) throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(port.connect(server));
    }
    List<Socket> served = new ArrayList<>();
    List<Socket> waiting = new ArrayList<>();
    for (Socket client : clients) {
      (isServed(client, 100) ? served : waiting).add(client);
    }
    assertThat(served).hasSizeLessThanOrEqualTo(LIMIT + AT_ONCE);

    for (Socket client : served) {
      client.close();
    }
    for (Socket client : waiting) {
      assertThat(isServed(client, 60_000)).isTrue();
      client.close();
    }
  }

  @Test
  void stopsWhileClientsWait() throws Exception {
    for (Port port : Port.values()) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(port.connect(server));
      }
    }

    server.stop();

    for (Socket client : clients) {
      assertThat(endsAtLast(client)).isTrue();
    }
  }

  @Test
  void isPositive() {
    assertThatThrownBy(() -> Limits.DEFAULTS.withMaxConnections(0))
        .hasMessage("Limits must be positive");
  }

  private static boolean isServed(Socket client, int patienceMillis) throws IOException {
    client.setSoTimeout(patienceMillis);
    try {
      return client.getInputStream().read() >= 0;
    } catch (SocketTimeoutException notYet) {
      return false;
    }
  }

  /** Whether the server lets go of a client, in whatever way. */
  private static boolean endsAtLast(Socket client) {
    try {
      client.setSoTimeout(60_000);
      client.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException forgotten) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
