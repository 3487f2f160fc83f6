package io.triglot.processor.backend.graphql;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders under {@code cases/graphql}: sources, options, and what comes of them. */
final class GraphQlCases {
  static final Path ROOT = Path.of("src/test/resources/cases/graphql");

  private GraphQlCases() {}

  /** The folders, sorted by name. */
  static List<Path> all() {
    return list(ROOT);
  }

  /** Compiles the sources of a case with its options, for GraphQL alone. */
  static Compilation compile(String name, Path directory) {
    Path folder = ROOT.resolve(name);
    TestCompiler compiler = TestCompiler.javac(directory).with(new GraphQlBackend());
    for (String option : options(folder)) {
      compiler = compiler.with(option);
    }
    return compiler.compile(list(folder.resolve("input")));
  }

  private static List<String> options(Path folder) {
    Path options = folder.resolve("options.txt");
    try {
      return Files.exists(options) ? Files.readAllLines(options) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
