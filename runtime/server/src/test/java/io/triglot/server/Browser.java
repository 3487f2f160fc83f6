package io.triglot.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, and the server of an origin whose pages it opens. */
final class Browser implements AutoCloseable {
  private final HttpServer pages;
  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private volatile String page = "";

  Browser() throws IOException {
    pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pages.createContext("/", this::answer);
    pages.start();
  }

  /** The origin of the pages. */
  String origin() {
    return "http://127.0.0.1:" + pages.getAddress().getPort();
  }

  /**
   * Opens a page with a module of JavaScript in it.
   *
   * @param profile a folder that is empty
   * @param script the body of an async function that returns what the page has seen
   * @return that, as JSON
   */
  String run(Path profile, String script) throws Exception {
    page =
        """
        <!doctype html><meta charset="utf-8"><script type="module">
        const seen = async () => {
        %s
        };
        const report = await seen().catch(e => "failed: " + e);
        await fetch("/report", {method: "POST", body: JSON.stringify(report)});
        </script>
        """
            .formatted(script);
    Process chromium =
        new ProcessBuilder(
                executable().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + profile,
                origin())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return Optional.ofNullable(reports.poll(100, TimeUnit.SECONDS))
          .orElseThrow(() -> new AssertionError("the page has reported nothing"));
    } finally {
      Stream.concat(chromium.descendants().toList().stream(), Stream.of(chromium.toHandle()))
          .forEach(ProcessHandle::destroyForcibly);
      chromium.waitFor();
    }
  }

  @Override
  public void close() {
    pages.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        byte[] report = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        reports.add(new String(report, StandardCharsets.UTF_8));
      } else {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        byte[] content = page.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path executable() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> Stream.of("chromium", "google-chrome").map(Path.of(folder)::resolve))
            .filter(path -> path.toFile().canExecute())
            .findFirst();
    assumeTrue(found.isPresent(), "There is no Chromium on the PATH: pages are not tried in it");
    return found.get();
  }
}
