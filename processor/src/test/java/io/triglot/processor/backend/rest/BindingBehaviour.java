package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How requests become arguments. */
interface BindingBehaviour extends RestClientTests {
  String SCALARS =
      "flag=true&tiny=-128&small=32767&whole=-2147483648&big=9223372036854775807&single=0.5"
          + "&twice=1e300&letter=%C3%A9&text=a+b%2Bc&bytes=AAH%2F&decimal=1.10&integer=123456789012"
          + "34567890&uuid=123e4567-e89b-12d3-a456-426614174000&instant=2026-01-31T12:00:00.5Z"
          + "&duration=PT1H30M&date=2026-01-31";

  String SCALARS_JSON =
      """
      {"flag":true,"tiny":-128,"small":32767,"whole":-2147483648,"big":9223372036854775807,\
      "single":0.5,"twice":1.0E300,"letter":"é","text":"a b+c","bytes":"AAH/","decimal":1.10,\
      "integer":12345678901234567890,"uuid":"123e4567-e89b-12d3-a456-426614174000",\
      "instant":"2026-01-31T12:00:00.500Z","duration":"PT1H30M","date":"2026-01-31"}""";

  @Test
  default void readsEveryScalarFromAQuery() {
    Reply reply = client().get("scalars?" + SCALARS);

    assertThat(reply.text()).isEqualTo(SCALARS_JSON);
  }

  @Test
  default void readsEveryScalarFromABodyAndWritesItBack() {
    Reply reply = client().post("scalars", SCALARS_JSON);

    assertThat(reply.text()).isEqualTo(SCALARS_JSON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flag=true       | flag=1              | true or false",
        "tiny=-128       | tiny=128            | a whole number from -128 to 127",
        "small=32767     | small=x             | a whole number from -32768 to 32767",
        "whole=-214      | whole=9-214         | a whole number from -2147483648 to 2147483647",
        "big=9           | big=9.5             | a whole number from -9223372036854775808",
        "single=0.5      | single=0x5          | a number",
        "twice=1e300     | twice=1e999         | a number",
        "letter=%C3%A9   | letter=ab           | one character",
        "bytes=AAH       | bytes=*             | base64 text",
        "decimal=1.10    | decimal=1,10        | a decimal number of at most 1000 digits",
        "decimal=1.10    | decimal=1e99999999  | a decimal number of at most 1000 digits",
        "integer=1       | integer=1.5         | a whole number of at most 1000 digits",
        "uuid=123e4567-  | uuid=1-1-1-1-1&u=   | a UUID such as",
        "instant=2026-01 | instant=yesterday&i=| a date and time such as 2026-01-31T12:00:00Z",
        "duration=PT     | duration=90%20min&d=| a duration such as PT1H30M",
        "date=2026-01-31 | date=2026-02-30     | a date such as 2026-01-31"
      })
  default void namesParameterExpectationAndValueOfAQueryThatIsWrong(
      String right, String wrong, String expectation) {
    String query = SCALARS.replaceFirst("(^|&)" + right, "$1" + wrong);
    assertThat(query).isNotEqualTo(SCALARS);

    Reply reply = client().get("scalars?" + query);

    String name = wrong.substring(0, wrong.indexOf('='));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/violations/0/field").asText()).isEqualTo(name);
    assertThat(reply.json().at("/violations/0/description").asText())
        .startsWith("expected " + expectation)
        .contains(", got \"");
    assertThat(reply.json().at("/code").asText()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  default void needsEveryParameterThatIsNotNullable() {
    Reply reply = client().get("scalars?" + SCALARS.replace("whole=-2147483648", ""));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/detail").asText())
        .isEqualTo("whole: is required; expected a whole number from -2147483648 to 2147483647");
  }

  @Test
  default void leavesAbsentParametersNullOrEmpty() {
    assertThat(client().get("books").json()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  default void bindsRepeatedAndOptionalParameters() {
    assertThat(client().get("books?genre=SCIENCE&genre=FICTION&title=Emma").json()).hasSize(1);
    assertThat(client().get("books?genre=SCIENCE&maxPrice=120.0").json()).hasSize(1);
    assertThat(client().get("books?genre=SCIENCE&maxPrice=119.99").json()).isEmpty();
  }

  @Test
  default void refusesTwoValuesWhereOneIsExpected() {
    Reply reply = client().get("books?maxPrice=1&maxPrice=2");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/detail").asText())
        .isEqualTo("maxPrice: is given 2 times; expected one value");
  }

  @Test
  default void tellsTheConstantsOfAnEnum() {
    Reply reply = client().get("books?genre=POETRY");

    assertThat(reply.json().at("/detail").asText())
        .isEqualTo("genre[0]: expected one of FICTION, SCIENCE, got \"POETRY\"");
  }

  @Test
  default void decodesAVariableOfThePathWithItsSlashesAndBlanks() {
    assertThat(client().get("books/a%2Fb%20c").json().at("/heading").asText())
        .isEqualTo("Sidereus");
  }

  @Test
  default void takesAPlusSignOfAPathAsItIs() {
    assertThat(client().get("books/a%2Fb+c").status()).isEqualTo(404);
  }

  @Test
  default void ignoresASlashAtTheEndOfAPath() {
    assertThat(client().get("books/1/").status()).isEqualTo(200);
  }

  @Test
  default void bindsPropertiesOfABodyBesideAVariableOfThePath() {
    Reply reply = client().post("books/1/loans", "{\"days\": 3}", "Authorization", "Bearer ada");

    assertThat(reply.text())
        .isEqualTo("{\"bookId\":\"1\",\"dueOn\":\"2026-01-31\",\"note\":\"null for ada\"}");
  }
}
