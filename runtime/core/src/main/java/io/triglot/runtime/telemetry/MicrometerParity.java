package io.triglot.runtime.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.triglot.runtime.parity.Comparison;
import io.triglot.runtime.parity.ParityObserver;
import io.triglot.runtime.parity.Verdict;
import java.util.Objects;

/**
 * Counts comparisons in a registry of Micrometer: {@code triglot.parity}, by {@code operation}
 * (with its service, {@code OrderApi.order}) and {@code verdict}, which is one of {@link Verdict}.
 *
 * <p>Needs {@code io.micrometer:micrometer-core} on the class path. Immutable and thread-safe.
 */
public final class MicrometerParity implements ParityObserver {
  private final MeterRegistry registry;

  private MicrometerParity(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /** Counters in this registry. */
  public static MicrometerParity of(MeterRegistry registry) {
    return new MicrometerParity(registry);
  }

  @Override
  public void compared(Comparison comparison) {
    Counter.builder("triglot.parity")
        .description("Answers that were compared with those of a candidate")
        .tag("operation", comparison.operation())
        .tag("verdict", comparison.verdict().name())
        .register(registry)
        .increment();
  }
}
