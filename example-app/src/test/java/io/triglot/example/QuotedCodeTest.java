package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on deployment quotes of the shop is in the shop. */
class QuotedCodeTest {
  private static final Path SOURCES = Path.of("src/main/java/io/triglot/example");
  private static final Pattern QUOTED = Pattern.compile("(?s)```java\n(.*?)```");

  @Test
  void isTheCodeThatRuns() throws IOException {
    String page = Files.readString(Path.of("../docs/deployment.md"));
    int begin = page.indexOf("### Streams and subscriptions");
    String section = page.substring(begin, page.indexOf("\n### ", begin + 1));
    String code =
        Files.readString(SOURCES.resolve("store/Signals.java"))
            + Files.readString(SOURCES.resolve("orders/OrderEvents.java"));

    assertThat(QUOTED.matcher(section).results())
        .hasSizeGreaterThan(3)
        .allSatisfy(quoted -> assertThat(code).contains(quoted.group(1)));
  }
}
