package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chromium without a window, and the server of an origin whose pages it opens. */
final class Browser implements AutoCloseable {
  private final HttpServer pages;
  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private volatile String page = "";
  private volatile @Nullable URI visited;

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
    return report(profile, "");
  }

  /**
   * Opens a page of another server as if it were of this origin, with the content security policy
   * that it has, and runs a script in it once it is loaded.
   *
   * @param profile a folder that is empty
   * @param site the address of the page
   * @param script the body of an async function that returns what it has seen
   * @param flags further flags of the browser
   * @return that, as JSON
   */
  String runIn(Path profile, URI site, String script, String... flags) throws Exception {
    visited = site;
    page =
        """
        <script nonce="test">
        addEventListener("load", async () => {
        const seen = async () => {
        %s
        };
        const report = await seen().catch(e => "failed: " + e);
        await fetch("/report", {method: "POST", body: JSON.stringify(report)});
        });
        </script>
        """
            .formatted(script);
    return report(profile, site.getPath(), flags);
  }

  private String report(Path profile, String address, String... flags) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                executable().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + profile));
    command.addAll(List.of(flags));
    command.add(origin() + address);
    Process chromium =
        new ProcessBuilder(command)
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
    URI visited = this.visited;
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        byte[] report = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        reports.add(new String(report, UTF_8));
      } else if (visited != null) {
        pass(exchange, visited.resolve(exchange.getRequestURI()));
      } else {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        byte[] content = page.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers what another server does; a page has the script added to it. */
  private void pass(HttpExchange exchange, URI target) throws IOException {
    URLConnection connection = target.toURL().openConnection();
    connection.setRequestProperty("Accept", exchange.getRequestHeaders().getFirst("Accept"));
    byte[] content;
    try (InputStream in = connection.getInputStream()) {
      content = in.readAllBytes();
    } catch (FileNotFoundException none) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    String type = connection.getContentType();
    String policy = connection.getHeaderField("Content-Security-Policy");
    exchange.getResponseHeaders().add("Content-Type", type);
    if (policy != null) {
      String open = policy.contains("connect-src") ? "" : "; connect-src 'self'";
      exchange
          .getResponseHeaders()
          .add(
              "Content-Security-Policy",
              policy.replace("script-src", "script-src 'nonce-test'") + open);
    }
    if (type.startsWith("text/html")) {
      content = (new String(content, UTF_8) + page).getBytes(UTF_8);
    }
    exchange.sendResponseHeaders(200, content.length);
    exchange.getResponseBody().write(content);
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
