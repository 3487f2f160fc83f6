package io.triglot.benchmarks.grpc;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What {@link CallBenchmark}'s calls cost, both sides together, in {@link Turns} of two thousand
 * calls: the processor time of the whole process, in which both servers and both clients run, with
 * the kernel's part and the collection of garbage; and the time by the clock.
 *
 * <p>The argument is the message: {@code big} or {@code small}.
 */
final class CallCpuTime {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int CALLS = 2_000;

  private CallCpuTime() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    CallBenchmark benchmark = new CallBenchmark();
    benchmark.data = arguments[0];
    benchmark.start();
    try {
      measure("processor", arguments[0], benchmark, SYSTEM::getProcessCpuTime);
      measure("clock", arguments[0], benchmark, System::nanoTime);
    } finally {
      benchmark.stop();
    }
  }

  private static void measure(
      String what, String data, CallBenchmark benchmark, LongSupplier nanos) {
    System.out.println(what + ":");
    new Turns(150, 300)
        .add("callDirect", turn(benchmark::callDirect, nanos))
        .add("callMapped", turn(benchmark::callMapped, nanos))
        .run()
        .print(data, "callDirect", "callMapped");
  }

  /** A thousand calls, 64 at a time. */
  private interface Thousand {
    void call() throws InterruptedException;
  }

  private static DoubleSupplier turn(Thousand calls, LongSupplier nanos) {
    return () -> {
      long begin = nanos.getAsLong();
      try {
        calls.call();
        calls.call();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return (double) (nanos.getAsLong() - begin) / CALLS;
    };
  }
}
