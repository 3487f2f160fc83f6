package io.triglot.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The lists of the rules and of the decisions, which are made of them. {@code
 * -Dtriglot.goldens=write} writes them.
 */
class PageListsTest {
  private static final boolean WRITE = "write".equals(System.getProperty("triglot.goldens"));
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. (.+)");

  @Test
  void everyRuleIsListed() throws IOException {
    String rules =
        DeclaredRules.all().stream()
            .distinct()
            .sorted(Comparator.comparing(Rule::id))
            .map(
                rule ->
                    "| [%1$s](%1$s.md) | %2$s |\n"
                        .formatted(rule.id(), rule.severity().name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining());

    assertList(
        "rules",
        """
        # Rules

        One page for each diagnostic of the processor: what is wrong, a wrong and a right example, and how to silence a warning.

        | rule | what the compiler makes of it |
        |---|---|
        """
            + rules);
  }

  @Test
  void everyDecisionIsListedByItsNumber() throws IOException {
    try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
      String decisions =
          files
              .filter(file -> !file.endsWith("README.md"))
              .sorted()
              .map(PageListsTest::decision)
              .collect(Collectors.joining());

      assertList(
          "decisions",
          """
          # Decisions

          What we decided about the build and the design, and why.

          """
              + decisions);
    }
  }

  private static String decision(Path page) {
    try (Stream<String> lines = Files.lines(page)) {
      String first = lines.findFirst().orElseThrow();
      MatchResult title = TITLE.matcher(first).results().findFirst().orElseThrow();
      String file = page.getFileName().toString();
      assertThat(file).startsWith("%04d-".formatted(Integer.parseInt(title.group(1))));
      return "* [%s %s](%s)\n".formatted(file.substring(0, 4), title.group(2), file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertList(String folder, String list) throws IOException {
    Path page = DOCS.resolve(folder).resolve("README.md");
    if (WRITE) {
      Files.writeString(page, list);
    }
    assertThat(Files.readString(page)).isEqualTo(list);
  }
}
