package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.NoteBackend;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the folders under {@code cases} without a protocol and compares what comes of them: the
 * diagnostics, and those generated files that a case keeps under {@code expected}. {@code
 * -Dtriglot.goldens=write} rewrites both; an empty file under {@code expected} asks for one more.
 */
class CasesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final boolean WRITE = "write".equals(System.getProperty("triglot.goldens"));
  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> casesGiveWhatTheyGave() throws IOException {
    return Stream.of("contract", "diagnostics")
        .flatMap(area -> list(CASES.resolve(area)).stream())
        .flatMap(
            folder ->
                Stream.of(CompilerKind.values())
                    .map(kind -> dynamicTest(name(folder, kind), () -> check(folder, kind))));
  }

  private void check(Path folder, CompilerKind kind) throws IOException {
    Compilation compilation = compile(folder, kind);
    String diagnostics = diagnostics(compilation, kind);
    SortedMap<String, String> generated = kept(folder, compilation);
    if (WRITE && kind == CompilerKind.JAVAC) {
      Files.writeString(folder.resolve("diagnostics.txt"), diagnostics);
      for (String path : generated.keySet()) {
        Files.writeString(folder.resolve("expected").resolve(path), generated.get(path));
      }
    }

    assertThat(diagnostics).isEqualTo(expectedDiagnostics(folder, kind));
    assertThat(generated).isEqualTo(expected(folder));
  }

  private Compilation compile(Path folder, CompilerKind kind) throws IOException {
    TestCompiler compiler = kind.in(directory.resolve(name(folder, kind))).with(new NoteBackend());
    Path options = folder.resolve("options.txt");
    for (String option : Files.exists(options) ? Files.readAllLines(options) : List.<String>of()) {
      compiler = compiler.with(option);
    }
    return compiler.compile(list(folder.resolve("input")));
  }

  /** What the case keeps, as it was generated now. */
  private static SortedMap<String, String> kept(Path folder, Compilation compilation) {
    SortedMap<String, String> kept = new TreeMap<>(compilation.resources());
    kept.putAll(compilation.generatedSources());
    kept.keySet().retainAll(expected(folder).keySet());
    return kept;
  }

  private static SortedMap<String, String> expected(Path folder) {
    Path root = folder.resolve("expected");
    return files(root).stream()
        .collect(
            Collectors.toMap(
                file -> root.relativize(file).toString().replace('\\', '/'),
                CasesTest::read,
                (first, second) -> first,
                TreeMap::new));
  }

  private static String expectedDiagnostics(Path folder, CompilerKind kind) {
    return shown(read(folder.resolve("diagnostics.txt")).lines(), kind);
  }

  /** Our diagnostics, without the layout that compilers give to lines after the first one. */
  private static String diagnostics(Compilation compilation, CompilerKind kind) {
    return shown(
        compilation.diagnostics().stream()
            .filter(each -> kind == CompilerKind.JAVAC || each.contains("[Triglot"))
            .map(each -> each.replaceAll("\n\\s*", " ")),
        kind);
  }

  /** Only javac knows all positions, keeps our order, and hands notes on. */
  private static String shown(Stream<String> diagnostics, CompilerKind kind) {
    return (kind == CompilerKind.JAVAC
            ? diagnostics
            : diagnostics
                .map(each -> each.replaceFirst("^\\w+\\.java:\\d+: ", ""))
                .filter(each -> !each.startsWith("note: "))
                .sorted())
        .map(each -> each + "\n")
        .collect(Collectors.joining());
  }

  private static String name(Path folder, CompilerKind kind) {
    return folder.getParent().getFileName() + "/" + folder.getFileName() + "/" + kind;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
