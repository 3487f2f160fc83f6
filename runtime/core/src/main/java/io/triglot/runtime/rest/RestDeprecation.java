package io.triglot.runtime.rest;

import io.triglot.runtime.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That an operation should no longer be called by REST. Days begin at midnight UTC. Immutable.
 *
 * @param since the day since which, or from which on; null where it is not told
 * @param sunset the day from which on it may not answer any more; null where it is not told
 * @param link a page that tells of it; null where there is none
 */
public record RestDeprecation(
    @Nullable LocalDate since, @Nullable LocalDate sunset, @Nullable String link) {
  /** Dates of HTTP (RFC 9110, section 5.6.7), whose days have two digits. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  /**
   * A deprecation as generated code tells it.
   *
   * @param since a date such as {@code 2026-01-15}; empty where it is not told
   * @param sunset the same
   * @param link empty where there is none
   */
  public static RestDeprecation of(String since, String sunset, String link) {
    return new RestDeprecation(date(since), date(sunset), link.isEmpty() ? null : link);
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  /** The headers that tell of it (RFC 9745, RFC 8594, RFC 8288), by name. */
  List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    if (since != null) {
      headers.add(Map.entry("Deprecation", "@" + midnight(since).toEpochSecond()));
    }
    if (sunset != null) {
      headers.add(Map.entry("Sunset", HTTP_DATE.format(midnight(sunset))));
    }
    if (link != null) {
      headers.add(Map.entry("Link", "<" + link + ">; rel=\"deprecation\""));
    }
    if (link != null && sunset != null) {
      headers.add(Map.entry("Link", "<" + link + ">; rel=\"sunset\""));
    }
    return headers;
  }

  /** The response with these headers. */
  HttpResponse addTo(HttpResponse response) {
    HttpResponse told = response;
    for (Map.Entry<String, String> header : headers()) {
      told = told.header(header.getKey(), header.getValue());
    }
    return told;
  }

  private static ZonedDateTime midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC);
  }
}
