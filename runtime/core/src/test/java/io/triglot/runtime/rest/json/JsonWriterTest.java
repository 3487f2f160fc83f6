package io.triglot.runtime.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import net.jqwik.time.api.constraints.DateRange;
import net.jqwik.time.api.constraints.DurationRange;
import net.jqwik.time.api.constraints.InstantRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  /** What the writer's text is to be the same as. */
  private static final ObjectMapper REFERENCE =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  @Property
  void writesNumbersAsJackson(
      @ForAll byte tiny,
      @ForAll short small,
      @ForAll int whole,
      @ForAll long big,
      @ForAll float single,
      @ForAll double twice) {
    assertSame(tiny, JsonWriter::int8);
    assertSame(small, JsonWriter::int16);
    assertSame(whole, JsonWriter::int32);
    assertSame(big, JsonWriter::int64);
    assertSame(single, JsonWriter::float32);
    assertSame(twice, JsonWriter::float64);
  }

  @Property
  void writesBigNumbersWithAllDigits(
      @ForAll @Scale(40) BigDecimal decimal, @ForAll BigInteger whole) {
    assertSame(decimal, JsonWriter::decimal);
    assertSame(decimal.stripTrailingZeros(), JsonWriter::decimal);
    assertSame(whole, JsonWriter::integer);
    assertThat(new BigDecimal(text(decimal, JsonWriter::decimal))).isEqualTo(decimal);
  }

  @Property
  void writesTextAsJackson(@ForAll String text, @ForAll boolean flag, @ForAll byte[] bytes) {
    String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertSame(wellFormed, JsonWriter::string);
    assertSame(flag, JsonWriter::bool);
    assertSame(bytes, JsonWriter::bytes);
  }

  @Property
  void writesTimesAsJackson(
      @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:58Z")
          Instant instant,
      @ForAll @DurationRange(min = "-PT9999H", max = "PT9999H") Duration duration,
      @ForAll @DateRange(min = "0001-01-01", max = "9999-12-31") LocalDate date,
      @ForAll long nanos) {
    assertSame(instant.plusNanos(nanos % 1_000_000_000), JsonWriter::instant);
    assertSame(duration, JsonWriter::duration);
    assertSame(date, JsonWriter::date);
    assertSame(new UUID(nanos, ~nanos), JsonWriter::uuid);
  }

  @Test
  void writesWhatHoldsValuesAsJackson() {
    assertSame(Arrays.asList("a", null), (json, each) -> json.list(each, JsonWriterTest::orNull));
    Map<String, List<Integer>> map = new LinkedHashMap<>();
    map.put("b \"", List.of(1, 2));
    map.put("a", List.of());
    assertSame(
        map,
        (json, each) -> json.map(each, (json2, each2) -> json2.list(each2, JsonWriter::int32)));
    assertSame(Optional.of(1L), (json, each) -> json.optional(each, JsonWriter::int64));
    assertSame(Optional.<Long>empty(), (json, each) -> json.optional(each, JsonWriter::int64));
    assertSame('é', JsonWriter::character);
  }

  @Test
  void writesValuesOfNoDeclaredType() {
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("list", Arrays.asList(1, 2L, 0.1f, 0.1, null, new BigDecimal("1.10")));
    value.put("map", Map.of("text", "é"));
    value.put("flag", true);

    assertThat(text(value, JsonWriter::any))
        .isEqualTo("{\"list\":[1,2,0.1,0.1,null,1.10],\"map\":{\"text\":\"é\"},\"flag\":true}");
  }

  @Test
  void namesThePlaceOfANullThatMayNotBe() {
    List<@Nullable String> names = Arrays.asList("a", null);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                JsonWriter.write(
                    names,
                    (json, value) -> {
                      json.beginObject(value);
                      json.name("names").list(value, JsonWriter::string);
                      json.endObject();
                    }))
        .withMessageStartingWith("null at /names/1 of a JSON document");
  }

  private static void orNull(JsonWriter json, @Nullable String value) throws java.io.IOException {
    json.nullable(value, JsonWriter::string);
  }

  private static <T> void assertSame(T value, JsonWriter.Value<T> writer) {
    try {
      assertThat(text(value, writer)).isEqualTo(REFERENCE.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> String text(T value, JsonWriter.Value<T> writer) {
    return new String(JsonWriter.write(value, writer), StandardCharsets.UTF_8);
  }
}
