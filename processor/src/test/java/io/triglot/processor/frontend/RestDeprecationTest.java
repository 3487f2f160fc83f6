package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dates and pages that {@code @ApiRestDeprecated} can tell, and those that it cannot. */
@Timeout(120)
class RestDeprecationTest {
  private static final String RIGHT =
      """
      package com.acme;

      import io.triglot.*;

      @ApiRestDeprecated
      public interface Reports {
        @ApiOperation("GET /a") @ApiRestDeprecated(since = "2026-02-28", sunset = "2026-02-28")
        String sameDay();

        @ApiOperation("GET /b") @ApiRestDeprecated(since = "2024-02-29", sunset = "2024-03-01")
        String leapDay();

        @ApiOperation("GET /c") @ApiRestDeprecated(sunset = "2020-01-01")
        String sunsetAlone();

        @ApiOperation("GET /d") @ApiRestDeprecated(link = "https://example.com/a%20b?c=d#e")
        String linkAlone();

        @ApiOperation("GET /e")
        String asTheService();
      }
      """;

  /** Each mistake on a line of its own, so that the place of the finding can be told. */
  private static final String WRONG =
      """
      package com.acme;

      import io.triglot.*;

      public interface Reports {
        @ApiOperation("GET /a")
        @ApiRestDeprecated(since = "2026-02-02",
            sunset = "2026-02-01")
        String sunsetBefore();

        @ApiOperation("GET /b")
        @ApiRestDeprecated(
            since = "2026-02-30",
            sunset = "31.12.2026")
        String noDays();

        @ApiOperation("GET /c")
        @ApiRestDeprecated(
            link = "/migration")
        String relative();

        @ApiOperation("GET /d")
        @ApiRestDeprecated(
            link = "https://example.com/a b")
        String blank();

        @ApiOperation("GET /e")
        @ApiRestDeprecated(
            link = "https://example.com/>; rel=\\"next\\"")
        String injected();
      }
      """;

  @TempDir Path directory;

  @Test
  void takesDaysInOrderAndAbsoluteLinks() {
    TestCompiler.javac(directory).compile(RIGHT).requireSuccess();
  }

  @Test
  void refusesEachMistakeAtItsPlace() {
    Compilation compilation = TestCompiler.javac(directory).compile(WRONG);

    assertThat(compilation.success()).isFalse();
    assertThat(compilation.diagnostics())
        .allSatisfy(each -> assertThat(each).contains("error: [TriglotRestDeprecation] "))
        .satisfiesExactlyInAnyOrder(
            each ->
                assertThat(each)
                    .startsWith("Reports.java:8: ")
                    .contains("ends on REST before it is deprecated", "not before 2026-02-02"),
            each -> assertThat(each).startsWith("Reports.java:13: ").contains("\"2026-02-30\""),
            each -> assertThat(each).startsWith("Reports.java:14: ").contains("\"31.12.2026\""),
            each -> assertThat(each).startsWith("Reports.java:19: ").contains("\"/migration\""),
            each -> assertThat(each).startsWith("Reports.java:24: ").contains("absolute URL"),
            each -> assertThat(each).startsWith("Reports.java:29: ").contains("absolute URL"));
  }
}
