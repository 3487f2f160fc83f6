package io.triglot.benchmarks.rest;

import io.triglot.benchmarks.shop.Report;
import io.triglot.benchmarks.shop.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * From the start of a process to its first answer, asked every two milliseconds: REST for all, each
 * protocol for Triglot, and all three at once in one process; without and with an archive of
 * classes.
 */
final class ColdStarts {
  private ColdStarts() {}

  /** Measures these servers on a JDK. */
  static void measure(List<Contender> contenders, Jdk jdk, Effort effort, Report report)
      throws Exception {
    List<Start> starts = new ArrayList<>();
    for (Contender contender : contenders) {
      if (contender.mayBlock()) {
        starts.add(new Start(contender + ", REST", contender, List.of(FirstAnswer.REST)));
      }
    }
    Contender own = Contender.TRIGLOT;
    List<FirstAnswer> all = List.of(FirstAnswer.values());
    starts.add(new Start(own + ", GraphQL", own, List.of(FirstAnswer.GRAPHQL)));
    starts.add(new Start(own + ", gRPC", own, List.of(FirstAnswer.GRPC)));
    starts.add(new Start(own + ", all three", own, all));
    report.doing("archive of classes");
    String archive = archive(jdk);
    for (FirstAnswer each : all) {
      starts.add(new Start(own + " with an archive, " + each, own, List.of(each), archive));
    }
    starts.add(new Start(own + " with an archive, all three", own, all, archive));
    for (int round = 0; round <= effort.starts(); round++) {
      report.doing("starts, round " + round);
      for (Start start : starts) {
        double millis = start.measure(jdk);
        if (round > 0) { // the first warms our own side
          start.millis.add(millis);
        }
      }
    }
    report.columns("server", "ms to the first answer");
    starts.forEach(start -> report.row(start.title, start.millis.text(0)));
    report.end();
  }

  /** Makes an archive as the documentation says; the flag that uses it. */
  private static String archive(Jdk jdk) throws Exception {
    boolean aot = jdk.feature() >= 25;
    Path file =
        Contender.TRIGLOT.target().resolve("shop-" + jdk.version() + (aot ? ".aot" : ".jsa"));
    Files.deleteIfExists(file);
    try (ServerProcess training =
        ServerProcess.start(
            Contender.TRIGLOT,
            jdk,
            (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file,
            "-Dtriglot.training=true")) {
      int exit = training.end();
      if (exit != 0 || !Files.exists(file)) {
        throw new IOException("No archive of classes, exit code " + exit);
      }
    }
    return (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
  }

  /** One way to start. */
  private static final class Start {
    final String title;
    final Contender contender;
    final List<FirstAnswer> answers;
    final String[] flags;
    final Spread millis = new Spread();

    Start(String title, Contender contender, List<FirstAnswer> answers, String... flags) {
      this.title = title;
      this.contender = contender;
      this.answers = answers;
      this.flags = flags;
    }

    double measure(Jdk jdk) throws IOException {
      try (ServerProcess server = ServerProcess.start(contender, jdk, flags)) {
        CompletableFuture<?>[] answered =
            answers.stream().map(answer -> await(answer, server)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answered).join();
        return server.millisSinceStart();
      }
    }

    private CompletableFuture<Void> await(FirstAnswer answer, ServerProcess server) {
      CompletableFuture<Void> answered = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  answer.await(server, contender.below());
                  answered.complete(null);
                } catch (Exception e) {
                  answered.completeExceptionally(new IOException(title, e));
                }
              },
              "asking-" + answer);
      asking.start();
      return answered;
    }
  }
}
