package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphQlJsonTest {
  private static final ObjectMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Property(tries = 2_000)
  void textsAreThoseOfJackson(@ForAll @CharRange(from = 0, to = '\ud7ff') String text)
      throws IOException {
    assertThat(json(text)).isEqualTo(JACKSON.writeValueAsString(text));
    assertThat(json(Map.of(text, 1))).isEqualTo(JACKSON.writeValueAsString(Map.of(text, 1)));
  }

  @Property(tries = 2_000)
  void numbersReadAsTheSame(@ForAll int i, @ForAll long l, @ForAll double d, @ForAll BigDecimal b)
      throws IOException {
    assertThat(json(List.of(i, l, b))).isEqualTo(JACKSON.writeValueAsString(List.of(i, l, b)));
    assertThat(Double.parseDouble(json(d))).isEqualTo(d);
  }

  @Property(tries = 5_000)
  void doublesHaveTheShortestText(
      @ForAll @IntRange(min = -1_100_000_000, max = 1_100_000_000) int n) {
    for (double number :
        new double[] {n, n / 10.0, n / 100.0, n / 1000.0, Math.nextUp(n / 100.0)}) {
      assertThat(json(number)).isEqualTo(NumberOutput.toString(number, true));
    }
  }

  @Test
  void writesWhateverResultsAreMadeOf() throws IOException {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("nothing", null);
    all.put("empty", Map.of());
    all.put("none", List.of());
    all.put("yes", true);
    all.put("no", false);
    all.put("least", Integer.MIN_VALUE);
    all.put("less", Long.MIN_VALUE);
    all.put("zero", -0.0);
    all.put("huge", new BigInteger("9".repeat(40)));
    all.put("exact", new BigDecimal("1E+3"));
    all.put("id", UUID.fromString("00000000-0000-0000-0000-000000000001"));
    all.put("nested", List.of(List.of(), List.of(Map.of("a", List.of("b", "😀")))));

    assertThat(json(all)).isEqualTo(JACKSON.writeValueAsString(all));
  }

  @Test
  void writesMoreThanFitsIntoABuffer() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      texts.add("text " + i + (i % 7 == 0 ? "é" : ""));
    }

    assertThat(json(texts)).isEqualTo(JACKSON.writeValueAsString(texts));
  }

  @Test
  void anUnpairedSurrogateBecomesAQuestionMark() {
    assertThat(json("a\ud800")).isEqualTo("\"a?\"");
    assertThat(json("\udc00\n😀")).isEqualTo("\"?\\n😀\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {\"a\": [], \"b\": {\"c\": null}, \"\": \"é\\u0000\\ud83d\\ude00\"} ",
        "{\"n\": [0, -1, 2147483648, -9223372036854775809, 0.10, 1e3, 1E-2, -0.0], \"b\": [true, false]}",
        "{\"twice\": 1, \"twice\": 2}"
      })
  void readsWhatJacksonReads(String json) throws IOException {
    Map<String, @Nullable Object> read = GraphQlJson.object(json, "body");

    assertThat(read).isEqualTo(JACKSON.readValue(json, Map.class));
    assertThat(GraphQlJson.object(json.getBytes(StandardCharsets.UTF_8), "body")).isEqualTo(read);
    assertThat(GraphQlJson.objects(("[" + json + "]").getBytes(StandardCharsets.UTF_8)))
        .containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "[]",
        "[{}]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{} {}",
        "{}}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{'a':1}",
        "{\"a\":[1,]}",
        "{\"a\":[1"
      })
  void refusesWhatIsNoObject(String json) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> GraphQlJson.object(json, "body"));
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(
            () -> GraphQlJson.objects(("[" + json + ",1]").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesWhatIsTooDeep() {
    String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);

    assertThat(GraphQlJson.object(deep, "body")).containsKey("a");
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> GraphQlJson.object("{\"a\":" + deep + "}", "body"));
  }

  private static String json(Object value) {
    return new String(GraphQlJson.bytes(value), StandardCharsets.UTF_8);
  }
}
