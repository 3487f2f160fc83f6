package io.triglot.runtime.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.triglot.runtime.CallObserver;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.DocumentDescriptor;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times every call, refused ones too, in a registry of Micrometer:
 *
 * <ul>
 *   <li>{@code triglot.calls}, a timer by {@code service}, {@code operation}, {@code protocol},
 *       {@code code} (the canonical code, {@code OK} for success) and {@code caller}. What GraphQL
 *       answers with an error counts under the error's code, whatever the status of HTTP.
 *   <li>{@code triglot.calls.active}, the calls being served, by all of these but code and caller.
 *   <li>{@code triglot.documents}, a timer of GraphQL documents by {@code kind} and {@code code},
 *       invalid ones included.
 * </ul>
 *
 * <p>The tags are bounded: they come from the API's own contract, and callers have names only where
 * the application gives them some, by {@link #callers}. A stream's time ends with the stream.
 *
 * <p>Needs {@code io.micrometer:micrometer-core} on the class path. Thread-safe.
 */
public final class MicrometerMetrics implements CallObserver {
  private static final String CALLS = "triglot.calls";
  private static final String ANONYMOUS = "anonymous";
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final @Nullable Function<Caller, String> callerName;
  private final int maxCallers;
  private final Set<String> callers = new HashSet<>();
  private final Map<CallTags, Timer> calls = new ConcurrentHashMap<>();
  private final Map<DocumentTags, Timer> documents = new ConcurrentHashMap<>();
  private final Map<ActiveTags, AtomicInteger> active = new ConcurrentHashMap<>();

  private MicrometerMetrics(
      MeterRegistry registry, @Nullable Function<Caller, String> callerName, int maxCallers) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.callerName = callerName;
    this.maxCallers = maxCallers;
  }

  /** Metrics in this registry, which do not tell callers apart. */
  public static MicrometerMetrics of(MeterRegistry registry) {
    return new MicrometerMetrics(registry, null, 0);
  }

  /**
   * The same metrics with the tag {@code caller}, such as the client application of each caller: by
   * it one sees who still uses a protocol that is to be given up. Anonymous calls have {@code
   * anonymous}.
   *
   * @param name what to call a caller; not its own name where callers are persons
   * @param limit how many names are told apart; further ones are {@code other}
   */
  public MicrometerMetrics callers(Function<Caller, String> name, int limit) {
    return new MicrometerMetrics(registry, name, limit);
  }

  @Override
  public Observation begin(OperationDescriptor operation, CallRequest request) {
    AtomicInteger serving =
        active.computeIfAbsent(new ActiveTags(operation, request.protocol()), this::gauge);
    serving.incrementAndGet();
    return new MeasuredCall(operation, request.protocol(), serving, System.nanoTime());
  }

  @Override
  public Observation beginDocument(DocumentDescriptor document, CallRequest request) {
    String kind = document.kind() == null ? "none" : document.kind().name();
    long begin = System.nanoTime();
    return failure ->
        documents
            .computeIfAbsent(new DocumentTags(kind, code(failure)), this::timer)
            .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
  }

  private static String code(@Nullable Failure failure) {
    return failure == null ? "OK" : failure.code().name();
  }

  private synchronized String nameOf(Caller caller) {
    String name = callerName == null ? "" : callerName.apply(caller);
    if (callers.contains(name)) {
      return name;
    }
    if (callers.size() >= maxCallers) {
      return OTHER;
    }
    callers.add(name);
    return name;
  }

  private AtomicInteger gauge(ActiveTags tags) {
    AtomicInteger serving = new AtomicInteger();
    Gauge.builder("triglot.calls.active", serving, AtomicInteger::get)
        .description("Calls being served")
        .tag("service", tags.operation().service())
        .tag("operation", tags.operation().name())
        .tag("protocol", tags.protocol().name())
        .register(registry);
    return serving;
  }

  private Timer timer(CallTags tags) {
    Timer.Builder timer =
        Timer.builder(CALLS)
            .description("Calls that have ended")
            .tag("service", tags.operation().service())
            .tag("operation", tags.operation().name())
            .tag("protocol", tags.protocol().name())
            .tag("code", tags.code());
    return (callerName == null ? timer : timer.tag("caller", tags.caller())).register(registry);
  }

  private Timer timer(DocumentTags tags) {
    return Timer.builder("triglot.documents")
        .description("GraphQL documents that have been executed or refused")
        .tag("kind", tags.kind())
        .tag("code", tags.code())
        .register(registry);
  }

  private record CallTags(
      OperationDescriptor operation, Protocol protocol, String code, String caller) {}

  private record ActiveTags(OperationDescriptor operation, Protocol protocol) {}

  private record DocumentTags(String kind, String code) {}

  private final class MeasuredCall implements Observation {
    private final OperationDescriptor operation;
    private final Protocol protocol;
    private final AtomicInteger serving;
    private final long begin;
    private volatile String caller = ANONYMOUS;

    MeasuredCall(
        OperationDescriptor operation, Protocol protocol, AtomicInteger serving, long begin) {
      this.operation = operation;
      this.protocol = protocol;
      this.serving = serving;
      this.begin = begin;
    }

    @Override
    public void identified(Caller known) {
      if (callerName != null) {
        caller = nameOf(known);
      }
    }

    @Override
    public void end(@Nullable Failure failure) {
      serving.decrementAndGet();
      calls
          .computeIfAbsent(
              new CallTags(operation, protocol, code(failure), caller),
              MicrometerMetrics.this::timer)
          .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }
  }
}
