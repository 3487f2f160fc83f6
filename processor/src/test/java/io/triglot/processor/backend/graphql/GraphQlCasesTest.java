package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what each case under {@code cases/graphql} gives with what it gave before: what is
 * written on GraphQL under {@code expected}, or the diagnostics. {@code -Dtriglot.goldens=write}
 * rewrites them.
 */
class GraphQlCasesTest {
  private static final boolean UPDATE = "write".equals(System.getProperty("triglot.goldens"));

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> casesGiveWhatTheyGave() {
    return GraphQlCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private void check(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    Compilation compilation = GraphQlCases.compile(name, directory.resolve(name));
    SortedMap<String, String> given = new TreeMap<>();
    if (compilation.success()) {
      given.putAll(written(compilation));
    } else {
      given.put("diagnostics.txt", String.join("\n", compilation.diagnostics()) + "\n");
    }
    if (UPDATE) {
      rewrite(folder, given);
    }
    assertThat(given).isEqualTo(expected(folder));
  }

  private static SortedMap<String, String> written(Compilation compilation) {
    SortedMap<String, String> written = new TreeMap<>();
    compilation
        .generatedSources()
        .forEach(
            (path, text) -> {
              if (path.endsWith("GraphQl.java")) {
                written.put("expected/" + path.substring(path.lastIndexOf('/') + 1), text);
              }
            });
    written.put(
        "expected/schema.graphqls", compilation.resource("META-INF/triglot/schema.graphqls"));
    return written;
  }

  private static SortedMap<String, String> expected(Path folder) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.startsWith("expected/") || path.equals("diagnostics.txt")) {
          expected.put(path, Files.readString(file));
        }
      }
    }
    return expected;
  }

  private static void rewrite(Path folder, SortedMap<String, String> given) throws IOException {
    for (String stale : expected(folder).keySet()) {
      Files.delete(folder.resolve(stale));
    }
    for (var entry : given.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
  }
}
