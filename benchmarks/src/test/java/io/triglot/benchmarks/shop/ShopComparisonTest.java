package io.triglot.benchmarks.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That the comparison runs and tells what it found; its figures are of no interest here. */
class ShopComparisonTest {
  private static final Effort LEAST =
      new Effort(
          1,
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          50,
          Duration.ofSeconds(2));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Report report =
      new Report(
          new PrintStream(printed, true, UTF_8), new PrintStream(OutputStream.nullOutputStream()));

  @Test
  @Tag("slow")
  void measuresShopsInProcessesOfTheirOwn() throws Exception {
    try (DatabaseServer database = DatabaseServer.named("h2")) {
      ShopComparison.run(new Options(LEAST, "h2", Set.of("database", "soak")), database, report);
    }

    assertThat(report.failures()).as(printed.toString(UTF_8)).isEmpty();
    assertThat(printed.toString(UTF_8))
        .contains("| nested list | REST | 6 |")
        .contains("| nested list | GraphQL | 2 |") // one batch for all products
        .contains("| nested list | gRPC | 6 |")
        .contains("| 0 | 0.0000 % |")
        .contains("Every part was measured.");
  }

  @Test
  void goesOnAfterAPartThatFails() {
    ShopComparison.run(
        new Options(LEAST, "", Set.of("start", "requests")), new NoDatabase(), report);

    assertThat(report.failures())
        .containsExactly(
            "start: java.sql.SQLException: there is none",
            "requests: java.sql.SQLException: there is none");
    assertThat(printed.toString(UTF_8)).contains("### Cold start", "### Many open requests");
  }

  @Test
  void readsItsArguments() {
    Options options = Options.of("quick", "soak=0.5", "open=7", "only=times,soak", "database=x");

    assertThat(options.effort())
        .isEqualTo(Effort.QUICK.withSoak(Duration.ofSeconds(30)).withOpen(7));
    assertThat(options.database()).isEqualTo("x");
    assertThat(options.only()).containsExactlyInAnyOrder("times", "soak");
    assertThatThrownBy(() -> Options.of("fast")).hasMessage("Unknown argument fast");
    assertThatThrownBy(() -> Options.of("only=time")).hasMessageContaining("No part time");
  }

  /** A database that nobody can reach. */
  private record NoDatabase() implements DatabaseServer {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public String emptyDatabase() throws SQLException {
      throw new SQLException("there is none");
    }

    @Override
    public void beginCounting(Connection database) {}

    @Override
    public SortedMap<String, Long> counted(Connection database) {
      throw new AssertionError();
    }

    @Override
    public String plan(Connection database, String statement) {
      throw new AssertionError();
    }

    @Override
    public void close() {}
  }
}
