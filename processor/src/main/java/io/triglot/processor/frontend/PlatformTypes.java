package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import java.util.Map;

/** What to write in place of types of the JDK that have no mapping. */
final class PlatformTypes {
  private static final Map<String, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry("java.util.stream.Stream", "java.util.List"),
          Map.entry("java.util.Iterator", "java.util.List"),
          Map.entry("java.util.Vector", "java.util.List"),
          Map.entry("java.util.EnumSet", "java.util.Set"),
          Map.entry("java.util.EnumMap", "java.util.Map"),
          Map.entry("java.util.Hashtable", "java.util.Map"),
          Map.entry("java.util.Calendar", "java.time.Instant"),
          Map.entry("java.sql.Timestamp", "java.time.Instant"),
          Map.entry("java.sql.Date", "java.time.LocalDate"),
          Map.entry("java.sql.Time", "java.time.LocalTime"),
          Map.entry("java.util.TimeZone", "java.time.ZoneId"),
          Map.entry(
              "java.io.InputStream",
              "io.triglot.runtime.Upload as a parameter, or Download as a result,"),
          Map.entry("java.io.File", "String"),
          Map.entry("java.nio.file.Path", "String"),
          Map.entry("java.util.concurrent.Future", "java.util.concurrent.CompletionStage"));

  private PlatformTypes() {}

  static String remedy(JavaName type) {
    String replacement = REPLACEMENTS.get(type.canonical());
    return replacement == null
        ? "Use a record of the values that callers need, name a converter, or write"
            + " @ApiField(as = JSON) on it."
        : "Use " + replacement + " instead.";
  }
}
