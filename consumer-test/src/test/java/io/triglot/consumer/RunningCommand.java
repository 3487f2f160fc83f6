package io.triglot.consumer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A program that runs, and what it has printed. Thread-safe. */
final class RunningCommand implements AutoCloseable {
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(5);

  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private boolean ended;

  private RunningCommand(Process process) {
    this.process = process;
  }

  /** Starts a program. */
  static RunningCommand start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    RunningCommand started = new RunningCommand(builder.start());
    Thread reader = new Thread(started::read, "output");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  /** The exit code, once all output has been read. */
  synchronized int exit() {
    try {
      while (!ended) {
        wait();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What has been printed and not yet awaited. */
  synchronized String output() {
    return output.toString();
  }

  /**
   * Waits until what has been printed since the last time is enough, and forgets it; not for ever,
   * and not longer than the program runs.
   */
  synchronized String await(Predicate<String> enough) throws InterruptedException {
    long end = System.nanoTime() + LIMIT;
    while (!enough.test(output.toString()) && !ended && System.nanoTime() < end) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
    }
    String printed = output.toString();
    output.setLength(0);
    return printed;
  }

  /** Ends the program with all that it has started. */
  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(handle -> handle.onExit().join());
  }

  private void read() {
    try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] piece = new char[4096];
      for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
        add(new String(piece, 0, length));
      }
    } catch (IOException e) {
      add(e.toString());
    } finally {
      end();
    }
  }

  private synchronized void add(String text) {
    output.append(text);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }
}
