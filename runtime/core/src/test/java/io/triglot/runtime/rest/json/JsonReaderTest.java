package io.triglot.runtime.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  enum Size {
    SMALL,
    LARGE
  }

  @Property
  void readsWhatIsWritten(
      @ForAll long big,
      @ForAll float single,
      @ForAll double twice,
      @ForAll BigDecimal decimal,
      @ForAll BigInteger integer,
      @ForAll byte[] bytes) {
    assertThat(reread(big, JsonWriter::int64, JsonReader::int64)).isEqualTo(big);
    assertThat(reread(single, JsonWriter::float32, JsonReader::float32)).isEqualTo(single);
    assertThat(reread(twice, JsonWriter::float64, JsonReader::float64)).isEqualTo(twice);
    assertThat(reread(decimal, JsonWriter::decimal, JsonReader::decimal)).isEqualTo(decimal);
    assertThat(reread(integer, JsonWriter::integer, JsonReader::integer)).isEqualTo(integer);
    assertThat(reread(bytes, JsonWriter::bytes, JsonReader::bytes)).isEqualTo(bytes);
  }

  @Property
  void neverBreaksOnWhatIsNotJson(@ForAll byte[] content) {
    try {
      JsonReader.read(content, "", in -> in.map(value -> value.nullable(JsonReader::string)));
    } catch (CallException e) {
      assertThat(e.failure().code()).isEqualTo(StatusCode.INVALID_ARGUMENT);
    }
  }

  @Test
  void keepsAllDigits() {
    assertThat(read("1.10", JsonReader::decimal)).isEqualTo(new BigDecimal("1.10"));
    assertThat(read("\"1.10\"", JsonReader::decimal)).isEqualTo(new BigDecimal("1.10"));
    assertThat(read("12345678901234567890", JsonReader::integer))
        .isEqualTo(new BigInteger("12345678901234567890"));
  }

  @Test
  void readsTheNumbersThatJsonHasNotFromText() {
    assertThat(read("\"NaN\"", JsonReader::float64)).isNaN();
    assertThat(read("\"-Infinity\"", JsonReader::float32)).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void readsWhatHoldsValues() {
    List<List<Integer>> lists = read("[[1],[]]", in -> in.list(in2 -> in2.list(JsonReader::int32)));
    Set<Integer> set = read("[2,1,2]", in -> in.set(JsonReader::int32));
    Map<String, Integer> map = read("{\"a\":1,\"b\":2,\"a\":3}", in -> in.map(JsonReader::int32));
    Optional<Integer> empty = read("null", in -> in.optional(JsonReader::int32));
    Optional<Integer> present = read("1", in -> in.optional(JsonReader::int32));
    List<Size> sizes =
        read("[null,\"LARGE\"]", in -> in.list(in2 -> in2.nullable(JsonReaderTest::size)));

    assertThat(lists).isEqualTo(List.of(List.of(1), List.of()));
    assertThat(set).containsExactly(2, 1);
    assertThat(map).isEqualTo(Map.of("a", 3, "b", 2));
    assertThat(empty).isEmpty();
    assertThat(present).contains(1);
    assertThat(sizes).containsExactly(null, Size.LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"128", "-129", "1.0", "1e2", "\"1\"", "null", "true", "[]", "1e400"})
  void takesNothingForAByteThatIsNone(String json) {
    assertThat(failure(json, JsonReader::int8).message())
        .isEqualTo(
            "p: expected a whole number from -128 to 127, got " + json.replace("[]", "an array"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "\"1\"", "\"Inf\"", "null", "false", "{}"})
  void takesNothingForADoubleThatIsNone(String json) {
    assertThat(failure(json, JsonReader::float64).message())
        .startsWith("p: expected a number, got");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e1001", "1e-1001", "1e99999999999", "\"0x1\"", "\" 1\"", "\"\"", "null"})
  void takesNothingForADecimalThatIsNone(String json) {
    assertThat(failure(json, JsonReader::decimal).message())
        .startsWith("p: expected a decimal number of at most 1000 digits, got");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "true", "[]", "{}"})
  void takesNothingForTextThatIsNone(String json) {
    assertThat(failure(json, JsonReader::string).message()).startsWith("p: expected text, got");
    assertThat(failure(json, JsonReaderTest::size).message())
        .startsWith("p: expected one of SMALL, LARGE, got");
  }

  @Test
  void namesThePathOfWhatIsWrong() {
    assertThat(field("[1, \"a\"]", in -> in.list(JsonReader::int32))).isEqualTo("p[1]");
    assertThat(field("[[0], [0, 1, null]]", in -> in.list(in2 -> in2.list(JsonReader::int32))))
        .isEqualTo("p[1][2]");
    assertThat(
            field(
                "{\"a b\": [{\"c\": 1}, {\"c\": 1, \"d\": 1.5}]}",
                in -> in.map(in2 -> in2.list(in3 -> in3.map(JsonReader::int32)))))
        .isEqualTo("p.a b[1].d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "[", "[1", "[1,]", "{\"a\"}", "1 2", "'a'", "NaN", "\"\\x\"", "01"})
  void tellsWhereTextIsNotJson(String json) {
    Failure failure = failure(json, JsonReaderTest::anything);

    assertThat(failure.message()).matches("Malformed JSON at line 1, column \\d+");
    assertThat(failure.violations().get(0).field()).isEmpty();
  }

  @Test
  void limitsNestingAndDigits() {
    assertThat(failure("[".repeat(100_000), JsonReaderTest::anything).message())
        .startsWith("JSON beyond the limits, 200 levels");
    assertThat(failure("1".repeat(100_000), JsonReader::integer).message())
        .startsWith("JSON beyond the limits");
    assertThat(failure('"' + "1".repeat(2000) + '"', JsonReader::integer).message())
        .startsWith("p: expected a whole number of at most 1000 digits, got \"1111")
        .hasSizeLessThan(200);
  }

  @Test
  void findsTheTagOfAnObjectWhereverItStands() {
    assertThat(read("{\"t\":\"A\",\"x\":\"1\"}", JsonReaderTest::tagged)).isEqualTo("A: x=1");
    assertThat(read("{\"x\":\"1\",\"t\":\"A\"}", JsonReaderTest::tagged)).isEqualTo("A: x=1");
    assertThat(read("\uFEFF {\"ä\":\"ß\",\"t\":\"Ä\"}", JsonReaderTest::tagged))
        .isEqualTo("Ä: ä=ß");
    String nested =
        read(
            "{\"x\":{\"t\":\"B\"}}",
            in -> {
              String tag = in.ownTag("t");
              in.skip();
              return tag;
            });
    assertThat(nested).isEmpty();
  }

  @Test
  void hidesTheTagOfAnObjectInNoOther() {
    assertThat(
            read(
                "{\"a\":{\"in\":{\"t\":\"1\"},\"t\":\"A\"},\"b\":{\"t\":\"2\"}}",
                JsonReaderTest::tagsAndFields))
        .isEqualTo("A {t=1} {t=2}");
  }

  private static String tagsAndFields(JsonReader in) {
    in.beginObject();
    in.nextField();
    String tag = in.tag("t");
    String inside = in.map(each -> each.map(JsonReader::string)).get("in").toString();
    in.nextField();
    String other = in.map(JsonReader::string).toString();
    in.nextField();
    return tag + " " + inside + " " + other;
  }

  @Test
  void looksAheadInUtf8Only() {
    byte[] content = "{\"t\":\"A\"}".getBytes(StandardCharsets.UTF_16BE);
    CallException refusal =
        catchThrowableOfType(
            CallException.class, () -> JsonReader.read(content, "", in -> in.tag("t")));
    assertThat(refusal.failure().code()).isEqualTo(StatusCode.INVALID_ARGUMENT);
  }

  @Test
  void tellsWhereJsonIsMalformedThatItLooksAheadIn() {
    assertThat(failure("{\"x\": {\"y\": tru}, \"t\": \"A\"}", in -> in.tag("t")).message())
        .startsWith("Malformed JSON at line 1, column 1");
  }

  private static String tagged(JsonReader in) {
    StringBuilder read = new StringBuilder(in.tag("t")).append(":");
    in.beginObject();
    while (in.nextField()) {
      read.append(' ').append(in.field()).append('=').append(in.string());
    }
    return read.toString();
  }

  private static String anything(JsonReader in) {
    in.skip();
    return "";
  }

  private static Size size(JsonReader in) {
    return in.enumeration(Size.class);
  }

  private static <T> T reread(T value, JsonWriter.Value<T> writer, JsonReader.Value<T> reader) {
    return JsonReader.read(JsonWriter.write(value, writer), "", reader);
  }

  private static <T> T read(String json, JsonReader.Value<T> reader) {
    return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), "p", reader);
  }

  private static String field(String json, JsonReader.Value<?> reader) {
    return failure(json, reader).violations().get(0).field();
  }

  private static Failure failure(String json, JsonReader.Value<?> reader) {
    return catchThrowableOfType(CallException.class, () -> read(json, reader)).failure();
  }
}
