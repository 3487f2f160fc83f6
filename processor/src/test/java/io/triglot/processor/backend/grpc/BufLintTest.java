package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code .proto} files under buf's STANDARD rules, without any configuration. */
@Tag("node")
class BufLintTest {
  private static final Path PACKAGES = Path.of("../testing/node/node_modules/@bufbuild");

  @TempDir Path directory;

  @Test
  void findsNothing() throws Exception {
    Optional<Path> buf = buf();
    Assumptions.assumeTrue(
        buf.isPresent(), "buf is not installed: run npm ci --prefix testing/node");
    Compilation compilation =
        TestCompiler.javac(directory).compile(Everything.sources()).requireSuccess();
    Path module = directory.resolve("module");
    copyProtoFiles(compilation.classes(), module);
    assertThat(run(buf.get(), module, "lint")).isEmpty();
    assertThat(run(buf.get(), module, "format", "--diff", "--exit-code")).isEmpty();
  }

  private static String run(Path buf, Path module, String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(buf.toString()), Stream.of(arguments)).toList())
            .directory(module.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /** The program for this machine; npm installs no other. */
  static Optional<Path> buf() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> packages = Files.list(PACKAGES)) {
      return packages
          .map(each -> each.resolve("bin/buf").toAbsolutePath().normalize())
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private static void copyProtoFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".proto")).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
