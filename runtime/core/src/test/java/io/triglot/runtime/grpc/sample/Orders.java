package io.triglot.runtime.grpc.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders to test with. */
public final class Orders {
  private static final List<String> TEXTS =
      List.of("", "a", "Mug", "Größe", "北京", "🦊 fox", "\u0000", "\uFFFD", "x".repeat(60));
  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 127L, 128L, 16_384L, (long) Integer.MIN_VALUE, Long.MIN_VALUE);
  private static final List<Double> FRACTIONS =
      List.of(0.0, -0.0, 1.5, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);

  private final Random random;

  /** Orders by chance. */
  public Orders(Random random) {
    this.random = random;
  }

  /** An order with something in every field. */
  public static Order full() {
    Line mug = new Line("Mug", 2, new BigDecimal("7.50"), null);
    Line bowl = new Line("Schüssel", -1, new BigDecimal("1E+3"), mug);
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("z", 1);
    counts.put("", 0);
    return new Order(
        "o-1",
        -3,
        Long.MIN_VALUE,
        true,
        -0.0,
        1.25f,
        new byte[] {0, -1, 127},
        Status.SHIPPED,
        Instant.parse("1969-12-31T23:59:59.999Z"),
        "",
        Optional.of(0),
        bowl,
        List.of(mug, bowl),
        new LinkedHashSet<>(List.of("b", "a")),
        List.of(0, -1, 300),
        List.of(Status.PENDING, Status.SHIPPED),
        counts,
        Map.of("extra", mug),
        Duration.ofMillis(-1500));
  }

  /** Some order. */
  public Order any() {
    return new Order(
        text(),
        number().intValue(),
        number(),
        random.nextBoolean(),
        one(FRACTIONS),
        one(FRACTIONS).floatValue(),
        text().getBytes(StandardCharsets.UTF_8),
        status(),
        maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        maybe(this::text),
        Optional.ofNullable(maybe(() -> number().intValue())),
        maybe(this::line),
        some(this::line),
        new LinkedHashSet<>(some(this::text)),
        some(() -> number().intValue()),
        some(this::status),
        byText(() -> number().intValue()),
        byText(this::line),
        maybe(() -> Duration.ofMillis(random.nextInt())));
  }

  private Line line() {
    BigDecimal price = BigDecimal.valueOf(random.nextInt(), random.nextInt(5) - 2);
    return new Line(text(), number().intValue(), price, random.nextInt(3) == 0 ? line() : null);
  }

  private Status status() {
    return one(List.of(Status.values()));
  }

  private String text() {
    return one(TEXTS);
  }

  private Long number() {
    return one(NUMBERS);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      values.add(value.get());
    }
    return values;
  }

  private <T> Map<String, T> byText(Supplier<T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    some(value).forEach(element -> map.put(text(), element));
    return map;
  }
}
