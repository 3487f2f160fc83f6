package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import java.util.Map;

/** What to write in place of types of the JDK that have no mapping. */
final class PlatformTypes {
  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry("java.util.ArrayList", "java.util.List"),
          Map.entry("java.util.LinkedList", "java.util.List"),
          Map.entry("java.util.stream.Stream", "java.util.List"),
          Map.entry("java.util.HashSet", "java.util.Set"),
          Map.entry("java.util.LinkedHashSet", "java.util.Set"),
          Map.entry("java.util.SortedSet", "java.util.Set"),
          Map.entry("java.util.TreeSet", "java.util.Set"),
          Map.entry("java.util.HashMap", "java.util.Map"),
          Map.entry("java.util.LinkedHashMap", "java.util.Map"),
          Map.entry("java.util.SortedMap", "java.util.Map"),
          Map.entry("java.util.TreeMap", "java.util.Map"),
          Map.entry("java.util.Date", "java.time.Instant"),
          Map.entry("java.util.Calendar", "java.time.Instant"),
          Map.entry("java.sql.Timestamp", "java.time.Instant"),
          Map.entry("java.sql.Date", "java.time.LocalDate"),
          Map.entry("java.sql.Time", "java.time.LocalTime"),
          Map.entry("java.util.TimeZone", "java.time.ZoneId"),
          Map.entry("java.lang.CharSequence", "java.lang.String"),
          Map.entry("java.util.OptionalInt", "java.util.Optional<Integer>"),
          Map.entry("java.util.OptionalLong", "java.util.Optional<Long>"),
          Map.entry("java.util.OptionalDouble", "java.util.Optional<Double>"),
          Map.entry("java.util.concurrent.Future", "java.util.concurrent.CompletionStage"));

  private PlatformTypes() {}

  static String remedy(JavaName type) {
    String replacement = REPLACEMENTS.get(type.canonical());
    return replacement == null
        ? "Use a record of the values that callers need."
        : "Use " + replacement + " instead.";
  }
}
