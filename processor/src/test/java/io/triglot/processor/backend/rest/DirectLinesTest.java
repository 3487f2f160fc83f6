package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import org.junit.jupiter.api.Test;

/** Lines of JSON that clients stream, at the endpoint itself. */
class DirectLinesTest extends LinesBehaviour {
  @Override
  protected RestHost.Starter starter() {
    return DirectHost::start;
  }

  @Test
  void haveToKeepTheirConstraints() {
    Reply invalid =
        client()
            .send(
                "PUT",
                "stations/a/readings",
                "{\"place\":\"x\",\"degrees\":100}\n",
                "Content-Type",
                "application/x-ndjson");

    assertThat(invalid.status()).isEqualTo(400);
    assertThat(invalid.json().at("/violations/0/field").asText()).isEqualTo("readings.degrees");
    assertThat(invalid.json().at("/detail").asText())
        .contains("must be less than or equal to 99 (line 1)");
  }
}
