package io.triglot.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Does what the tutorial says, and compares what is printed; {@code -Dtriglot.goldens=write} writes
 * into it what was printed where that differs.
 */
@Tag("slow")
class TutorialTest {
  private static final Path BUF =
      Path.of("../testing/node/node_modules/@bufbuild/buf-linux-x64/bin").toAbsolutePath();

  private static final boolean WRITES = "write".equals(System.getProperty("triglot.goldens"));

  private final Path page = Path.of(System.getProperty("triglot.tutorial"));

  @Test
  void isTrue() throws Exception {
    String markdown = Files.readString(page);
    StringBuilder written = new StringBuilder();
    int copied = 0;
    Jdk jdk = Jdk.find(Runtime.version().feature()).orElseThrow();
    UserProject project = UserProject.create("tutorial", jdk);
    Path folder = project.path(".");
    assumeTrue(
        Command.run(folder, Map.of(), List.of("sh", "-c", "command -v curl")).exit() == 0,
        "The tutorial is not tested: no curl");
    try (Terminal terminal = new Terminal(folder, shell(project), environment(jdk))) {
      for (Tutorial.Step step : Tutorial.steps(markdown)) {
        if (step instanceof Tutorial.Whole file) {
          project.file(file.path(), file.text());
        } else if (step instanceof Tutorial.Change change) {
          Tutorial.apply(change, project.path(change.path()));
        } else if (step instanceof Tutorial.Console console) {
          written.append(markdown, copied, console.start());
          type(console, terminal, written);
          copied = console.end();
        }
      }
    } finally {
      if (WRITES) {
        Files.writeString(page, written.append(markdown.substring(copied)));
      }
    }
    assertThat(copied).as("the end of the last step").isPositive();
  }

  private static void type(Tutorial.Console console, Terminal terminal, StringBuilder written)
      throws IOException, InterruptedException {
    for (Tutorial.Call call : console.calls()) {
      Pattern expected = pattern(call.output());
      String printed;
      if (call.command().startsWith("buf ") && !Files.exists(BUF)) {
        System.out.println("Not tested, npm ci --prefix testing/node brings it: buf");
        printed = call.output();
      } else {
        printed = printed(console, call, terminal, expected);
      }
      boolean same = expected.matcher(printed).matches();
      if (!same && !WRITES) {
        assertThat(printed).as(call.command()).isEqualTo(call.output());
      }
      written.append(call.command().isEmpty() ? "" : "$ " + call.command() + "\n");
      written.append(same ? call.output() : printed);
    }
  }

  private static String printed(
      Tutorial.Console console, Tutorial.Call call, Terminal terminal, Pattern expected)
      throws IOException, InterruptedException {
    if (console.mode().equals("more")) {
      return terminal.more(expected);
    }
    Tutorial.Call last = console.calls().get(console.calls().size() - 1);
    if (console.mode().equals("running") && call == last) {
      return terminal.open(call.command(), expected);
    }
    Command ended = terminal.run(call.command());
    assertThat(ended.exit() != 0)
        .as("the command fails: %s%n%s", call.command(), ended.output())
        .isEqualTo(console.mode().equals("fails"));
    return ended.output();
  }

  /** Matches what is shown, in which <code>…</code> is anything in a line, or any lines. */
  private static Pattern pattern(String shown) {
    return Pattern.compile(
        Arrays.stream(shown.split("(?<=\n)"))
            .map(line -> line.equals("…\n") ? "(?s:.*)" : anything(line))
            .collect(Collectors.joining()));
  }

  private static String anything(String line) {
    return Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  /** Maven as this build has it, and what other programs are without a screen. */
  private static String shell(UserProject project) {
    return """
        export PATH="$PATH:%s"
        mvn() { %s -Dstyle.color=never "$@"; }
        curl() { command curl -sS "$@"; }\
        """
        .formatted(BUF, String.join(" ", project.mavenCommand()));
  }

  private static Map<String, String> environment(Jdk jdk) {
    String quick = "-XX:TieredStopAtLevel=1"; // for programs that end soon
    String silent = // newer JDKs warn of what Maven and its libraries do
        jdk.version() < 24
            ? ""
            : " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";
    return Map.of(
        "JAVA_HOME",
        jdk.home().toString(),
        "MAVEN_OPTS",
        quick + silent,
        "PORT",
        "0",
        "GRPC_PORT",
        "0");
  }
}
