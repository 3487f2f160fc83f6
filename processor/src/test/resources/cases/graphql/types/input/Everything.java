package com.acme.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of every type.
 *
 * <p>This text is long enough to need several lines in the SDL and in Java: it goes on and on. It
 * has "quotes", a \ backslash, and a {@code $dollar}.
 */
public record Everything(
    boolean flag,
    byte tiny,
    short small,
    int number,
    long large,
    float single,
    double real,
    char letter,
    String text,
    byte[] bytes,
    BigDecimal decimal,
    BigInteger integer,
    UUID key,
    Instant instant,
    Duration duration,
    LocalDate date,
    Color color,
    @Nullable Integer maybeNumber,
    Optional<String> maybeText,
    List<String> texts,
    Set<Color> colors,
    Collection<Long> numbers,
    List<List<Integer>> matrix,
    Map<String, Integer> counts,
    Map<String, List<Color>> palette,
    List<Map<String, String>> dictionaries,
    Optional<Map<String, Node>> nodes,
    @Nullable Node node) {}
