package io.triglot.benchmarks.shop;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections the operating system lets a process have. */
final class OpenFiles {
  /** Jars, pipes, connections to the database. */
  private static final long OTHERS = 1_000;

  private OpenFiles() {}

  /** The wanted number of connections, or as many as there can be; the JVM has raised the limit. */
  static int connections(int wanted, Report report) {
    long limit = limit();
    if (limit - OTHERS >= wanted) {
      return wanted;
    }
    int possible = (int) Math.max(1, limit - OTHERS);
    report.paragraph(
        "The operating system allows a process "
            + limit
            + " open files: "
            + possible
            + " connections instead of "
            + wanted
            + ".");
    return possible;
  }

  /** How many files a process may have open. */
  static long limit() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
