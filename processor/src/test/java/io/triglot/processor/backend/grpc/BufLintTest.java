package io.triglot.processor.backend.grpc;

import io.triglot.processor.testing.Buf;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code .proto} files under buf's STANDARD rules. */
@Tag("node")
class BufLintTest {
  @TempDir Path directory;

  @Test
  void findsNothing() throws Exception {
    Optional<Buf> buf = Buf.installed();
    Assumptions.assumeTrue(
        buf.isPresent(), "buf is not installed: run npm ci --prefix testing/node");
    Compilation compilation =
        TestCompiler.javac(directory).compile(Everything.sources()).requireSuccess();

    buf.get().lint(compilation.classes(), directory.resolve("module"));
  }
}
