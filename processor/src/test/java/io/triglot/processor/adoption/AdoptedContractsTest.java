package io.triglot.processor.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.triglot.processor.testing.Buf;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of adopted resources, under the linters of their protocols. */
@Tag("node")
class AdoptedContractsTest {
  private static final Path NODE = Path.of("../testing/node").toAbsolutePath().normalize();

  @TempDir static Path directory;
  private static Compilation compilation;

  @BeforeAll
  static void compile() {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules")),
        "The Node packages are not installed: run npm ci --prefix testing/node");
    compilation =
        TestCompiler.javac(directory)
            .compile(
                PlainResources.PARTS,
                PlainResources.NAMES,
                PlainResources.GREETINGS,
                ShopResources.ORDERS,
                ShopResources.BASE,
                ShopResources.DESCRIBED)
            .requireSuccess();
  }

  @Test
  void satisfiesBuf() throws Exception {
    Optional<Buf> buf = Buf.installed();
    assumeTrue(buf.isPresent(), "buf is not installed for this machine");

    buf.get().lint(compilation.classes(), directory.resolve("module"));
  }

  @Test
  void satisfiesGraphQlJs() throws Exception {
    Process process =
        new ProcessBuilder(
                "node",
                "graphql-sdl.mjs",
                compilation.classes().resolve("META-INF/triglot/schema.graphqls").toString())
            .directory(NODE.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("1 schemas checked");
  }

  @Test
  void describesNothingOfRest() {
    assertThat(compilation.resources().keySet()).noneMatch(name -> name.endsWith("openapi.json"));
  }
}
