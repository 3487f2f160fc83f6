package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
  private static final List<String> OFFERED = List.of("text/event-stream", "application/x-ndjson");

  @Test
  void takesTheFirstOfferWhereNothingIsAsked() {
    assertThat(MediaTypes.negotiate(List.of(), OFFERED)).contains("text/event-stream");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*                                              | text/event-stream",
        "*                                                | text/event-stream",
        "application/x-ndjson                             | application/x-ndjson",
        "Application/X-NDJSON                             | application/x-ndjson",
        "application/*, text/*;q=0.9                      | application/x-ndjson",
        "application/*;q=0.1                              | application/x-ndjson",
        "text/event-stream;q=0, */*                       | application/x-ndjson",
        "text/event-stream;q=0.2, */*;q=0.3               | application/x-ndjson",
        "text/event-stream;charset=utf-8, text/*;q=0      | text/event-stream",
        "*/*;q=0.5, application/x-ndjson;Q=0.6            | application/x-ndjson",
      })
  void takesWhatTheClientLikesBest(String accept, String chosen) {
    assertThat(MediaTypes.negotiate(List.of(accept), OFFERED)).contains(chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json",
        "application/json;q=0, text/html",
        "*/*;q=0",
        "*/*;q=much",
        "text/event",
        "''"
      })
  void findsNothingThatIsNotAccepted(String accept) {
    assertThat(MediaTypes.negotiate(List.of(accept), OFFERED)).isEmpty();
  }

  @Test
  void readsAllFieldsOfThatName() {
    assertThat(MediaTypes.negotiate(List.of("text/html", "application/x-ndjson"), OFFERED))
        .contains("application/x-ndjson");
  }

  @Test
  void knowsATypeInSpiteOfItsParameters() {
    assertThat(MediaTypes.is("Application/JSON ; charset=utf-8", "application/json")).isTrue();
    assertThat(MediaTypes.is("application/jsonp", "application/json")).isFalse();
  }
}
