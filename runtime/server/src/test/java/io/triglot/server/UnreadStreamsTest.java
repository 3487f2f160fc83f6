package io.triglot.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosting.RawHttp2;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import io.triglot.server.notes.FloodService;
import io.triglot.server.notes.NoteService;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the server holds for a subscriber that reads nothing: no more than {@code docs/operating.md}
 * says, whatever the publisher has to say. Elements are counted as they are asked for.
 */
@Timeout(120)
class UnreadStreamsTest {
  /** What a client of HTTP/2 takes at first, and without reading for ever (RFC 9113, 6.9.2). */
  private static final int CLIENT_WINDOW = 65_535;

  /** So many elements are in the client's window; the server waits for more room afterwards. */
  private static final int SATURATION = CLIENT_WINDOW / (FloodService.SIZE + 100);

  private static final int DATA = 0;

  private final FloodService flood = new FloodService(SATURATION);

  @Test
  void holdsTwoElementsOnRest() throws Exception {
    byte[] head = get("/flood");
    assertElements(
        CLIENT_WINDOW / FloodService.SIZE + 2,
        TriglotServer::port,
        client ->
            client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS | RawHttp2.END_STREAM, 1, head));
  }

  @Test
  void holdsTwoElementsOnGraphQl() throws Exception {
    byte[] query = "{\"query\": \"subscription { flood }\"}".getBytes(US_ASCII);
    assertElements(
        CLIENT_WINDOW / FloodService.SIZE + 2,
        TriglotServer::port,
        client -> {
          client.send(
              RawHttp2.HEADERS,
              RawHttp2.END_HEADERS,
              1,
              post("/graphql", "application/json", "accept", "text/event-stream"));
          client.send(DATA, RawHttp2.END_STREAM, 1, query);
        });
  }

  @Test
  void holds32KibibytesAnd16ElementsOnGrpc() throws Exception {
    assertElements(
        (CLIENT_WINDOW + 32 * 1_024) / FloodService.SIZE + 16,
        TriglotServer::grpcPort,
        client -> {
          client.send(
              RawHttp2.HEADERS,
              RawHttp2.END_HEADERS,
              1,
              post(
                  "/triglot.server.notes.v1.FloodService/Flood",
                  "application/grpc",
                  "te",
                  "trailers"));
          client.send(DATA, RawHttp2.END_STREAM, 1, new byte[5]); // an empty message
        });
  }

  @Test
  void hasOneMessageUnderWayOnAWebSocket() throws Exception {
    Api api = Api.of(flood);
    Sent sent = new Sent(GraphQlEndpoint.of(api));
    try (TestHost host = TestHost.of(TestHost.SETTINGS, sent);
        Socket client = new Socket()) {
      client.setReceiveBufferSize(4_096); // so that not much is on its way
      client.connect(new InetSocketAddress("127.0.0.1", host.port()));
      client
          .getOutputStream()
          .write(
              ("GET /socket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      + "Sec-WebSocket-Version: 13\r\n"
                      + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                      + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                  .getBytes(US_ASCII));
      client.getOutputStream().write(masked("{\"type\": \"connection_init\"}"));
      awaitText(client.getInputStream(), "connection_ack\"}");
      client
          .getOutputStream()
          .write(
              masked(
                  "{\"type\": \"subscribe\", \"id\": \"1\","
                      + " \"payload\": {\"query\": \"subscription { flood }\"}}"));
      sent.delayed.get();
      client.getInputStream().readNBytes(65_536); // which makes room for more
    }

    assertThat(flood.elements()).isGreaterThan(SATURATION);
    assertThat(sent.most).hasValue(1);
  }

  private interface Beginning {
    void send(RawHttp2 client) throws Exception;
  }

  private interface PortOf {
    int in(TriglotServer server);
  }

  /** Begins a stream, and looks how many elements it takes while other clients are served. */
  private void assertElements(int most, PortOf port, Beginning beginning) throws Exception {
    try (TriglotServer server =
            TriglotServer.builder()
                .service(flood)
                .service(new NoteService())
                .host("127.0.0.1")
                .port(0)
                .grpcPort(0)
                .start();
        NoteClient others = new NoteClient(server);
        RawHttp2 client = new RawHttp2(port.in(server))) {
      beginning.send(client);
      flood.awaitSaturation();
      for (int i = 0; i < 200; i++) { // time enough to give more, if anybody asked for it
        assertThat(others.get("/notes/7").statusCode()).isEqualTo(200);
        others.rpc("Note", "id", "7");
      }

      assertThat(flood.elements()).isBetween(SATURATION, most);
    }
  }

  private static byte[] get(String path) {
    return RawHttp2.fields(
        ":method",
        "GET",
        ":scheme",
        "http",
        ":path",
        path,
        ":authority",
        "x",
        "accept",
        "text/event-stream");
  }

  private static byte[] post(String path, String type, String name, String value) {
    return RawHttp2.fields(
        ":method",
        "POST",
        ":scheme",
        "http",
        ":path",
        path,
        ":authority",
        "x",
        "content-type",
        type,
        name,
        value);
  }

  /** A short text message as a client sends it (RFC 6455, section 5.2), masked with zeros. */
  private static byte[] masked(String text) {
    ByteBuffer frame = ByteBuffer.allocate(text.length() + 6);
    frame.put((byte) 0x81).put((byte) (0x80 | text.length())).putInt(0);
    return frame.put(text.getBytes(US_ASCII)).array();
  }

  private static void awaitText(InputStream in, String end) throws Exception {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      int next = in.read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
    }
  }

  /** Counts the messages that have been sent and have not left. */
  private static final class Sent implements SocketEndpoint {
    private final GraphQlEndpoint graphQl;
    private final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CompletableFuture<Void> delayed = new CompletableFuture<>();

    Sent(GraphQlEndpoint graphQl) {
      this.graphQl = graphQl;
    }

    @Override
    public String subprotocol() {
      return GraphQlEndpoint.SUBPROTOCOL;
    }

    @Override
    public TextSocket.Listener connect(
        HttpRequest handshake, TextSocket socket, Executor executor) {
      TextSocket counted =
          new TextSocket() {
            @Override
            public CompletionStage<Void> send(String text) {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              CompletionStage<Void> left = socket.send(text);
              if (!left.toCompletableFuture().isDone()) {
                delayed.complete(null);
              }
              return left.whenComplete((done, failure) -> underWay.decrementAndGet());
            }

            @Override
            public void close(int code, String reason) {
              socket.close(code, reason);
            }
          };
      return graphQl.connect(handshake, counted, executor);
    }
  }
}
