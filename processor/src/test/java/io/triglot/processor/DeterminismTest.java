package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written depends on the sources, not on their order, and not on the compiler. */
class DeterminismTest {
  private static final Path SHOP = Path.of("src/test/resources/cases/contract/shop/input");
  @TempDir Path directory;

  @Test
  void writesTheSameWhateverTheOrderOfTheSourcesIs() throws IOException {
    List<Path> sources = new ArrayList<>(sources());
    SortedMap<String, String> first = outputs(TestCompiler.javac(directory.resolve("0")), sources);

    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(sources, new Random(seed));
      assertThat(outputs(TestCompiler.javac(directory.resolve("" + seed)), sources))
          .isEqualTo(first);
    }
  }

  @Test
  void writesTheSameOnBothCompilers() throws IOException {
    assertThat(outputs(TestCompiler.ecj(directory.resolve("ecj")), sources()))
        .isEqualTo(outputs(TestCompiler.javac(directory.resolve("javac")), sources()));
  }

  private static SortedMap<String, String> outputs(TestCompiler compiler, List<Path> sources) {
    Compilation compilation =
        compiler.with("-Atriglot.access=open").compile(sources).requireSuccess();
    SortedMap<String, String> outputs = new TreeMap<>(compilation.generatedSources());
    outputs.putAll(compilation.resources());
    assertThat(outputs).isNotEmpty();
    return outputs;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SHOP)) {
      return files.sorted().toList();
    }
  }
}
