package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.CompilerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is generated for badly written classes compiles without a warning: parameters named like our
 * locals, types named like those of {@code java.lang} and like those we import, deep nesting, no
 * package, letters beyond ASCII, and as many members as Java allows.
 */
class AwkwardSourcesTest {
  private static final Path SOURCES = Path.of("src", "test", "resources", "awkward");
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void awkwardNamesCompile(CompilerKind kind) throws IOException {
    kind.in(directory).compile(sources("com/acme")).requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void thereNeedBeNoPackage(CompilerKind kind) throws IOException {
    kind.in(directory).compile(sources("unnamed")).requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void thereMayBeAsManyMembersAsJavaAllows(CompilerKind kind) {
    String fields =
        each(
            300,
            "private int g%1$d; public int getG%1$d() { return g%1$d; }"
                + " public void setG%1$d(int v) { g%1$d = v; }",
            "\n");
    kind.in(directory)
        .compile(
            "package com.acme;\npublic record Ints(" + each(254, "int f%d", ", ") + ") {}",
            "package com.acme;\npublic record Longs(" + each(127, "long f%d", ", ") + ") {}",
            "package com.acme;\npublic class Bean {\n" + fields + "}",
            """
            package com.acme;

            import io.triglot.ApiOperation;

            public class Large {
              @ApiOperation public Ints createInts(Ints in) { return in; }
              @ApiOperation public Longs createLongs(Longs in) { return in; }
              @ApiOperation public Bean createBean(Bean in) { return in; }
              @ApiOperation public int addAll(%s) { return p0; }
              @ApiOperation public long addLongs(%s) { return p0; }
            }
            """
                .formatted(each(254, "int p%d", ", "), each(127, "long p%d", ", ")))
        .requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void whatNoProtocolCanSayIsRefused(CompilerKind kind) {
    List<String> diagnostics =
        kind.in(directory)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public interface Greek {
                  record Odd(String \u03b1, String $, String _x) {}
                  @ApiOperation Odd createOdd();
                }
                """)
            .diagnostics();

    assertThat(diagnostics).hasSize(3).allMatch(each -> each.contains("[TriglotInvalidName]"));
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static String each(int count, String format, String between) {
    return IntStream.range(0, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining(between));
  }
}
