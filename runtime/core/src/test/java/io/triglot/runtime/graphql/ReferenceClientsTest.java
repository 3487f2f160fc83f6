package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the reference implementations in JavaScript make of our server and our SDL. */
@Tag("node")
class ReferenceClientsTest {
  private final Sample sample = new Sample();
  private JettyHost host;

  @BeforeEach
  void start() throws Exception {
    host =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.builder()
                    .service(sample)
                    .authenticator(
                        request ->
                            request.header("authorization").map(name -> new Caller(name, Set.of())))
                    .build()));
  }

  @AfterEach
  void stop() throws Exception {
    host.close();
  }

  @Test
  void allAuditsOfGraphQlOverHttpPass() throws Exception {
    assertThat(NodeScript.run("graphql-audit.mjs", host.uri("http").toString()))
        .containsExactly("61 of 61 audits passed");
  }

  @Test
  void theWebSocketClientSubscribes() throws Exception {
    assertThat(subscribe("ws", "subscription { count(to: 3) }"))
        .containsExactly(
            "{\"data\":{\"count\":1}}",
            "{\"data\":{\"count\":2}}",
            "{\"data\":{\"count\":3}}",
            "complete");
  }

  @Test
  void theWebSocketClientLeavesAStreamThatDoesNotEnd() throws Exception {
    assertThat(subscribe("ws", "subscription { count(to: 1000000000) }", "2")).contains("complete");
    sample.subscriptions.get(0).cancelled.get(20, TimeUnit.SECONDS);
  }

  @Test
  void theWebSocketClientIsAuthenticatedByItsConnectionParameters() throws Exception {
    assertThat(subscribe("ws", "{ caller }"))
        .containsExactly("{\"data\":{\"caller\":\"node\"}}", "complete");
  }

  @Test
  void theWebSocketClientIsToldOfErrors() throws Exception {
    assertThat(subscribe("ws", "{ nothing }"))
        .singleElement()
        .asString()
        .startsWith("error [{")
        .contains("\"code\":\"INVALID_ARGUMENT\"");
  }

  @Test
  void theClientOfServerSentEventsSubscribes() throws Exception {
    assertThat(subscribe("sse", "subscription { count(to: 2) }"))
        .containsExactly("{\"data\":{\"count\":1}}", "{\"data\":{\"count\":2}}", "complete");
  }

  @Test
  void theClientOfServerSentEventsIsToldOfErrors() throws Exception {
    List<String> lines = subscribe("sse", "{ nothing }");
    assertThat(lines.get(0)).startsWith("{\"errors\":[").contains("\"code\":\"INVALID_ARGUMENT\"");
    assertThat(lines.get(1)).isEqualTo("complete");
  }

  @Test
  void theSdlThatTheProcessorWritesIsValid() throws Exception {
    Path cases = NodeScript.root().resolve("processor/src/test/resources/cases/graphql");
    try (Stream<Path> files = Files.walk(cases)) {
      String[] schemas =
          files
              .filter(file -> file.endsWith("schema.graphqls"))
              .map(Path::toString)
              .sorted()
              .toArray(String[]::new);
      assertThat(schemas).isNotEmpty();
      assertThat(NodeScript.run("graphql-sdl.mjs", schemas))
          .containsExactly(schemas.length + " schemas checked");
    }
  }

  private List<String> subscribe(String transport, String query, String... limit) throws Exception {
    String scheme = transport.equals("ws") ? "ws" : "http";
    return NodeScript.run(
        "graphql-subscribe.mjs",
        Stream.concat(Stream.of(transport, host.uri(scheme).toString(), query), Stream.of(limit))
            .toArray(String[]::new));
  }
}
