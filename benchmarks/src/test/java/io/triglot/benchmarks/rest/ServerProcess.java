package io.triglot.benchmarks.rest;

import io.triglot.benchmarks.shop.Children;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {
  /** How much memory each may use. */
  static final String HEAP = "-Xmx256m";

  private final Process process;
  private final Ports ports;
  private final long begin;

  private ServerProcess(Process process, Ports ports, long begin) {
    this.process = process;
    this.ports = ports;
    this.begin = begin;
  }

  /** Starts a server, with further flags of the JVM, and does not wait for it. */
  static ServerProcess start(Contender contender, Jdk jdk, String... flags) throws IOException {
    Ports ports = Ports.free();
    List<String> command = new ArrayList<>(List.of(jdk.java(), HEAP));
    command.addAll(List.of(flags));
    command.addAll(contender.arguments(ports));
    File log = contender.target().resolve(contender.name() + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log));
    long begin = System.nanoTime();
    return new ServerProcess(Children.start(builder), ports, begin);
  }

  Ports ports() {
    return ports;
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** How long ago it was started. */
  double millisSinceStart() {
    return (System.nanoTime() - begin) / 1e6;
  }

  /** Its processor time so far, of all its threads, as the operating system counts it. */
  Duration cpu() {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException("the process has ended"));
  }

  /** The bytes of its resident set; 0 where the operating system has no {@code /proc}. */
  long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    }
    return 0;
  }

  /** Waits until it ends by itself. */
  int end() throws IOException, InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new IOException("The process has not ended within two minutes");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
