package io.triglot.runtime.grpc;

import static io.triglot.runtime.grpc.Wire.field;
import static io.triglot.runtime.grpc.Wire.hex;
import static io.triglot.runtime.grpc.Wire.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.grpc.sample.Line;
import io.triglot.runtime.grpc.sample.LineMarshaller;
import io.triglot.runtime.grpc.sample.Order;
import io.triglot.runtime.grpc.sample.OrderMarshaller;
import io.triglot.runtime.grpc.sample.Status;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The points that are easily got wrong in a protobuf runtime, one by one. */
class WireFormatTest {
  private static final byte[] PENDING = field(8, 1);

  private static Order read(byte[]... fields) {
    return OrderMarshaller.INSTANCE.fromBytes(join(PENDING, join(fields)));
  }

  private static String written(Consumer<WireWriter> fields) {
    WireWriter out = new WireWriter();
    fields.accept(out);
    return hex(out.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a client makes of a response. */
  private static Order parsed(byte[]... fields) {
    return OrderMarshaller.INSTANCE.parse(new ByteArrayInputStream(join(fields)));
  }

  private static void assertRefused(String path, String reason, byte[]... fields) {
    assertThatThrownBy(() -> read(fields))
        .isInstanceOfSatisfying(
            WireFormatException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.reason()).contains(reason);
            });
  }

  @Nested
  @DisplayName("1. Implicit presence")
  class ImplicitPresence {
    @Test
    void writesNothingForDefaults() {
      assertThat(written(out -> out.writeInt32(8, 0))).isEmpty();
      assertThat(written(out -> out.writeInt64(8, 0))).isEmpty();
      assertThat(written(out -> out.writeBool(8, false))).isEmpty();
      assertThat(written(out -> out.writeFloat(13, 0f))).isEmpty();
      assertThat(written(out -> out.writeDouble(9, 0d))).isEmpty();
      assertThat(written(out -> out.writeString(10, ""))).isEmpty();
      assertThat(written(out -> out.writeBytes(10, new byte[0]))).isEmpty();
    }

    @Test
    void doesNotTakeNegativeZeroForTheDefault() {
      assertThat(written(out -> out.writeFloat(13, -0f))).isEqualTo("0d00000080");
      assertThat(written(out -> out.writeDouble(9, -0d))).isEqualTo("090000000000000080");
    }

    @Test
    void readsDefaultsWhereNothingIsWritten() {
      assertThat(read()).usingRecursiveComparison().isEqualTo(Order.empty());
    }
  }

  @Nested
  @DisplayName("2. Explicit presence")
  class ExplicitPresence {
    @Test
    void writesEveryValueButNull() {
      assertThat(written(out -> out.writeOptional(10, "", Scalars.STRING))).isEqualTo("0a00");
      assertThat(written(out -> out.writeOptional(8, 0, Scalars.INT32))).isEqualTo("0800");
      assertThat(written(out -> out.writeOptional(10, null, Scalars.STRING))).isEmpty();
    }

    @Test
    void tellsEmptyFromAbsent() {
      assertThat(read(field(10, utf8(""))).note()).isEmpty();
      assertThat(read().note()).isNull();
      assertThat(read(field(11, 0)).priority()).hasValue(0);
      assertThat(read().priority()).isEmpty();
    }
  }

  @Nested
  @DisplayName("3. Varints")
  class Varints {
    @Test
    void writesNegativeInt32InTenBytes() {
      assertThat(written(out -> out.writeInt32(8, -1))).isEqualTo("08ffffffffffffffffff01");
    }

    @Test
    void writesEveryLength() {
      for (int bits = 0; bits < 64; bits++) {
        long value = 1L << bits;
        String written = written(out -> out.int64(value));
        assertThat(written).hasSize(2 * (bits / 7 + 1));
        assertThat(new WireReader(hex(written)).readInt64()).isEqualTo(value);
      }
    }

    @Test
    void truncatesInt32() {
      assertThat(read(hex("10 ffffffff1f")).quantity()).isEqualTo(-1);
    }

    @Test
    void takesAnyNumberButZeroForTrue() {
      assertThat(read(hex("20 808080808001")).paid()).isTrue();
      assertThat(read(hex("20 8000")).paid()).isFalse();
    }

    @Test
    void refusesMoreThanTenBytes() {
      assertThat(read(hex("18 ffffffffffffffffff01")).serial()).isEqualTo(-1);
      assertRefused("serial", "more than ten bytes", hex("18 ffffffffffffffffffff01"));
    }
  }

  @Nested
  @DisplayName("4. Packed repeated fields")
  class PackedFields {
    @Test
    void writesThemPacked() {
      assertThat(written(out -> out.writePacked(10, List.of(1, 300), Scalars.INT32)))
          .isEqualTo("0a0301ac02");
      assertThat(written(out -> out.writePacked(10, List.of(), Scalars.INT32))).isEmpty();
    }

    @Test
    void readsPackedUnpackedAndBothMixed() {
      assertThat(read(hex("7a020102"), field(15, 3), hex("7a0104")).codes())
          .containsExactly(1, 2, 3, 4);
    }

    @Test
    void refusesARunThatDoesNotEndAtItsLimit() {
      assertRefused("codes[1]", "ends too early", hex("7a02 01ac 02"));
    }
  }

  @Nested
  @DisplayName("5. A field that occurs twice")
  class Repetition {
    @Test
    void keepsTheLastScalar() {
      assertThat(read(field(2, 1), field(2, 2)).quantity()).isEqualTo(2);
      assertThat(read(field(8, 2)).status()).isEqualTo(Status.SHIPPED);
    }

    @Test
    void mergesMessages() {
      byte[] first = field(12, join(field(1, utf8("Mug")), field(3, utf8("1"))));
      byte[] second = field(12, join(field(2, 7), field(4, field(3, utf8("2")))));
      byte[] third = field(12, field(4, field(2, 9)));
      assertThat(read(first, second, third).gift())
          .isEqualTo(
              new Line("Mug", 7, new BigDecimal("1"), new Line("", 9, new BigDecimal("2"), null)));
    }

    @Test
    void mergesTimestampsAndDurations() {
      assertThat(read(field(9, field(1, 5)), field(9, field(2, 6))).createdAt())
          .isEqualTo(Instant.ofEpochSecond(5, 6));
      assertThat(read(field(19, field(1, -5)), field(19, field(2, -6))).timeToLive())
          .isEqualTo(Duration.ofSeconds(-5, -6));
    }
  }

  @Nested
  @DisplayName("7. Tags and unknown fields")
  class UnknownFields {
    @Test
    void skipsFieldsOfEveryWireType() {
      assertThat(
              read(
                      field(99, 5),
                      field(99, utf8("x")),
                      hex("9906 0102030405060708"),
                      hex("9d06 01020304"),
                      field(2, 4))
                  .quantity())
          .isEqualTo(4);
    }

    @Test
    void skipsGroupsWithTheirMatchingEnd() {
      assertThat(read(hex("9b06 0801 9c06"), field(2, 4)).quantity()).isEqualTo(4);
      assertThat(read(hex("9b06 a306 0801 a406 9c06"), field(2, 4)).quantity()).isEqualTo(4);
      assertRefused("100", "ends a group", hex("9b06 a406"));
      assertRefused("", "ends too early", hex("9b06 0801"));
      assertRefused("id", "ends a group", hex("0c"));
    }

    @Test
    void takesAKnownNumberWithAnotherWireTypeForUnknown() {
      assertThat(read(field(1, 5), field(2, utf8("x"))))
          .usingRecursiveComparison()
          .isEqualTo(Order.empty());
    }

    @Test
    void refusesWhatIsNoTag() {
      assertRefused("", "number 0", hex("00"));
      assertRefused("", "number 0", hex("02 01 61"));
      assertRefused("id", "invalid wire type", hex("0e"));
      assertRefused("id", "invalid wire type", hex("0f"));
    }
  }

  @Nested
  @DisplayName("8. Enums")
  class Enums {
    @Test
    void refusesANumberWithoutAConstant() {
      assertRefused("status", "7 is not a number of the enum Status", field(8, 7));
      assertRefused("history[1]", "-1 is not a number", field(16, 1), field(16, -1));
      assertRefused("history[0]", "0 is not a number", hex("8201 01 00"));
    }

    @Test
    void fromANewerServerAreAbsentWhereTheyAreUnknown() {
      Order order = parsed(field(8, 7), field(16, 1), field(16, 9), field(16, 2));
      assertThat(order.status()).isNull();
      assertThat(order.history()).containsExactly(Status.PENDING, Status.SHIPPED);
      assertThat(parsed(hex("8201 03 010902")).history())
          .containsExactly(Status.PENDING, Status.SHIPPED);
    }

    @Test
    void takesUnspecifiedForAbsent() {
      assertRefused("status", "is required", field(8, 0));
    }
  }

  @Nested
  @DisplayName("9. Text")
  class Text {
    @Test
    void refusesWhatIsNotUtf8() {
      for (String malformed :
          List.of("80", "c080", "eda080", "f4908080", "c3", "61ff", "efbfbdc0")) {
        assertRefused("id", "UTF-8", field(1, hex(malformed)));
      }
    }

    @Test
    void readsAndWritesTextOfEveryLengthAndPlane() {
      for (String piece : List.of("a", "é", "Ł", "中", "🦊", "\uFFFD", "\u0000")) {
        for (int length = 1; length < 100; length++) {
          String text = "b".repeat(length % 9) + piece.repeat(length);
          byte[] bytes = hex(written(out -> out.writeString(10, text)));
          assertThat(bytes).isEqualTo(field(1, utf8(text)));
          assertThat(read(bytes).id()).isEqualTo(text);
        }
      }
    }

    @Test
    void writesAnUnpairedSurrogateAsAQuestionMark() {
      assertThat(written(out -> out.writeString(10, "a\uD800b"))).isEqualTo("0a03613f62");
    }
  }

  @Nested
  @DisplayName("10. Maps")
  class Maps {
    @Test
    void readsDefaultsForAMissingKeyOrValue() {
      assertThat(read(field(17, field(2, 5))).counts()).containsExactly(Map.entry("", 5));
      assertThat(read(field(17, field(1, utf8("a")))).counts()).containsExactly(Map.entry("a", 0));
      assertThat(read(field(17, hex(""))).counts()).containsExactly(Map.entry("", 0));
    }

    @Test
    void refusesAMissingMessageThatCannotBeEmpty() {
      assertRefused("extras.a.price", "is required", field(18, field(1, utf8("a"))));
    }

    @Test
    void skipsUnknownFieldsOfAnEntry() {
      byte[] entry = join(field(9, 1), field(1, 7), field(1, utf8("a")), field(2, 5));
      assertThat(read(field(17, entry)).counts()).containsExactly(Map.entry("a", 5));
    }

    @Test
    void keepsTheLastValueOfAKey() {
      byte[] first = field(17, join(field(1, utf8("a")), field(2, 1)));
      byte[] second = field(17, join(field(1, utf8("a")), field(2, 2)));
      assertThat(read(first, second).counts()).containsExactly(Map.entry("a", 2));
    }

    @Test
    void mergesTheValueWithinOneEntry() {
      byte[] entry = join(field(2, field(3, utf8("1"))), field(2, field(2, 8)));
      assertThat(read(field(18, entry)).extras().get(""))
          .isEqualTo(new Line("", 8, new BigDecimal("1"), null));
    }

    @Test
    void writesDefaultsAndRefusesNull() {
      Map<String, Integer> map = new LinkedHashMap<>();
      map.put("", 0);
      map.put("a", 1);
      Consumer<WireWriter> write = out -> out.writeMap(10, map, Scalars.STRING, Scalars.INT32);
      assertThat(written(write)).isEqualTo("0a040a00" + "1000" + "0a050a0161" + "1001");
      map.put("b", null);
      assertThatThrownBy(() -> written(write)).hasMessage("b: must not be null");
    }
  }

  @Nested
  @DisplayName("11. Limits")
  class Limits {
    @Test
    void judgesALengthAgainstTheEnclosingMessage() {
      byte[] giftWithALongerProduct = hex("62020a05");
      assertRefused("gift.product", "ends too early", giftWithALongerProduct, utf8("Kettle"));
    }

    @Test
    void refusesANegativeLength() {
      assertRefused("id", "negative length", hex("0a ffffffffffffffffff01"));
      assertRefused("gift", "negative length", hex("62 ffffffff0f"));
      assertRefused("99", "negative length", hex("9a06 ffffffff0f"));
    }

    @Test
    void allowsHundredLevelsAndNoMore() {
      assertThat(nested(100)).isNotNull();
      assertThatThrownBy(() -> nested(101)).hasMessageContaining("deeper than 100 levels");
    }

    @Test
    void countsGroups() {
      assertThat(read(hex("9b06".repeat(100) + "9c06".repeat(100)))).isNotNull();
      assertRefused("99", "deeper than 100", hex("9b06".repeat(101) + "9c06".repeat(101)));
    }

    @Test
    void doesNotWriteDeeperThanItReads() {
      Line line = new Line("", 0, BigDecimal.ONE, null);
      for (int i = 0; i < 101; i++) {
        line = new Line("", 0, BigDecimal.ONE, line);
      }
      Line tooDeep = line;
      assertThatThrownBy(() -> LineMarshaller.INSTANCE.toBytes(tooDeep))
          .isInstanceOf(WireFormatException.class)
          .hasMessageContaining("deeper than 100");
      assertThat(LineMarshaller.INSTANCE.toBytes(tooDeep.alternative())).isNotEmpty();
    }

    private Line nested(int levels) {
      byte[] line = field(3, utf8("1"));
      for (int i = 0; i < levels; i++) {
        line = join(field(3, utf8("1")), field(4, line));
      }
      return LineMarshaller.INSTANCE.fromBytes(line);
    }
  }

  @Nested
  @DisplayName("12. Times")
  class Times {
    @Test
    void refusesWhatIsOutOfRange() {
      assertRefused("createdAt", "years 0001 to 9999", field(9, field(1, Long.MAX_VALUE)));
      assertRefused("createdAt", "years 0001 to 9999", field(9, field(1, 253402300800L)));
      assertRefused("createdAt", "years 0001 to 9999", field(9, field(1, -62135596801L)));
      assertRefused("createdAt", "years 0001 to 9999", field(9, field(2, -1)));
      assertRefused("createdAt", "years 0001 to 9999", field(9, field(2, 1_000_000_000)));
      assertRefused("timeToLive", "10,000 years", field(19, field(1, 315_576_000_001L)));
      assertRefused("timeToLive", "10,000 years", field(19, field(2, Integer.MIN_VALUE)));
      assertRefused("timeToLive", "10,000 years", field(19, join(field(1, 1), field(2, -1))));
      assertThatThrownBy(() -> TimestampMarshaller.INSTANCE.toBytes(Instant.MAX))
          .isInstanceOf(WireFormatException.class);
      assertThatThrownBy(
              () -> DurationMarshaller.INSTANCE.toBytes(Duration.ofSeconds(Long.MIN_VALUE)))
          .isInstanceOf(WireFormatException.class);
    }

    @Test
    void countsNanosecondsUpBefore1970AndDurationsFromZero() {
      Instant before = Instant.parse("1969-12-31T23:59:59.75Z");
      assertThat(TimestampMarshaller.INSTANCE.toBytes(before))
          .isEqualTo(join(field(1, -1), field(2, 750_000_000)));
      assertThat(DurationMarshaller.INSTANCE.toBytes(Duration.ofMillis(-1250)))
          .isEqualTo(join(field(1, -1), field(2, -250_000_000)));
      for (long millis : new long[] {-2000, -1999, -1001, -1000, -999, -1, 0, 1, 999, 1000, 1001}) {
        Duration duration = Duration.ofMillis(millis);
        assertThat(
                DurationMarshaller.INSTANCE.fromBytes(
                    DurationMarshaller.INSTANCE.toBytes(duration)))
            .isEqualTo(duration);
      }
    }
  }

  @Nested
  @DisplayName("13. Two-byte tags, null elements")
  class TagsAndElements {
    @Test
    void writesTagsAbove15InTwoBytes() {
      assertThat(written(out -> out.writeInt32(16 << 3, 1))).isEqualTo("800101");
      assertThat(written(out -> out.writeInt32(536_870_911 << 3, 1))).isEqualTo("f8ffffff0f01");
    }

    @Test
    void namesThePathOfANullElement() {
      Line line = new Line("", 0, BigDecimal.ONE, null);
      assertUnwritable("lines[1]: must not be null", lines(Arrays.asList(line, null, line)));
      Line unpriced = new Line("", 0, null, null);
      assertUnwritable("lines[1].price: must not be null", lines(List.of(line, unpriced)));
    }

    private Order lines(List<Line> lines) {
      return new Order(
          "",
          0,
          0,
          false,
          0,
          0,
          new byte[0],
          Status.PENDING,
          null,
          null,
          Optional.empty(),
          null,
          lines,
          new LinkedHashSet<>(),
          List.of(),
          List.of(),
          Map.of(),
          Map.of(),
          null);
    }

    private void assertUnwritable(String message, Order order) {
      assertThatThrownBy(() -> OrderMarshaller.INSTANCE.toBytes(order))
          .isInstanceOf(WireFormatException.class)
          .hasMessage(message);
    }
  }

  @Nested
  @DisplayName("14. Writing from back to front")
  class BackToFront {
    @Test
    void keepsTheOrderOfListsSetsAndMaps() {
      Collection<String> set = new LinkedHashSet<>(List.of("c", "a", "b"));
      assertThat(written(out -> out.writeRepeated(10, set, Scalars.STRING)))
          .isEqualTo("0a01630a01610a0162");
      Map<String, Integer> map = new LinkedHashMap<>();
      map.put("b", 1);
      map.put("a", 2);
      assertThat(written(out -> out.writeMap(10, map, Scalars.STRING, Scalars.INT32)))
          .isEqualTo("0a050a01621001" + "0a050a01611002");
    }

    @Test
    void cannotWriteAWrongLengthWhenAListGrowsMeanwhile() {
      List<String> growing = new ArrayList<>(List.of("a", "b"));
      FieldCodec<String> growth =
          new TextCodec<>(
              "",
              text -> {
                growing.add("c");
                return text;
              },
              text -> text);
      assertThat(written(out -> out.writePacked(10, growing, growth))).isEqualTo("0a0401610162");
    }
  }
}
