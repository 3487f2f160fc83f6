package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.server.notes.NoteService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainingRunTest {
  @TempDir private Path folder;

  @Test
  void endsTheProcessWhenEachProtocolHasAnswered() throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dtriglot.training=true",
                    "-Xlog:class+load:file=" + folder.resolve("classes"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Application.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    } finally {
      process.destroyForcibly();
    }
    // Of a call on each protocol.
    assertThat(Files.readString(folder.resolve("classes")))
        .contains("graphql.plan.DirectExecution ", "ServerCallImpl ", "rest.Problem ");
  }

  /** What a user starts. */
  static final class Application {
    public static void main(String[] arguments) {
      TriglotServer.builder()
          .service(new NoteService())
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
    }
  }
}
