package io.triglot.benchmarks.shop;

import java.io.IOException;

/** Processes that do not outlive this one. */
public final class Children {
  private Children() {}

  /** Starts a process, which is ended when this JVM ends. */
  public static Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    Thread end = new Thread(process::destroyForcibly, "end-of-" + process.pid());
    Runtime.getRuntime().addShutdownHook(end);
    process.onExit().thenRun(() -> forget(end));
    return process;
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException thisJvmIsEnding) {
      // and runs the hook
    }
  }
}
