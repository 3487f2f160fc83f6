package io.triglot.processor.types.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** A scalar type with a way to its values. */
enum Atom {
  BOOLEAN("boolean", Boolean.class, true, Random::nextBoolean),
  BYTE("byte", Byte.class, true, random -> (byte) random.nextInt()),
  SHORT("short", Short.class, true, random -> (short) random.nextInt()),
  INT("int", Integer.class, true, Atom::integer),
  LONG("long", Long.class, true, Atom::whole),
  FLOAT("float", Float.class, false, random -> (float) fraction(random)),
  DOUBLE("double", Double.class, false, Atom::fraction),
  CHAR("char", Character.class, true, random -> (char) random.nextInt(0xd800)),
  STRING("String", String.class, true, Atom::text),
  BYTES("byte[]", byte[].class, false, Atom::bytes),
  BIG_DECIMAL("BigDecimal", BigDecimal.class, false, Atom::decimal),
  BIG_INTEGER("BigInteger", BigInteger.class, false, random -> new BigInteger(90, random)),
  ID("UUID", UUID.class, true, random -> new UUID(random.nextLong(), random.nextLong())),
  INSTANT("Instant", Instant.class, false, Atom::instant),
  DURATION(
      "Duration",
      Duration.class,
      false,
      random -> Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000))),
  LOCAL_DATE("LocalDate", LocalDate.class, true, random -> dateTime(random).toLocalDate()),
  LOCAL_TIME("LocalTime", LocalTime.class, false, random -> dateTime(random).toLocalTime()),
  LOCAL_DATE_TIME("LocalDateTime", LocalDateTime.class, false, Atom::dateTime),
  OFFSET_DATE_TIME(
      "OffsetDateTime",
      OffsetDateTime.class,
      false,
      random -> dateTime(random).atOffset(offset(random))),
  YEAR("Year", Year.class, true, random -> Year.of(1000 + random.nextInt(9000))),
  YEAR_MONTH("YearMonth", YearMonth.class, true, random -> YearMonth.from(dateTime(random))),
  MONTH_DAY("MonthDay", MonthDay.class, true, random -> MonthDay.from(dateTime(random))),
  PERIOD("Period", Period.class, true, random -> Period.of(random.nextInt(9), 1, 2)),
  ZONE_ID("ZoneId", ZoneId.class, true, random -> ZoneId.of("Asia/Tokyo")),
  ZONE_OFFSET("ZoneOffset", ZoneOffset.class, true, Atom::offset),
  DAY_OF_WEEK("DayOfWeek", DayOfWeek.class, true, random -> DayOfWeek.of(1 + random.nextInt(7))),
  MONTH("Month", Month.class, true, random -> Month.of(1 + random.nextInt(12))),
  URI_TEXT("URI", URI.class, true, random -> URI.create("https://a.example/" + random.nextInt())),
  LOCALE("Locale", Locale.class, false, random -> Locale.forLanguageTag("pt-BR")),
  CURRENCY("Currency", Currency.class, true, random -> Currency.getInstance("CHF"));

  private static final String[] PIECES = {
    "", "a", "Zürich", "\"\\", "\n\t\u0000\u007f", "\u2028", "漢字", "🚲", "</script>", "0", "null"
  };

  private final String java;
  private final Class<?> type;
  private final boolean key;
  private final Function<Random, Object> values;

  Atom(String java, Class<?> type, boolean key, Function<Random, Object> values) {
    this.java = java;
    this.type = type;
    this.key = key;
    this.values = values;
  }

  /** How it is written where it must be there. */
  String java() {
    return java;
  }

  /** How it is written as an element, or where it may be null. */
  String boxed() {
    return isPrimitive() ? type.getSimpleName() : java;
  }

  boolean isPrimitive() {
    return Character.isLowerCase(java.charAt(0)) && !type.isArray();
  }

  /**
   * Whether keys of this type are as Jackson writes them. (Keys may be times, but Jackson leaves
   * out of them the seconds that are zero; and locales, which we write as tags.)
   */
  boolean isKey() {
    return key;
  }

  /** Whether it is equal to what has the same content. */
  boolean hasEquality() {
    return this != BYTES;
  }

  Object value(Random random) {
    return values.apply(random);
  }

  private static int integer(Random random) {
    return random.nextInt() >> random.nextInt(32);
  }

  private static long whole(Random random) {
    return random.nextLong() >> random.nextInt(64);
  }

  private static double fraction(Random random) {
    return random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
  }

  private static String text(Random random) {
    return PIECES[random.nextInt(PIECES.length)] + PIECES[random.nextInt(PIECES.length)];
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(5)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static BigDecimal decimal(Random random) {
    return new BigDecimal(new BigInteger(80, random), random.nextInt(20));
  }

  private static Instant instant(Random random) {
    return dateTime(random).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime dateTime(Random random) {
    LocalDateTime second = LocalDateTime.ofEpochSecond(random.nextInt(), 0, ZoneOffset.UTC);
    return switch (random.nextInt(3)) {
      case 0 -> second.withSecond(0);
      case 1 -> second;
      default -> second.withNano(random.nextInt(1_000_000_000));
    };
  }

  private static ZoneOffset offset(Random random) {
    return ZoneOffset.ofHoursMinutes(random.nextInt(12), random.nextInt(60));
  }
}
