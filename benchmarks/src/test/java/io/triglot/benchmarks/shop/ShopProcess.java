package io.triglot.benchmarks.shop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A shop in a process of its own, on free ports, as it is started from a command line. */
final class ShopProcess implements AutoCloseable {
  /** How much memory a shop may use. */
  static final String HEAP = "-Xmx1g";

  private static final Pattern HTTP = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern GRPC = Pattern.compile("gRPC +127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern TOKEN = Pattern.compile("alice \\(customer\\) +(\\S+)");

  private final Process process;
  private final ShopAddress address;
  private @Nullable ProcessGauges gauges;

  private ShopProcess(Process process, ShopAddress address) {
    this.process = process;
    this.address = address;
  }

  /** Starts a shop, and waits until it says where it is found. */
  static ShopProcess start(String databaseUrl) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "io.triglot.example.Shop",
                "--port",
                "0",
                "--grpc-port",
                "0"));
    builder.environment().put("SHOP_DB_URL", databaseUrl);
    builder.environment().put("PROVIDER_URL", "http://127.0.0.1:1"); // nobody pays
    Process process = Children.start(builder.redirectError(Redirect.INHERIT));
    String welcome = untilWelcomed(process.inputReader());
    return new ShopProcess(
        process,
        new ShopAddress(
            Integer.parseInt(first(HTTP, welcome)),
            Integer.parseInt(first(GRPC, welcome)),
            first(TOKEN, welcome)));
  }

  ShopAddress address() {
    return address;
  }

  /** What the process has used so far. */
  synchronized ProcessGauges gauges() throws IOException {
    if (gauges == null) {
      gauges = ProcessGauges.of(process.pid());
    }
    return Objects.requireNonNull(gauges);
  }

  /** Stops it as an operator would; the hard way when that takes long. */
  @Override
  public void close() throws IOException {
    if (gauges != null) {
      gauges.close();
    }
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("The shop has not stopped within a minute");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String untilWelcomed(BufferedReader output) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().contains("Ctrl-C")) {
      String line = output.readLine();
      if (line == null) {
        throw new IOException("The shop has not opened: " + text);
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("The shop does not say " + pattern + ": " + text);
    }
    return matcher.group(1);
  }
}
