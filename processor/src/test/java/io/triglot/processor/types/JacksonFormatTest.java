package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code @JsonFormat} decides what dates and numbers are in JSON, and only there. */
class JacksonFormatTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonFormat;
    import com.fasterxml.jackson.annotation.JsonInclude;
    import com.fasterxml.jackson.annotation.JsonFormat.Shape;
    import java.math.BigDecimal;
    import java.math.BigInteger;
    import java.time.Duration;
    import java.time.Instant;
    import java.time.LocalDate;
    import java.time.LocalDateTime;
    import java.time.LocalTime;
    import java.time.OffsetDateTime;
    import java.time.YearMonth;
    import java.time.ZonedDateTime;
    import java.util.Date;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import java.util.OptionalLong;
    import org.jspecify.annotations.Nullable;

    public record Event(
        @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
        @JsonFormat(pattern = "dd.MM.yyyy") List<LocalDate> days,
        @JsonFormat(pattern = "dd.MM.yyyy") Map<String, LocalDate> byName,
        @JsonFormat(pattern = "d MMMM yyyy", locale = "de") @Nullable LocalDate spelled,
        @JsonFormat(pattern = "HH'h'mm") Optional<LocalTime> time,
        @JsonFormat(pattern = "yyyy-MM-dd HH:mm") LocalDateTime local,
        @JsonFormat(pattern = "yyyy/MM/dd HH:mm:ss", timezone = "Europe/Berlin") Instant at,
        @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ssZ") OffsetDateTime offset,
        @JsonFormat(pattern = "yyyy-MM-dd HH:mm VV") ZonedDateTime zoned,
        @JsonFormat(pattern = "MM/yy") YearMonth month,
        @JsonFormat(pattern = "yyyy-MM-dd") Date date,
        @JsonFormat(pattern = "yyyy-MM-dd HH:mm:ss.SSS", timezone = "Asia/Tokyo") @Nullable Date exact,
        @JsonFormat(shape = Shape.NUMBER) Instant seconds,
        @JsonFormat(shape = Shape.NUMBER_INT) Instant millis,
        @JsonFormat(shape = Shape.NUMBER) Date stamp,
        @JsonFormat(shape = Shape.NUMBER) Duration took,
        @JsonFormat(shape = Shape.NUMBER_INT) @Nullable Duration waited,
        @JsonFormat(shape = Shape.STRING) LocalDate plain,
        @JsonFormat(shape = Shape.STRING) long big,
        @JsonFormat(shape = Shape.STRING) @Nullable Integer small,
        @JsonFormat(shape = Shape.STRING) BigDecimal price,
        @JsonFormat(shape = Shape.STRING) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigInteger huge,
        @JsonFormat(shape = Shape.STRING) List<Long> longs,
        @JsonFormat(shape = Shape.STRING) double ratio) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.math.*;
    import java.time.*;
    import java.util.*;
    import org.jspecify.annotations.Nullable;

    public class EventService {
      public @Nullable Event received;

      @ApiOperation("GET /event")
      public Event event() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        Instant at = Instant.parse("2026-03-05T12:34:56.789Z");
        return new Event(
            day, List.of(day), Map.of("a", day), day, Optional.of(LocalTime.of(9, 5)),
            day.atTime(10, 11), at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            OffsetDateTime.parse("2026-03-05T12:34:56+02:00"),
            ZonedDateTime.parse("2026-03-05T12:34:00+01:00[Europe/Paris]"), YearMonth.of(2026, 3),
            Date.from(Instant.parse("2026-03-05T00:00:00Z")), Date.from(at), at, at, Date.from(at),
            Duration.ofMillis(1500), Duration.ofMillis(-2500), day, Long.MAX_VALUE, 7,
            new BigDecimal("1.50"), BigInteger.TEN, List.of(1L, 2L), 0.5);
      }

      @ApiOperation("POST /events")
      public Event echoEvent(Event event) {
        received = event;
        return event;
      }
    }
    """
  };

  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(
              SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
              SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.EventService", SOURCES);

  @Test
  void isWrittenAsJacksonWritesItAndRead() throws Exception {
    Class<?> type = service.compilation().load("com.acme.EventService");
    Object event = type.getMethod("event").invoke(type.getConstructor().newInstance());
    JsonNode expected = EveryProtocol.json(JACKSON.writeValueAsString(event));

    assertThat(service.rest("GET", "/event", "").toPrettyString())
        .isEqualTo(expected.toPrettyString());
    assertThat(service.rest("POST", "/events", expected.toString()).toPrettyString())
        .isEqualTo(expected.toPrettyString());
    assertThat(expected.get("day").asText()).isEqualTo("05.03.2026");
    assertThat(expected.get("spelled").asText()).isEqualTo("5 März 2026");
    assertThat(expected.get("at").asText()).isEqualTo("2026/03/05 13:34:56");
    assertThat(expected.get("big").isTextual()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "day, \"2026-03-05\"",
    "day, \"31.02.2026x\"",
    "days, [\"2026-03-05\"]",
    "at, \"2026-03-05T00:00:00Z\"",
    "seconds, \"soon\"",
    "millis, 1e400",
    "big, \"much\"",
    "big, true"
  })
  void isRefusedWithThePathWhereItIsOtherwise(String field, String value) {
    String sent = service.rest("GET", "/event", "").toString();
    String wrong =
        sent.replaceFirst(
            "\"" + field + "\":(\"[^\"]*\"|\\[[^\\]]*]|[^,]*)", "\"" + field + "\":" + value);

    JsonNode answer = service.rest("POST", "/events", wrong);

    assertThat(answer.get("status").asInt()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.toString()).contains("event." + field);
  }

  @Test
  void isReadAsNumberToo() {
    String sent = service.rest("GET", "/event", "").toString();
    String number = sent.replace("\"9223372036854775807\"", "12").replace("\"1.50\"", "1.50");

    JsonNode answer = service.rest("POST", "/events", number);

    assertThat(answer.get("big")).isEqualTo(EveryProtocol.json("\"12\""));
    assertThat(answer.get("price")).isEqualTo(EveryProtocol.json("\"1.50\""));
  }

  @Test
  void isNotSeenByTheOtherProtocols() {
    assertThat(service.graphQl("{ event { day at big took } }", Map.of()).toString())
        .isEqualTo(
            "{\"day\":\"2026-03-05\",\"at\":\"2026-03-05T12:34:56Z\","
                + "\"big\":9223372036854775807,\"took\":\"PT1.5S\"}");
    assertThat(service.grpc("Event", "{}").at("/result/day").asText()).isEqualTo("2026-03-05");
  }

  @Test
  void standsInTheOpenApiDocument() {
    JsonNode properties =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas/Event/properties");
    assertThat(properties.get("day").toString())
        .isEqualTo("{\"type\":\"string\",\"examples\":[\"31.01.2026\"]}");
    assertThat(properties.at("/millis/type").asText()).isEqualTo("integer");
    assertThat(properties.at("/big/type").asText()).isEqualTo("string");
  }

  @ParameterizedTest
  @EnumSource
  void isReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  @Test
  void isRefusedWhereTheModulesOptionHasNoSuchValue() {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      assertThat(
              TestCompiler.javac(folder.path())
                  .with("-Atriglot.json.numbers=txet")
                  .compile(SOURCES)
                  .diagnostics())
          .anyMatch(each -> each.contains("There is no value txet of the option triglot.json"));
    }
  }

  @Test
  void isTextForAllLargeNumbersOfAModuleThatSaysSo() {
    String type =
        """
        package com.acme;
        public record Sum(long count, java.util.List<Long> parts, java.math.BigDecimal total,
            java.util.OptionalLong rest, int small, java.util.Map<String, java.math.BigInteger> all) {}
        """;
    String sums =
        """
        package com.acme;
        public class SumService {
          @io.triglot.ApiOperation("POST /echo") public Sum echo(Sum sum) { return sum; }
          @io.triglot.ApiOperation("POST /double") public long doubled(long number, String note) { return 2 * number; }
        }
        """;
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Compilation made =
          TestCompiler.javac(folder.path())
              .with("-Atriglot.json.numbers=text")
              .compile(SOURCES[0], type, sums)
              .requireSuccess();
      try (EveryProtocol protocols = EveryProtocol.of(made, "com.acme.SumService")) {
        String text =
            "{\"count\":\"1\",\"parts\":[\"2\"],\"total\":\"3.10\",\"rest\":\"4\",\"small\":5,"
                + "\"all\":{\"a\":\"6\"}}";
        String numbers = text.replaceAll("\"([\\d.]+)\"", "$1");
        assertThat(protocols.rest("POST", "/echo", text).toString()).isEqualTo(text);
        assertThat(protocols.rest("POST", "/echo", numbers).toString()).isEqualTo(text);
        assertThat(protocols.rest("POST", "/double", "{\"number\":\"21\",\"note\":\"\"}"))
            .isEqualTo(EveryProtocol.json("\"42\""));
        JsonNode api = EveryProtocol.json(made.resource("META-INF/triglot/openapi.json"));
        assertThat(api.at("/components/schemas/Sum/properties/count/type").asText())
            .isEqualTo("string");
        assertThat(api.at("/components/schemas/Sum/properties/small/type").asText())
            .isEqualTo("integer");
      }
    }
  }
}
