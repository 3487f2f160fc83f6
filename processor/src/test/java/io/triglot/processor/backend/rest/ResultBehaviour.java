package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.backend.rest.RestClient.Reply;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** How results become responses. */
interface ResultBehaviour extends RestClientTests {
  @Test
  default void answersWithAllFieldsUnderTheirNames() {
    Reply reply = client().get("books/1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).contains("application/json");
    assertThat(reply.text())
        .isEqualTo(
            "{\"id\":\"1\",\"heading\":\"Emma\",\"subtitle\":null,\"genre\":\"FICTION\","
                + "\"price\":9.90,\"tags\":[],\"copies\":{\"pages\":0},\"rating\":5,"
                + "\"addedAt\":\"2024-01-15T00:00:00Z\"}");
  }

  @Test
  default void answersCreationWith201AndTheLocationOfTheNew() {
    Reply reply = client().post("books", BOOK);

    assertThat(reply.status()).isEqualTo(201);
    JsonNode book = reply.json();
    assertThat(reply.text()).contains("\"price\":12.340,");
    assertThat(book.at("/copies/pages").intValue()).isEqualTo(9);
    URI location = reply.response().uri().resolve(reply.header("Location"));
    assertThat(location.getRawPath()).isEqualTo("/books/new%20book");
    assertThat(client().get(location.toString()).json()).isEqualTo(book);
    client().send("DELETE", location.toString(), "");
  }

  @Test
  default void answersAStageWhenItIsThere() {
    Reply replaced =
        client().send("PUT", "books/a%2Fb%20c", BOOK.replace("Persuasion", "Sidereus"));

    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.json().at("/id").asText()).isEqualTo("a/b c");
    client()
        .send(
            "PUT",
            "books/a%2Fb%20c",
            BOOK.replace("Persuasion", "Sidereus")
                .replace("FICTION", "SCIENCE")
                .replace("12.340", "120"));
  }

  @Test
  default void answersAScalarAsJson() {
    Reply reply = client().get("books/count");

    assertThat(reply.mediaType()).contains("application/json");
    assertThat(reply.json().isIntegralNumber()).isTrue();
  }

  @Test
  default void answersVoidWith204() {
    Reply reply = client().send("DELETE", "books/none", "");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.text()).isEmpty();
    assertThat(reply.mediaType()).isEmpty();
  }

  @Test
  default void answersVoidWith204WhateverIsAccepted() {
    assertThat(client().post("books/update", "", "Accept", "application/json").status())
        .isEqualTo(204);
    assertThat(client().send("DELETE", "books/none", "", "Accept", "application/json").status())
        .isEqualTo(204);
  }

  @Test
  default void answersNothingWith404WhereThePathSaysWhich() {
    Reply reply = client().get("books/none");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.mediaType()).contains("application/problem+json");
    assertThat(reply.text())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"Not found\",\"code\":\"NOT_FOUND\",\"reason\":\"NOT_FOUND\"}");
  }

  @Test
  default void answersNothingWith204Elsewhere() {
    assertThat(client().get("books/newest").status()).isEqualTo(204);
  }

  @Test
  default void answersHeadAsGetWithoutTheContent() {
    Reply reply = client().send("HEAD", "books/1", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).contains("application/json");
    assertThat(reply.text()).isEmpty();
    assertThat(client().send("HEAD", "books/none", "").status()).isEqualTo(404);
  }

  @Test
  default void tellsTheMethodsOfAPath() {
    Reply reply = client().send("OPTIONS", "books/1", "");

    assertThat(reply.status()).isBetween(200, 204);
    assertThat(reply.header("Allow").split(",\\s*"))
        .containsExactlyInAnyOrder("DELETE", "GET", "HEAD", "OPTIONS", "PUT");
  }
}
