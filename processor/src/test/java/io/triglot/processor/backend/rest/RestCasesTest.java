package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares what each case under {@code cases/rest} gives with what it gave before: what is written
 * for REST under {@code expected}, or the diagnostics. {@code -Dtriglot.goldens=write} rewrites
 * them.
 */
class RestCasesTest {
  private static final Path ROOT = Path.of("src/test/resources/cases/rest");
  private static final boolean UPDATE = "write".equals(System.getProperty("triglot.goldens"));

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> casesGiveWhatTheyGave() throws IOException {
    return list(ROOT).stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private void check(Path folder) throws IOException {
    Compilation compilation =
        TestCompiler.javac(directory.resolve(folder.getFileName().toString()))
            .with(new RestBackend())
            .compile(list(folder.resolve("input")));
    SortedMap<String, String> given = new TreeMap<>();
    if (compilation.success()) {
      compilation
          .generatedSources()
          .forEach(
              (path, text) -> {
                if (path.matches(".*(Routes|Resource|Json|RestClient)\\.java")) {
                  given.put("expected/" + path.substring(path.lastIndexOf('/') + 1), text);
                }
              });
      given.put("expected/openapi.json", compilation.resource("META-INF/triglot/openapi.json"));
    } else {
      given.put("diagnostics.txt", String.join("\n", compilation.diagnostics()) + "\n");
    }
    if (UPDATE) {
      rewrite(folder, given);
    }
    assertThat(given).isEqualTo(expected(folder));
  }

  private static SortedMap<String, String> expected(Path folder) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith("input/")) {
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

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
