package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests are refused, and failures told. */
interface RefusalBehaviour extends RestClientTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12.340    | \"a\"          | input.price: expected a decimal number of at most 1000 digits,"
            + " got \"a\"",
        "12.340    | true           | input.price: expected a decimal number of at most 1000 digits,"
            + " got true",
        "12.340    | 1e999999999    | input.price: expected a decimal number of at most 1000 digits,"
            + " got 1e999999999",
        "12.340    | {}             | input.price: expected a decimal number of at most 1000 digits,"
            + " got an object",
        "\"FICTION\" | 1            | input.genre: expected one of FICTION, SCIENCE, got 1",
        "\"FICTION\" | null         | input.genre: expected one of FICTION, SCIENCE, got null",
        "7         | \"7\"          | input.chapters[0].pages: expected a whole number from -2147483648"
            + " to 2147483647, got \"7\"",
        "7         | 7.0            | input.chapters[0].pages: expected a whole number from -2147483648"
            + " to 2147483647, got 7.0",
        "\"a\"     | [1]            | input.chapters[0].sections[0].name: expected text, got an array",
        "subtitle  | subtitel       | input.subtitel: is not a known field; expected heading, subtitle,"
            + " genre, price, chapters, rating",
        "pages     | seiten         | input.chapters[0].seiten: is not a known field; expected name,"
            + " pages, sections",
        "`, \"pages\": 2` | ``      | input.chapters[0].sections[0].pages: is required",
        "\"heading\": \"Persuasion\", | `` | input.heading: is required"
      })
  default void namesThePathOfWhatIsWrongInABody(String right, String wrong, String detail) {
    String body = BOOK.replace(right, wrong);
    assertThat(body).isNotEqualTo(BOOK);

    Reply reply = client().post("books", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.mediaType()).contains("application/problem+json");
    assertThat(reply.json().at("/detail").asText()).isEqualTo(detail);
    assertThat(reply.json().at("/violations/0/field").asText())
        .isEqualTo(detail.substring(0, detail.indexOf(':')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"heading\": }", "{\"heading\": \"x\",}", "{} {}", "nul", "{'a':1}"})
  default void tellsWhereMalformedJsonBreaks(String body) {
    Reply reply = client().post("books", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/detail").asText())
        .matches("(Malformed JSON at line 1, column \\d+|input\\.heading: is required)");
    assertThat(reply.text()).doesNotContain("jackson", "Exception", "Source");
  }

  @Test
  default void refusesDeepNesting() {
    String deep = "{\"sections\":[".repeat(300);

    Reply reply = client().post("books", "{\"chapters\":[" + deep);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/detail").asText())
        .startsWith("JSON beyond the limits, 200 levels");
  }

  @Test
  default void needsABody() {
    Reply reply = client().send("POST", "books", "", "Content-Type", "application/json");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/detail").asText())
        .isEqualTo("input: is required; expected a JSON body");
  }

  @Test
  default void refusesABodyThatIsTooLarge() {
    Reply reply = client().post("books", BOOK + " ".repeat(MAX_BODY_BYTES));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().at("/code").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(reply.json().at("/title").asText()).isEqualTo("Content Too Large");
  }

  @Test
  default void authorizesBeforeItReadsTheRequest() {
    Reply reply = client().post("books/1/loans", "not JSON");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.json().at("/code").asText()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  default void deniesCallersWithoutTheRole() {
    String body = "{\"codes\": [1, 1]}";

    assertThat(client().post("books/remove", body).status()).isEqualTo(401);
    assertThat(client().post("books/remove", body, "Authorization", "Bearer ada").status())
        .isEqualTo(403);
    assertThat(client().post("books/remove", body, "Authorization", "Bearer admin").status())
        .isEqualTo(204);
  }

  @Test
  default void tellsDeclaredErrorsWithTheirDetails() {
    Reply reply = client().post("books/1/loans", "{\"days\": 31}", "Authorization", "Bearer ada");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                + "\"detail\":\"The book is on loan\",\"code\":\"FAILED_PRECONDITION\","
                + "\"reason\":\"BOOK_ON_LOAN\",\"waiting\":2,\"details\":{\"status\":\"LENT\"}}");
  }

  @Test
  default void tellsDeclaredErrorsOfStages() {
    Reply reply = client().send("PUT", "books/none", BOOK);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().at("/invalidArgs/0").asText()).isEqualTo("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"books/trouble", "loans/nothing"})
  default void keepsTheCauseOfAnInternalErrorToItself(String target) {
    Reply reply = client().get(target);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.json().at("/detail").asText()).isEqualTo("Internal error");
    assertThat(reply.json().at("/incident").asText()).hasSize(36);
    assertThat(reply.text()).doesNotContain("secret", "Exception", "null");
  }

  @Test
  default void refusesWhatItDoesNotKnow() {
    assertThat(client().get("nowhere").status()).isEqualTo(404);
    assertThat(client().get("books/1/2").status()).isEqualTo(404);
    assertThat(client().send("PATCH", "books/1", "{}").status()).isEqualTo(405);
  }

  @Test
  default void tellsTheMethodsWithTheRefusalOfAnother() {
    Reply refused = client().send("PATCH", "books/1", "{}");

    assertThat(refused.header("Allow").split(",\\s*")).contains("DELETE", "GET", "PUT");
  }

  @Test
  default void refusesMediaTypesThatItDoesNotSpeak() {
    assertThat(client().post("books", BOOK, "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(client().get("books", "Accept", "text/html").status()).isEqualTo(406);
    assertThat(client().get("books", "Accept", "text/html, application/*;q=0.1").status())
        .isEqualTo(200);
    assertThat(
            client()
                .post("scalars", "{}", "Content-Type", "application/json; charset=utf-8")
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/books/%C3%28", "/books?title=%C3%28"})
  default void refusesWhatIsNotPercentEncodedUtf8(String target) throws IOException {
    assertThat(client().getRaw(target)).matches("(?s)HTTP/1\\.1 40[04] .*");
  }
}
