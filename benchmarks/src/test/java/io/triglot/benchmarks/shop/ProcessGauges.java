package io.triglot.benchmarks.shop;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another JVM of this machine tells of itself (JMX), and the kernel of it. */
final class ProcessGauges implements AutoCloseable {
  private final long pid;
  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private final UnixOperatingSystemMXBean system;

  private ProcessGauges(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    MBeanServerConnection beans = connector.getMBeanServerConnection();
    memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
    threads = ManagementFactory.getPlatformMXBean(beans, ThreadMXBean.class);
    system = ManagementFactory.getPlatformMXBean(beans, UnixOperatingSystemMXBean.class);
  }

  static ProcessGauges of(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
        return new ProcessGauges(pid, JMXConnectorFactory.connect(url));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** The processor time of all its threads since its start, collection of garbage included. */
  long cpuNanos() {
    return system.getProcessCpuTime();
  }

  /** What it holds at this moment, after a collection of garbage. */
  Holding holding() throws IOException {
    memory.gc();
    memory.gc(); // what the first has only found to be finalizable
    return new Holding(
        memory.getHeapMemoryUsage().getUsed(),
        residentBytes(),
        threads.getThreadCount(),
        system.getOpenFileDescriptorCount());
  }

  /** The resident set: heap, free heap that was used once, stacks, code, direct buffers. */
  private long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException processHasEnded) {
      // and the connection with it
    }
  }

  /**
   * What a process holds.
   *
   * @param heap bytes of live objects
   * @param resident bytes of its resident set; 0 where the kernel does not say
   * @param threads how many platform threads it has
   * @param files how many file descriptors it has open, sockets among them
   */
  record Holding(long heap, long resident, int threads, long files) {}
}
