package io.triglot.benchmarks.shop;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that it runs on. */
public final class Machine {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  /** What a reader has to know of it. */
  static String description(DatabaseServer database) {
    return String.join(
        "\n",
        "* "
            + SYSTEM.getAvailableProcessors()
            + " processors ("
            + processor()
            + ")"
            + ", which the load, the shop and the database share; nothing is pinned",
        "* "
            + Report.mebibytes(SYSTEM.getTotalMemorySize())
            + " of memory, "
            + OpenFiles.limit()
            + " open files for a process",
        "* "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " on "
            + System.getProperty("os.arch"),
        "* "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.vm.version")
            + ", the shop with "
            + ShopProcess.HEAP
            + " and otherwise as it is",
        "* Database: " + database.name() + ", on the same machine");
  }

  /** How many threads have wanted a processor in the last minute, others' included. */
  public static String busy() {
    double load = SYSTEM.getSystemLoadAverage();
    return load < 0 ? "unknown" : Report.figure(load, 2);
  }

  /** The name of its processors. */
  public static String processor() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException notLinux) {
      // then without
    }
    return "unknown";
  }
}
