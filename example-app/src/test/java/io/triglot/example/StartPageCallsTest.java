package io.triglot.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calls that the start page has for the whole shop, made as a reader would. They need not find
 * what they ask for, but are never malformed.
 */
class StartPageCallsTest {
  private static final Pattern CALL = Pattern.compile("<code>((?:buf )?curl .*?)</code>");

  /** On REST by what is accepted, on gRPC by what the shop calls its streams. */
  private static final Pattern STREAM = Pattern.compile("event-stream|/\\w+(Events|Changes)$");

  @RegisterExtension final RunningShop shop = new RunningShop();

  @Test
  void areTakenByRest(@TempDir Path folder) throws Exception {
    assumeTrue(curl(), "The calls are not tested: no curl");
    Files.write(folder.resolve("file"), new byte[] {1});
    List<String> calls = calls("curl ").filter(call -> !call.contains("/graphql")).toList();

    assertThat(calls).hasSizeGreaterThan(20);
    for (String call : calls) {
      String answer = run(call.replace("curl ", "curl -si ").replace(" -OJ", ""), folder);
      if (!answer.startsWith("HTTP/1.1 2")) { // then for a reason of the shop's own
        assertThat(answer)
            .as(call)
            .containsPattern("\"reason\":\"[A-Z_]+")
            .doesNotContain("violations", "\"INVALID_ARGUMENT\",\"reason\":\"INVALID_ARGUMENT\"");
      }
    }
  }

  @Test
  void areTakenByGraphQl(@TempDir Path folder) throws Exception {
    assumeTrue(curl(), "The calls are not tested: no curl");
    List<String> calls = calls("curl ").filter(call -> call.contains("/graphql")).toList();

    assertThat(calls).hasSizeGreaterThan(20);
    for (String call : calls) {
      assertThat(run(call.replace("curl ", "curl -s "), folder))
          .as(call)
          .contains("\"data\"")
          .doesNotContain("ValidationError", "InvalidSyntax", "violations");
    }
  }

  @Test
  @Tag("node")
  void areTakenByGrpc(@TempDir Path folder) throws Exception {
    Path buf = Path.of("../testing/node/node_modules/@bufbuild/buf-linux-x64/bin").toAbsolutePath();
    assumeTrue(Files.exists(buf.resolve("buf")), "npm ci --prefix testing/node brings buf");
    List<String> calls = calls("buf ").toList();

    assertThat(calls).hasSizeGreaterThan(20);
    for (String call : calls) {
      String answer = run("PATH=" + buf + ":$PATH; " + call, folder);
      assertThat(answer)
          .as(call)
          .doesNotContain("Failure", "\"unimplemented\"", "\"unknown\"", "\"invalid_argument\"");
    }
  }

  /** The calls on the page, but for those of streams, which have no end. */
  private Stream<String> calls(String program) {
    RestClient client = new RestClient(shop.shop().port(), Optional.empty());
    String html = client.send(client.request("/").GET()).body();
    return CALL.matcher(html)
        .results()
        .map(found -> unescaped(found.group(1)))
        .filter(call -> call.startsWith(program))
        .filter(call -> !STREAM.matcher(call).find());
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private String run(String call, Path folder) throws IOException {
    return output("export TOKEN=" + RunningShop.token("root", "admin") + "; " + call, folder);
  }

  private static boolean curl() throws Exception {
    return new ProcessBuilder("sh", "-c", "curl --version").start().waitFor() == 0;
  }

  private static String output(String command, Path folder) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
