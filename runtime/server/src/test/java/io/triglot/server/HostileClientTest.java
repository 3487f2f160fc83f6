package io.triglot.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosting.Limits;
import io.triglot.hosting.RawHttp2;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that want to wear the server out. Each test ends by itself: it sends a bounded number of
 * bytes, and waits for the server to close what is not worth keeping. Afterwards other clients are
 * served on every protocol, no call is open any more, and there are no more threads than the limits
 * allow.
 */
@Timeout(120)
class HostileClientTest {
  private static final int CLIENTS = 40;

  /** What a test sends at most, if nobody stops it. */
  private static final int MANY = 200_000;

  private static final int MAX_THREADS = 16;

  /** HTTP's and gRPC's calls, and what Jetty, Netty, the JDK and the clients have besides. */
  private static final int THREADS = 2 * MAX_THREADS + 60;

  private final int threadsBefore = Thread.activeCount();

  private final TriglotServer server =
      TriglotServer.builder()
          .service(new NoteService())
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .limits(
              Limits.DEFAULTS
                  .withMaxThreads(MAX_THREADS)
                  .withIdleTimeout(Duration.ofMillis(500))
                  .withRequestTimeout(Duration.ofMillis(500)))
          .grpc(grpc -> grpc.maxConnectionIdle(500, TimeUnit.MILLISECONDS))
          .start();

  /** A port of the server. */
  enum Port {
    HTTP,
    GRPC;

    int of(TriglotServer server) {
      return this == HTTP ? server.port() : server.grpcPort();
    }
  }

  @AfterEach
  void servesOthers() throws Exception {
    try (NoteClient client = new NoteClient(server)) {
      assertThat(client.get("/notes/7").statusCode()).isEqualTo(200);
      assertThat(client.graphQl("{note(id:7){id}}").body()).contains("\"id\":\"7\"");
      assertThat(client.rpc("Note", "id", "7").toString()).contains("Milk");
      while (server.openCalls() > 0) {
        Thread.onSpinWait();
      }
      assertThat(Thread.activeCount() - threadsBefore).isLessThan(THREADS);
    } finally {
      server.close();
    }
  }

  @Test
  void headsThatComeByteByByte() throws Exception {
    drip("GET /notes/7 HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n");
  }

  @Test
  void bodiesThatComeByteByByte() throws Exception {
    drip(
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100000\r\n\r\n",
        " ");
  }

  @Test
  void bodiesOfHttp2ThatDoNotCome() throws Exception {
    byte[] head =
        RawHttp2.fields(
            ":method",
            "POST",
            ":scheme",
            "http",
            ":path",
            "/graphql",
            ":authority",
            "x",
            "content-type",
            "application/json",
            "content-length",
            "1000");
    try (RawHttp2 client = new RawHttp2(server.port())) {
      for (int stream = 1; stream < 2 * CLIENTS; stream += 2) {
        client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, head);
      }
      client.awaitEnd();
    }
  }

  @Test
  void messagesOfGrpcThatDoNotCome() throws Exception {
    try (RawHttp2 client = new RawHttp2(server.grpcPort())) {
      for (int stream = 1; stream < 2 * CLIENTS; stream += 2) {
        client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, rpc());
      }
      while (server.openCalls() < CLIENTS) {
        Thread.onSpinWait();
      }
      while (server.openCalls() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void resetsInAFlood(Port port) throws Exception {
    byte[] head = port == Port.HTTP ? get() : rpc();
    assertSentAway(
        port,
        (client, i) -> {
          int stream = 2 * i + 1;
          client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, head);
          client.send(RawHttp2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
        });
  }

  @ParameterizedTest
  @EnumSource
  void pingsInAFlood(Port port) throws Exception {
    assertSentAway(port, (client, i) -> client.send(RawHttp2.PING, 0, new byte[8]));
  }

  @Test
  void settingsInAFlood() throws Exception {
    assertSentAway(Port.HTTP, (client, i) -> client.send(RawHttp2.SETTINGS, 0, new byte[0]));
  }

  @ParameterizedTest
  @EnumSource
  void headsWithoutAnEnd(Port port) throws Exception {
    byte[] more = RawHttp2.fields("x-more", "y".repeat(100));
    assertSentAway(
        port,
        (client, i) -> {
          if (i == 0) {
            client.send(RawHttp2.HEADERS, 0, 1, get());
          } else {
            client.send(RawHttp2.CONTINUATION, 0, 1, more);
          }
        });
  }

  /**
   * A field of 4,000 bytes that is kept in the table, and then named by one byte again and again.
   */
  @ParameterizedTest
  @EnumSource
  void headsThatAreSmallAndBecomeLarge(Port port) throws Exception {
    byte[] large = new byte[4_000];
    ByteBuffer block = ByteBuffer.allocate(16_000);
    block.put(port == Port.HTTP ? get() : rpc());
    block.put((byte) 0x40).put((byte) 1).put((byte) 'x');
    block
        .put((byte) 0x7f)
        .put((byte) (0x80 | (4_000 - 127) % 128))
        .put((byte) ((4_000 - 127) / 128));
    java.util.Arrays.fill(large, (byte) 'a');
    block.put(large);
    while (block.hasRemaining()) {
      block.put((byte) (0x80 | 62)); // the youngest entry of the table
    }
    try (RawHttp2 client = new RawHttp2(port.of(server))) {
      client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, block.array());
      client.awaitEnd();
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionsThatSayNothing(Port port) throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 10 * CLIENTS; i++) {
        silent.add(new Socket("127.0.0.1", port.of(server)));
      }
      for (Socket socket : silent) {
        awaitEnd(socket);
      }
    } finally {
      closeAll(silent);
    }
  }

  @Test
  void requestsWhoseResponsesNobodyReads() throws Exception {
    assertEndsUnread(null, "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
  }

  @Test
  void messagesOfAWebSocketThatNeverReads() throws Exception {
    assertEndsUnread(
        "GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
        masked("{\"type\":\"ping\",\"payload\":{\"text\":\"" + "x".repeat(20_000) + "\"}}"));
  }

  @Test
  void streamsThatNobodyReads() throws Exception {
    List<Socket> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        Socket client = new Socket("127.0.0.1", server.port());
        clients.add(client);
        client
            .getOutputStream()
            .write(
                "GET /note-changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                    .getBytes(US_ASCII));
        client.shutdownOutput(); // half closed, which the server takes for the end
      }
      for (Socket client : clients) {
        awaitEnd(client);
      }
    } finally {
      closeAll(clients);
    }
  }

  /** Sends a little from time to time, on many connections, until the server has closed them. */
  private void drip(String begin, String drop) throws Exception {
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Socket client = new Socket("127.0.0.1", server.port());
      client.getOutputStream().write(begin.getBytes(US_ASCII));
      open.add(client);
    }
    for (int i = 0; i < 1_000 && !open.isEmpty(); i++) {
      Thread.sleep(20); // so slowly that it is never silent and never done
      for (Socket client : List.copyOf(open)) {
        try {
          client.getOutputStream().write(drop.getBytes(US_ASCII));
        } catch (SocketException closed) {
          client.close();
          open.remove(client);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private interface Step {
    void send(RawHttp2 client, int i) throws IOException;
  }

  /** The server ends the connection before the client has got rid of all it wants to send. */
  private void assertSentAway(Port port, Step step) throws Exception {
    int sent = 0;
    try (RawHttp2 client = new RawHttp2(port.of(server))) {
      while (sent < MANY) {
        step.send(client, sent);
        sent++;
      }
    } catch (SocketException closed) {
      // As it should be.
    }
    assertThat(sent).isLessThan(MANY);
  }

  /** Sends without reading, until the server reads no more, and then has closed the connection. */
  private void assertEndsUnread(@org.jspecify.annotations.Nullable String begin, byte[] again)
      throws Exception {
    long sent = 0;
    try (SocketChannel client =
        SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()))) {
      if (begin != null) {
        client.write(ByteBuffer.wrap(begin.getBytes(US_ASCII)));
        client.read(ByteBuffer.allocate(1_000));
      }
      client.configureBlocking(false);
      ByteBuffer next = ByteBuffer.wrap(again);
      while (sent < 1L << 30) {
        int written = client.write(next);
        if (written == 0) {
          Thread.sleep(5); // the server reads no more
        }
        sent += written;
        if (!next.hasRemaining()) {
          next.rewind();
        }
      }
    } catch (IOException closed) {
      // As it should be.
    }
    assertThat(sent).isLessThan(64 << 20);
  }

  private static byte[] get() {
    return RawHttp2.fields(
        ":method", "GET", ":scheme", "http", ":path", "/notes/7", ":authority", "x");
  }

  private static byte[] rpc() {
    return RawHttp2.fields(
        ":method", "POST",
        ":scheme", "http",
        ":path", "/triglot.server.notes.v1.NoteService/Note",
        ":authority", "x",
        "te", "trailers",
        "content-type", "application/grpc");
  }

  /** A text message as a client sends it (RFC 6455, section 5.2), masked with zeros. */
  private static byte[] masked(String text) {
    ByteBuffer frame = ByteBuffer.allocate(text.length() + 8);
    frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) text.length()).putInt(0);
    return frame.put(text.getBytes(US_ASCII)).array();
  }

  private static void awaitEnd(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read(new byte[1_024]) >= 0) {
        // What it still says is of no interest.
      }
    } catch (SocketException reset) {
      // Which is an end, too.
    }
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
