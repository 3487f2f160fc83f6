package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script of {@code testing/node}, run with the packages that are installed there. */
final class NodeScript {
  private static final Path FOLDER = root().resolve("testing/node");

  private NodeScript() {}

  /** Runs a script that must succeed, or skips the test where its packages are not installed. */
  static List<String> run(String script, String... arguments)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "The Node packages are not installed: run npm ci --prefix testing/node");
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  /** The folder of the whole project. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("testing"))) {
      folder = folder.getParent();
      assertThat(folder).as("a folder above with testing in it").isNotNull();
    }
    return folder;
  }
}
