package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.triglot.hosting.Proxies;
import io.triglot.runtime.Protocol;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of nginx that the documentation shows, in front of a server. */
@Timeout(120)
class DeploymentTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "deployment.md");
  private static final Pattern CONFIGURATION = Pattern.compile("(?s)```nginx\n(.*?)```");

  private final NoteService notes = new NoteService();

  /** The address that clients of a protocol have called, as far as it has one. */
  private final Map<Protocol, String> called = new ConcurrentHashMap<>();

  @Test
  void nginxPassesOnAllThreeProtocolsAndTheirStreams(@TempDir Path folder) throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "shop");
    HttpClient client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    int port = Nginx.freePort();
    try (TriglotServer server = serve();
        Nginx nginx = Nginx.with(configuration(server, certificate, port), port, folder)) {
      URI site = nginx.uri("https", "/");
      ManagedChannel channel =
          Grpc.newChannelBuilderForAddress(
                  site.getHost(),
                  port,
                  TlsChannelCredentials.newBuilder()
                      .trustManager(certificate.chain().toFile())
                      .build())
              .build();
      try {
        Iterator<String> events = events(client, site);
        BlockingQueue<String> messages = subscribe(client, nginx.uri("wss", "/graphql"));
        Iterator<DynamicMessage> rpcEvents = NoteClient.rpcStream(channel, "NoteChanges");
        while (notes.subscribers() < 3) {
          Thread.onSpinWait();
        }
        notes.createNote("Bread");

        assertThat(events.next()).contains("Bread");
        assertThat(messages.take()).contains("Bread");
        assertThat(rpcEvents.next().toString()).contains("Bread");
        assertThat(called)
            .containsOnlyKeys(Protocol.values())
            .containsEntry(Protocol.REST, site.toString());
      } finally {
        channel.shutdownNow();
      }
    }
  }

  private TriglotServer serve() {
    return TriglotServer.builder()
        .service(notes)
        .proxies(Proxies.xForwarded("127.0.0.1"))
        .observer(
            (operation, request) -> {
              called.put(
                  request.protocol(),
                  request.address().scheme() + "://" + request.address().authority() + "/");
              return failure -> {};
            })
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0)
        .start();
  }

  /** What the page shows, with the addresses, files and package of this test. */
  private static String configuration(TriglotServer server, TestCertificate certificate, int port)
      throws IOException {
    MatchResult shown =
        CONFIGURATION.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();
    return shown
        .group(1)
        .replace("10.0.3.7:8080", "127.0.0.1:" + server.port())
        .replace("10.0.3.7:9090", "127.0.0.1:" + server.grpcPort())
        .replace("listen 443", "listen 127.0.0.1:" + port)
        .replace("/etc/tls/tls.crt", certificate.chain().toString())
        .replace("/etc/tls/tls.key", certificate.key().toString())
        .replace("/acme.shop.v1.", "/triglot.server.notes.v1.");
  }

  private static Iterator<String> events(HttpClient client, URI site) throws Exception {
    HttpResponse<Stream<String>> response =
        client.send(
            HttpRequest.newBuilder(site.resolve("/note-changes"))
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofLines());
    assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return response.body().filter(line -> line.startsWith("data:")).iterator();
  }

  private static BlockingQueue<String> subscribe(HttpClient client, URI uri) throws Exception {
    BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence data, boolean last) {
                    messages.add(data.toString());
                    from.request(1);
                    return null;
                  }
                })
            .get();
    socket.sendText("{\"type\":\"connection_init\"}", true).get();
    assertThat(messages.take()).contains("connection_ack");
    socket
        .sendText(
            "{\"id\":\"1\",\"type\":\"subscribe\","
                + "\"payload\":{\"query\":\"subscription { noteChanges { text } }\"}}",
            true)
        .get();
    return messages;
  }
}
