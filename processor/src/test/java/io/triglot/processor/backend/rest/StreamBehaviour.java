package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How publishers become responses. */
interface StreamBehaviour extends RestClientTests {
  String LOAN = "{\"bookId\":\"book 1\",\"dueOn\":\"2026-01-31\",\"note\":null}";

  /** How many streams the service has not ended and nobody has cancelled. */
  AtomicInteger openStreams();

  @Test
  default void streamsServerSentEvents() {
    Reply reply = client().get("loan-events?count=2");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).contains("text/event-stream");
    assertThat(withoutComments(reply.text()))
        .isEqualTo("data: " + LOAN + "\n\ndata: " + LOAN.replace("book 1", "book 2") + "\n\n");
  }

  @Test
  default void streamsLines() {
    Reply reply = client().get("loan-events?count=1", "Accept", "application/x-ndjson");

    assertThat(reply.mediaType()).contains("application/x-ndjson");
    assertThat(reply.text()).isEqualTo(LOAN + "\n");
  }

  @Test
  default void streamsAnArray() {
    Reply reply = client().get("loan-events?count=2", "Accept", "application/json");

    assertThat(reply.mediaType()).contains("application/json");
    assertThat(reply.text().strip())
        .isEqualTo("[" + LOAN + "," + LOAN.replace("book 1", "book 2") + "]");
    assertThat(client().get("loan-events?count=1", "Accept", "*/*").mediaType())
        .contains("text/event-stream");
  }

  @Test
  default void answersAStreamThatFailsAtOnceLikeAnyFailedCall() {
    Reply reply = client().get("loan-events?count=-1");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.mediaType()).contains("application/problem+json");
    assertThat(reply.json().at("/reason").asText()).isEqualTo("BOOK_ON_LOAN");
  }

  @Test
  default void tellsALaterFailureInALastEvent() {
    Reply reply = client().get("loan-events?count=1&fails=true");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(withoutComments(reply.text()))
        .startsWith("data: " + LOAN + "\n\nevent: error\ndata: {\"type\":\"about:blank\"")
        .contains("\"reason\":\"BOOK_ON_LOAN\"")
        .endsWith("}\n\n");
  }

  @Test
  default void tellsALaterFailureInALastLine() {
    Reply reply = client().get("loan-events?count=1&fails=true", "Accept", "application/x-ndjson");

    assertThat(reply.text()).startsWith(LOAN + "\n{\"error\":{\"type\":\"about:blank\"");
  }

  @Test
  default void refusesAStreamWhoseParametersAreWrong() {
    assertThat(client().get("loan-events?count=many").status()).isEqualTo(400);
    assertThat(client().get("loan-events").status()).isEqualTo(400);
  }

  @Test
  default void letsAClientKnowThatAQuietStreamIsOpen() throws Exception {
    HttpResponse<InputStream> response =
        client()
            .http()
            .send(
                client().request("GET", "loan-events?count=0", "").build(),
                BodyHandlers.ofInputStream());

    assertThat(response.statusCode()).isEqualTo(200);
    try (InputStream body = response.body()) {
      assertThat(body.read()).isEqualTo(':');
      assertThat(client().send("POST", "loans/stop-events", "").status()).isEqualTo(204);
      String rest = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(withoutComments(":" + rest)).isEmpty();
    }
  }

  @Test
  default void answersHeadOfAStreamAndCancelsIt() {
    int before = openStreams().get();

    assertThat(client().send("HEAD", "loan-events?count=5", "").status()).isEqualTo(200);

    assertThat(openStreams().get()).isEqualTo(before);
  }

  private static String withoutComments(String events) {
    return events.replaceAll("(?m)^:.*\n\n", "");
  }
}
