package io.triglot.example;

import io.triglot.example.provider.ProviderServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The payment provider, as a process of its own that ends with this one. */
final class ProviderProcess implements AutoCloseable {
  private static final String TELLS = "The payment provider is at ";

  private final Process process;
  private final URI uri;

  private ProviderProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it, and waits until it can be called.
   *
   * @param webhook where it tells what has become of charges
   * @throws UncheckedIOException when it does not start
   */
  static ProviderProcess start(URI webhook, String secret) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                ProviderServer.class.getName(),
                "0",
                webhook.toString()));
    builder.environment().put("PROVIDER_SECRET", secret);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(TELLS)) {
          return new ProviderProcess(process, URI.create(line.substring(TELLS.length())));
        }
      }
      throw new IOException("The payment provider did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its API is. */
  URI uri() {
    return uri;
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

  /** That of the shop, also where a build tool has loaded it. */
  private static String classPath() {
    return ProviderServer.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(ProviderProcess::file)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static String file(URL url) {
    return Path.of(URI.create(url.toString())).toString();
  }
}
