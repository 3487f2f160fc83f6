package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How things are changed. */
interface ChangeBehaviour extends RestClientTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | Hall    | A | Novels",
        "{\"label\": null, \"topics\": []}     | Hall    |   |",
        "{\"room\": \"Cellar\", \"label\": \"\"} | Cellar  | '' | Novels"
      })
  default void mergesAPatch(String patch, String room, String label, String topic) {
    for (String type :
        new String[] {"application/merge-patch+json", "application/json; charset=utf-8"}) {
      Reply reply = client().send("PATCH", "racks/s", patch, "Content-Type", type);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().at("/room").asText()).isEqualTo(room);
      assertThat(reply.json().at("/label").textValue()).isEqualTo(label);
      assertThat(reply.json().at("/topics/0").textValue()).isEqualTo(topic);
    }
  }

  @Test
  default void refusesWhatIsNoPatch() {
    assertThat(client().send("PATCH", "racks/s", "{\"room\": null}").json().at("/detail").asText())
        .startsWith("patch.room: expected text, got null");
    assertThat(client().send("PATCH", "racks/s", "[]").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json-patch+json", "text/plain"})
  default void takesNoOtherPatches(String type) {
    Reply reply = client().send("PATCH", "racks/s", "[]", "Content-Type", type);

    assertThat(reply.status()).isEqualTo(415);
    if (reply.mediaType().filter("application/problem+json"::equals).isPresent()) { // not a host's
      assertThat(reply.header("Accept-Patch"))
          .isEqualTo("application/merge-patch+json, application/json");
    }
  }

  @Test
  default void givesVersionsAndSaysWhatIsUnchanged() {
    Reply created = client().post("racks", "{\"room\": \"Hall\"}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    String rack = "racks/" + created.json().at("/id").asText();

    Reply first = client().get(rack);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    for (String known : new String[] {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "*"}) {
      for (String path : new String[] {rack, rack + "/again"}) {
        Reply unchanged = client().get(path, "If-None-Match", known);
        assertThat(unchanged.status()).as(known).isEqualTo(304);
        assertThat(unchanged.text()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo("\"1\"");
      }
    }
    assertThat(client().get(rack, "If-None-Match", "\"1\"").header("Cache-Control"))
        .isEqualTo("private, max-age=5");
    assertThat(client().get(rack, "If-None-Match", "\"2\", \"11\"").status()).isEqualTo(200);

    Reply patched = client().send("PATCH", rack, "{\"label\": \"B\"}", "If-None-Match", "*");
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.header("ETag")).isEqualTo("\"2\"");
    assertThat(client().get(rack, "If-None-Match", "\"1\"").header("ETag")).isEqualTo("\"2\"");
    assertThat(client().get("racks/none", "If-None-Match", "*").status()).isEqualTo(404);
  }

  @Test
  default void givesHeadTheSameVersions() {
    String rack =
        "racks/" + client().post("racks", "{\"room\": \"Hall\"}").json().at("/id").asText();

    Reply head = client().send("HEAD", rack, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo("\"1\"");
    assertThat(head.text()).isEmpty();
    assertThat(client().send("HEAD", rack, "", "If-None-Match", "\"1\"").status()).isEqualTo(304);
  }

  @Test
  default void tellsByAHashWhatIsUnchanged() {
    client().post("racks", "{\"room\": \"Hall\"}");
    Reply first = client().get("rooms");
    assertThat(first.header("ETag")).matches("\"[\\w-]{22}\"");

    assertThat(client().get("rooms", "If-None-Match", first.header("ETag")).status())
        .isEqualTo(304);
    client().post("racks", "{\"room\": \"Attic " + System.nanoTime() + "\"}");
    assertThat(client().get("rooms", "If-None-Match", first.header("ETag")).status())
        .isEqualTo(200);
  }

  @Test
  default void refusesLostUpdates() {
    String rack =
        "racks/" + client().post("racks", "{\"room\": \"Hall\"}").json().at("/id").asText();
    String room = "{\"room\": \"Cellar\"}";

    assertThat(client().send("PUT", rack, room, "If-Match", "\"1\"").json().at("/version").asInt())
        .isEqualTo(2);
    for (String outdated : new String[] {"\"1\"", "W/\"2\"", "\"1\", \"3\"", "\"22\"", "\"%\""}) {
      Reply refused = client().send("PUT", rack, room, "If-Match", outdated);
      assertThat(refused.status()).as(outdated).isEqualTo(412);
      assertThat(refused.json().at("/code").asText()).isEqualTo("ABORTED");
      assertThat(refused.json().at("/reason").asText()).isEqualTo("VERSION_MISMATCH");
      assertThat(refused.json().at("/title").asText()).isEqualTo("Precondition Failed");
      assertThat(client().send("PATCH", rack, "{}", "If-Match", outdated).status()).isEqualTo(412);
      assertThat(client().send("DELETE", rack, "", "If-Match", outdated).status()).isEqualTo(412);
    }
    assertThat(client().get(rack).json().at("/version").asInt()).isEqualTo(2);
    assertThat(client().send("PUT", rack, room, "If-Match", "\"1\", \"2\"").status())
        .isEqualTo(200);
    assertThat(client().send("PUT", rack, room, "If-Match", "*").status()).isEqualTo(200);
    assertThat(client().send("DELETE", rack, "", "If-Match", "\"4\"").status()).isEqualTo(204);
    assertThat(client().get(rack).status()).isEqualTo(404);
  }

  @Test
  default void saysWhenAVersionIsRequired() {
    Reply missing = client().send("PUT", "racks/0", "{\"room\": \"Cellar\"}");
    assertThat(missing.status()).isEqualTo(428);
    assertThat(missing.json().at("/code").asText()).isEqualTo("FAILED_PRECONDITION");
    assertThat(missing.json().at("/reason").asText()).isEqualTo("VERSION_REQUIRED");

    Reply malformed = client().send("PUT", "racks/0", "{\"room\": \"C\"}", "If-Match", "1");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().at("/violations/0/field").asText()).isEqualTo("If-Match");
  }
}
