package io.triglot.benchmarks.grpc;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The processor time of {@link MessageBenchmark}'s methods, in {@link Turns}: for machines that are
 * too busy for times by the clock.
 *
 * <p>The argument is the message: {@code big}, {@code international} or {@code small}.
 */
final class MessageCpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long TURN_NANOS = 5_000_000;

  /** Keeps results alive. */
  static volatile Object sink = "";

  private MessageCpuTime() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    MessageBenchmark benchmark = new MessageBenchmark();
    benchmark.data = arguments[0];
    benchmark.prepare();
    Turns turns =
        new Turns(100, 200)
            .add("encodeDirect", turn(benchmark::encodeDirect))
            .add("encodeMapped", turn(benchmark::encodeMapped))
            .add("encodePrebuilt", turn(benchmark::encodePrebuilt))
            .add("decodeDirect", turn(benchmark::decodeDirect))
            .add("decodeMapped", turn(benchmark::decodeMapped))
            .add("roundTripDirect", turn(benchmark::roundTripDirect))
            .add("roundTripMapped", turn(benchmark::roundTripMapped))
            .run();
    turns.print(arguments[0], "encodeDirect", "encodeMapped");
    turns.print(arguments[0], "encodeDirect", "encodePrebuilt");
    turns.print(arguments[0], "decodeDirect", "decodeMapped");
    turns.print(arguments[0], "roundTripDirect", "roundTripMapped");
  }

  private static DoubleSupplier turn(Supplier<Object> way) {
    return () -> {
      long begin = THREADS.getCurrentThreadCpuTime();
      long end;
      long operations = 0;
      do {
        for (int i = 0; i < 100; i++) {
          sink = way.get();
        }
        operations += 100;
        end = THREADS.getCurrentThreadCpuTime();
      } while (end - begin < TURN_NANOS);
      return (double) (end - begin) / operations;
    };
  }
}
