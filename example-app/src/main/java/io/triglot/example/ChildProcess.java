package io.triglot.example;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server in a process of its own, which ends with this one. */
final class ChildProcess implements AutoCloseable {
  private static final String TELLS = " is at ";

  private final Process process;
  private final String address;

  private ChildProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, and waits until it says where it is.
   *
   * @param main ends when its standard input does
   * @throws UncheckedIOException when it does not start
   */
  static ChildProcess start(Class<?> main, Map<String, String> environment, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tells = line.indexOf(TELLS);
        if (tells > 0) {
          return new ChildProcess(process, line.substring(tells + TELLS.length()));
        }
      }
      throw new IOException(main.getSimpleName() + " did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is, as it has said. */
  String address() {
    return address;
  }

  /** Tells it to end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      process.destroy();
    }
  }

  /** Ends it as a failure of its machine would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** That of the shop, also where a build tool has loaded it. */
  private static String classPath() {
    return ChildProcess.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(ChildProcess::file)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    return Path.of(URI.create(url.toString())).toString();
  }
}
