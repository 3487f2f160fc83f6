package io.triglot.processor.model;

/** A form that a scalar has in the JSON of one field, and nowhere else. */
public sealed interface JsonFormat {
  /** A number as text. */
  record Text() implements JsonFormat {}

  /**
   * A date or time in letters.
   *
   * @param pattern as {@code java.time.format.DateTimeFormatter} knows it
   * @param zone the time zone that values are shown in; empty for their own
   * @param locale the language tag of what is spelled out
   */
  record Pattern(String pattern, String zone, String locale) implements JsonFormat {}

  /** A point in time, counted from 1970 in UTC, or an amount of time, as a number. */
  record Count(Unit unit) implements JsonFormat {}

  /** What is counted. */
  enum Unit {
    /** Seconds, with nine digits of their parts. */
    SECONDS,
    /** Whole milliseconds. */
    MILLIS
  }
}
