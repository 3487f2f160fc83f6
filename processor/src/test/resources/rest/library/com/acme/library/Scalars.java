package com.acme.library;

import io.triglot.ApiType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One of each scalar. */
@ApiType
public record Scalars(
    boolean flag,
    byte tiny,
    short small,
    int whole,
    long big,
    float single,
    double twice,
    char letter,
    String text,
    byte[] bytes,
    BigDecimal decimal,
    BigInteger integer,
    UUID uuid,
    Instant instant,
    Duration duration,
    LocalDate date) {}
