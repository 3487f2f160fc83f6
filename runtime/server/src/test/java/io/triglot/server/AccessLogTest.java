package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.grpc.StatusRuntimeException;
import io.triglot.runtime.Caller;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** One line for each call, whatever its protocol and its end. */
@Timeout(60)
class AccessLogTest {
  private final LinkedBlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          lines.add(line);
        }
      };
  private final Logger logger = (Logger) LoggerFactory.getLogger("io.triglot.access");

  private final TriglotServer server =
      TriglotServer.builder()
          .service(new NoteService())
          .authenticator(
              request ->
                  request.header("authorization").map(name -> new Caller("ann", Set.of("reader"))))
          .accessLog()
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
  private final NoteClient client = new NoteClient(server);

  @BeforeEach
  void listen() {
    logger.setLevel(ch.qos.logback.classic.Level.INFO);
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(appender);
    client.close();
    server.close();
  }

  @Test
  void tellsOfCallsOnEveryProtocol() throws Exception {
    client.get("/notes/7?key=hidden");
    assertThat(next())
        .containsEntry("protocol", "REST")
        .containsEntry("operation", "NoteService.note")
        .containsEntry("code", "OK")
        .containsEntry("client", "127.0.0.1")
        .containsEntry("bytes", "24")
        .containsKey("millis")
        .doesNotContainKey("caller");

    client.graphQl("{note(id:7){id}}");
    assertThat(next())
        .containsEntry("protocol", "GRAPHQL")
        .containsEntry("operation", "NoteService.note")
        .containsEntry("client", "127.0.0.1");

    client.rpc("Note", "id", "7");
    assertThat(next())
        .containsEntry("protocol", "GRPC")
        .containsEntry("operation", "NoteService.note")
        .containsEntry("client", "127.0.0.1")
        .containsKey("bytes");
    assertThat(lines).isEmpty();
  }

  @Test
  void tellsWhoIsRefusedAndNoSecrets() throws Exception {
    client.graphQl("mutation{createNote(text:\\\"hidden\\\"){id}}", "Authorization", "hidden");

    ILoggingEvent line = lines.take();
    assertThat(line.getFormattedMessage())
        .startsWith("GRAPHQL NoteService.createNote PERMISSION_DENIED in ");
    assertThat(fields(line)).containsEntry("caller", "ann");
    assertThat(line.getFormattedMessage() + fields(line)).doesNotContain("hidden");
  }

  @Test
  void tellsOfRequestsThatReachNoOperation() throws Exception {
    client.get("/nothing?key=hidden");
    assertThat(next())
        .containsEntry("protocol", "HTTP")
        .containsEntry("method", "GET")
        .containsEntry("path", "/nothing")
        .containsEntry("status", "404");

    client.graphQl("{");
    assertThat(next()).containsEntry("path", "/graphql").containsEntry("protocol", "HTTP");

    assertThatThrownBy(() -> client.unknownRpc()).isInstanceOf(StatusRuntimeException.class);
    assertThat(next()).containsEntry("protocol", "GRPC").containsEntry("code", "UNIMPLEMENTED");

    talk("GET / HTTP/1.1\r\n\r\n");
    assertThat(next()).containsEntry("status", "400").containsEntry("path", "/");
    assertThat(lines).isEmpty();
  }

  @Test
  void saysNothingOfProbesAndPages() throws Exception {
    client.get("/health/ready");
    client.get("/openapi.json");
    client.get("/nothing");

    assertThat(next()).containsEntry("path", "/nothing");
  }

  private Map<String, String> next() throws InterruptedException {
    return fields(lines.take());
  }

  private static Map<String, String> fields(ILoggingEvent line) {
    return line.getKeyValuePairs().stream()
        .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
  }

  private void talk(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
  }
}
