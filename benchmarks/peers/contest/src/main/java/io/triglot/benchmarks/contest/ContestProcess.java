package io.triglot.benchmarks.contest;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * The process of one contestant. Reads commands from standard input, a line each, and answers each
 * with a line: {@code PRODUCTS answer} with the response in Base64, {@code PRODUCTS turn 500} with
 * the processor time of the process in nanoseconds and the bytes that its threads have allocated,
 * both per request, after half a second of requests. Ends with its input.
 *
 * <p>The processor time has that of collectors and compilers in it, and of whatever threads the
 * framework uses.
 */
public final class ContestProcess {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Contestant contestant;

  private ContestProcess(Contestant contestant) {
    this.contestant = contestant;
  }

  /** Takes the name of the contestant. */
  public static void main(String[] arguments) throws Exception {
    Contestant contestant =
        ServiceLoader.load(Contestant.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no contestant " + arguments[0]));
    contestant.start();
    ContestProcess process = new ContestProcess(contestant);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println("> " + process.answer(line.split(" ", -1)));
      System.out.flush();
    }
    // Frameworks leave threads behind that would keep the process.
    System.exit(0);
  }

  private String answer(String[] command) throws Exception {
    byte[] body = Question.valueOf(command[0]).body();
    return switch (command[1]) {
      case "answer" -> Base64.getEncoder().encodeToString(contestant.answer(body));
      case "turn" -> turn(body, Long.parseLong(command[2]) * 1_000_000);
      default -> throw new IllegalArgumentException(command[1]);
    };
  }

  private String turn(byte[] body, long nanos) throws Exception {
    long allocated = allocated();
    long cpu = PROCESS.getProcessCpuTime();
    long end = System.nanoTime() + nanos;
    int requests = 0;
    int bytes = 0;
    do {
      for (int i = 0; i < 20; i++, requests++) {
        bytes += contestant.answer(body).length;
      }
    } while (System.nanoTime() < end);
    double cpuEach = (double) (PROCESS.getProcessCpuTime() - cpu) / requests;
    double allocatedEach = (double) (allocated() - allocated) / requests;
    return String.format(
        Locale.ROOT, "%.1f %.1f %d %d", cpuEach, allocatedEach, requests, bytes / requests);
  }

  private static long allocated() {
    long sum = 0;
    for (long each : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, each);
    }
    return sum;
  }
}
