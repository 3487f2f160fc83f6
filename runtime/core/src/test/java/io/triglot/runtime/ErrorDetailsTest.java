package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorDetailsTest {
  static Stream<Object> values() {
    return Stream.of(
        "text",
        true,
        7,
        7L,
        new BigDecimal("7.50"),
        'c',
        Instant.parse("2026-01-02T03:04:05.6Z"),
        LocalDateTime.parse("2026-01-02T03:04:00"),
        DayOfWeek.FRIDAY,
        Year.of(33),
        ZoneId.of("Europe/Berlin"),
        ZoneOffset.ofHours(2),
        Locale.GERMANY,
        Currency.getInstance("EUR"),
        URI.create("urn:a"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void comeBackFromTheirText(Object value) {
    Object told = failure("detail", value).details().get("detail");
    ErrorDetails received = new ErrorDetails(failure("detail", told + ""));

    Class<?> type =
        value instanceof ZoneId zone && !(zone instanceof ZoneOffset)
            ? ZoneId.class
            : value.getClass();
    assertThat((Object) received.get("detail", type)).isEqualTo(value);
  }

  @Test
  void areToldInTheFormsOfTheContracts() {
    assertThat(failure("language", Locale.GERMANY).details()).containsEntry("language", "de-DE");
    assertThat(failure("time", LocalDateTime.parse("2026-01-02T03:04")).details())
        .containsEntry("time", "2026-01-02T03:04:00");
  }

  @Test
  void areRefusedByTheirNames() {
    ErrorDetails details = new ErrorDetails(failure("zone", "Nowhere"));

    assertThatThrownBy(() -> details.get("zone", ZoneOffset.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Nowhere is no ZoneOffset");
    assertThatThrownBy(() -> details.get("zone", Thread.class)).hasMessageContaining("Thread");
    assertThatThrownBy(() -> details.get("other", String.class)).hasMessageContaining("other");
  }

  private static Failure failure(String name, Object detail) {
    return new Failure(StatusCode.NOT_FOUND, "GONE", "gone", List.of(), Map.of(name, detail));
  }
}
