package io.triglot.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the rules are their passing and failing cases: what a page calls wrong breaks the
 * rule and no other, what it calls right compiles without a word. Packages and imports are left out
 * of the examples.
 */
class RulePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern LOCK = Pattern.compile("(?s)```lock\n(.*?)```");
  private static final Pattern OPTIONS = Pattern.compile("(?m)^-A\\S+$");
  private static final Pattern SHOWN_RULE =
      Pattern.compile("(?:error|warning|note): \\[(Triglot\\w+)]");
  private static final String PACKAGE = "@org.jspecify.annotations.NullMarked package com.acme;";
  private static final String PREAMBLE =
      """
      package com.acme;

      import io.triglot.*;
      import io.triglot.runtime.*;
      import jakarta.annotation.security.*;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.Positive;
      import java.util.*;
      import java.util.concurrent.*;

      """;

  /** What no source breaks: a fault of ours, and what only other modules and old compilers can. */
  private static final Set<String> WITHOUT_CASES =
      Set.of("TriglotForeignModule", "TriglotInternal", "TriglotUnknownNullness");

  /** What ecj shows even where it is told not to warn. */
  private static final Set<String> ERRORS =
      DeclaredRules.all().stream()
          .filter(rule -> rule.severity() == Rule.Severity.ERROR)
          .map(Rule::id)
          .collect(Collectors.toSet());

  @TempDir Path directory;

  @Test
  void everyRuleHasAPage() throws IOException {
    assertThat(pages())
        .extracting(RulePagesTest::id)
        .containsAll(DeclaredRules.all().stream().map(Rule::id).toList());
  }

  @TestFactory
  Stream<DynamicTest> pagesTellTheTruth() throws IOException {
    return pages().stream()
        .filter(page -> !WITHOUT_CASES.contains(id(page)))
        .flatMap(page -> Stream.of(CompilerKind.values()).flatMap(kind -> tests(page, kind)));
  }

  private Stream<DynamicTest> tests(Path page, CompilerKind kind) {
    String name = id(page) + " on " + kind;
    return Stream.of(
        dynamicTest("wrong: " + name, () -> breaksTheRule(page, kind)),
        dynamicTest("right: " + name, () -> breaksNoRule(page, kind)));
  }

  private void breaksTheRule(Path page, CompilerKind kind) throws IOException {
    List<String> diagnostics = compile(page, "Wrong", kind).diagnostics();

    if (kind == CompilerKind.JAVAC || ERRORS.contains(id(page))) {
      assertThat(String.join("\n", diagnostics)).contains("[" + id(page) + "] ");
    }
    assertThat(diagnostics)
        .allSatisfy(
            shown ->
                assertThat(shownRules(shown)).as(shown).isSubsetOf(id(page)).hasSizeLessThan(2));
  }

  private void breaksNoRule(Path page, CompilerKind kind) throws IOException {
    assertThat(compile(page, "Right", kind).requireSuccess().diagnostics()).isEmpty();
  }

  private Compilation compile(Path page, String heading, CompilerKind kind) throws IOException {
    String text = Files.readString(page);
    String section = text.substring(text.indexOf("\n## " + heading + "\n"));
    String examples = section.substring(0, (section + "\n## ").indexOf("\n## ", 1));
    List<String> sources =
        JAVA.matcher(examples).results().map(block -> PREAMBLE + block.group(1)).toList();
    assertThat(sources).isNotEmpty();
    Path work = directory.resolve(id(page)).resolve(heading).resolve(kind.name());
    TestCompiler compiler = kind.in(work);
    compiler = kind == CompilerKind.JAVAC ? compiler.with("-Xlint:-serial") : compiler;
    for (MatchResult lock : LOCK.matcher(examples).results().toList()) {
      Path file = work.resolve("classes/META-INF/triglot/contract.lock");
      Files.createDirectories(file.getParent());
      Files.writeString(file, lock.group(1));
    }
    for (MatchResult option : OPTIONS.matcher(examples).results().toList()) {
      compiler = compiler.with(option.group());
    }
    return compiler.compile(
        Stream.concat(Stream.of(PACKAGE), sources.stream()).toArray(String[]::new));
  }

  private static List<String> shownRules(String diagnostic) {
    return SHOWN_RULE.matcher(diagnostic).results().map(result -> result.group(1)).toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("Triglot"))
          .sorted()
          .toList();
    }
  }

  private static String id(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }
}
