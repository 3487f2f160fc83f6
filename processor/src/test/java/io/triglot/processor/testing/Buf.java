package io.triglot.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** buf, where it is installed among the packages of {@code testing/node}. */
public record Buf(Path program) {
  private static final Path PACKAGES = Path.of("../testing/node/node_modules/@bufbuild");

  /** The program for this machine, if it is installed; npm installs no other. */
  public static Optional<Buf> installed() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      return Optional.empty();
    }
    try (Stream<Path> packages = Files.list(PACKAGES)) {
      return packages
          .map(each -> each.resolve("bin/buf").toAbsolutePath().normalize())
          .filter(Files::isExecutable)
          .findFirst()
          .map(Buf::new);
    }
  }

  /**
   * Requires that the STANDARD rules find nothing in the {@code .proto} files, without any
   * configuration, and that they are formatted as buf formats them.
   *
   * @param classes where they are among others
   * @param module a folder to copy them to
   */
  public void lint(Path classes, Path module) throws IOException, InterruptedException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".proto")).toList()) {
        Path copy = module.resolve(classes.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    assertThat(run(module, "lint")).isEmpty();
    assertThat(run(module, "format", "--diff", "--exit-code")).isEmpty();
  }

  private String run(Path module, String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
            .directory(module.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
