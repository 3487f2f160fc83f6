package io.triglot.hosts.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.triglot.hosts.road.MigrationPage.Section;
import io.triglot.hosts.road.RestSuite.Answer;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.parity.Comparison;
import io.triglot.runtime.parity.ParityObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application of JAX-RS goes the way of {@code docs/migration}: what the pages show is applied
 * to it, step by step, and its clients of REST are answered as before after each of them.
 */
@Timeout(300)
class RoadTest {
  private static final String ADOPTED = "A resource that was adopted";

  /** In their order; what a step needs has been done by those before it. */
  private enum Step {
    ADOPT("README.md", "Adopt"),
    HOST("hosting.md", "Jersey"),
    AUTHENTICATE("README.md", "Say how callers are known"),
    MAP_ERRORS("README.md", "Errors"),
    CALL_BY_CLIENT("clients.md", ADOPTED),
    MOVE_CALLERS("clients.md", "Change one line"),
    COMPARE("compare.md", ADOPTED),
    SEE_CALLERS("callers.md", ADOPTED),
    DEPRECATE("deprecate.md", ADOPTED),
    TURN_ROUND("turn-round.md", ADOPTED);

    private final String page;
    private final String heading;

    Step(String page, String heading) {
      this.page = page;
      this.heading = heading;
    }

    Section section() {
      return MigrationPage.of(page).section(heading);
    }
  }

  /** What other tests show: services that are not adopted, and other containers. */
  private static final Set<String> SHOWN_ELSEWHERE =
      Set.of(
          "hosting.md, Hosting gRPC where the service already runs",
          "hosting.md, By hand",
          "hosting.md, CDI",
          "hosting.md, Spring",
          "clients.md, Move callers",
          "clients.md, The REST client",
          "compare.md, Compare what both answer",
          "callers.md, See who still calls REST",
          "deprecate.md, Deprecate REST with a date",
          "turn-round.md, Turn it round");

  private static List<Answer> before;

  @TempDir static Path directory;

  @BeforeAll
  static void recordWhatClientsAreAnswered() throws Exception {
    try (RunningVersion version =
        RunningVersion.start(compile(Application.before()), "OrdersServer")) {
      before = RestSuite.record(version.rest());
      Object dashboard = version.make("Dashboard", version.rest(), null, RestSuite.token("alice"));
      assertThat(RunningVersion.call(dashboard, "line", "1")).isEqualTo("2 Milk 3.00");
    }
    assertThat(before)
        .extracting(Answer::status)
        .contains(200, 201, 204, 400, 401, 404, 405, 406, 410, 415, 422);
  }

  @Test
  void everyPieceOfCodeIsAppliedOrShownElsewhere() {
    List<String> places =
        MigrationPage.all().stream()
            .flatMap(page -> page.sections().stream())
            .filter(section -> !section.code().isEmpty())
            .map(Section::place)
            .toList();
    assertThat(places)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Step.values()).map(step -> step.section().place()),
                    SHOWN_ELSEWHERE.stream())
                .toList());
  }

  @Test
  void adoptionLeavesRestAsItWas() throws Exception {
    Compilation adopted = compile(after(Step.ADOPT));

    assertThat(adopted.diagnostics())
        .filteredOn(each -> each.contains("[Triglot"))
        .singleElement()
        .asString()
        .contains("[TriglotNotAdopted]", "log: It locates a sub-resource");
    try (RunningVersion version = RunningVersion.start(adopted, "OrdersServer")) {
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
    }
  }

  @Test
  void nobodyCallsOverGrpcBeforeItIsSaidHowCallersAreKnown() throws Exception {
    try (RunningVersion version = start(after(Step.HOST), 0)) {
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
      assertThatThrownBy(() -> order(version, version.grpc("alice"), "1"))
          .hasMessageContaining("UNAUTHENTICATED");
    }
  }

  @Test
  void bothAreServedSideBySide() throws Exception {
    try (RunningVersion version = start(after(Step.MAP_ERRORS), 0)) {
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);

      assertThat(order(version, version.grpc("alice"), "4"))
          .hasFieldOrPropertyWithValue("article", "Bread");
      assertThatThrownBy(() -> order(version, version.grpc(), "4"))
          .hasMessageContaining("UNAUTHENTICATED");
      assertThatThrownBy(() -> order(version, version.grpc("alice"), "77"))
          .hasMessageContaining("NOT_FOUND");
    }
  }

  @Test
  void callersTakeTheGeneratedRestClient() throws Exception {
    try (RunningVersion version = start(after(Step.CALL_BY_CLIENT), 0)) {
      Object dashboard = version.make("Dashboard", version.rest(), null, RestSuite.token("alice"));

      assertThat(RunningVersion.call(dashboard, "line", "1")).isEqualTo("2 Milk 3.00");
      assertThat(RunningVersion.call(dashboard, "line", "77")).isEqualTo("There is no order 77");
      assertThat(RunningVersion.call(dashboard, "count", "alice")).isEqualTo(2);
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
    }
  }

  @Test
  void callersMoveByOneLine() throws Exception {
    try (RunningVersion version = start(after(Step.MOVE_CALLERS), 0)) {
      Object moved =
          version.make("Dashboard", version.rest(), version.grpc("alice"), "no token of REST");

      assertThat(RunningVersion.call(moved, "line", "1")).isEqualTo("2 Milk 3.00");
      assertThat(RunningVersion.call(moved, "line", "77")).isEqualTo("There is no order 77");
      assertThat(RunningVersion.call(moved, "count", "alice")).isEqualTo(2);
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
    }
  }

  @Test
  void bothAnswersAreCompared() throws Exception {
    BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();
    ParityObserver observer = reports::add;
    try (RunningVersion version = start(after(Step.COMPARE), 0)) {
      Channel channel = version.grpc("alice");
      Object same =
          version.make("Dashboard", version.rest(), channel, RestSuite.token("alice"), observer);
      Object refused = version.make("Dashboard", version.rest(), channel, "no token", observer);

      assertThat(RunningVersion.call(same, "line", "1")).isEqualTo("2 Milk 3.00");
      assertReport(reports, "OrderResource.order SAME []");
      assertThat(RunningVersion.call(same, "line", "77")).isEqualTo("There is no order 77");
      assertReport(reports, "OrderResource.order SAME []");
      assertThat(RunningVersion.call(same, "count", "alice")).isEqualTo(2);
      assertReport(reports, "OrderResource.orders SAME []");
      assertThat(RunningVersion.call(refused, "count", "alice")).isEqualTo(2);
      assertReport(reports, "OrderResource.orders DIFFERENT []");
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
    }
  }

  @Test
  void whoStillCallsRestIsSeen() throws Exception {
    MeterRegistry registry = new SimpleMeterRegistry();
    try (RunningVersion version = start(after(Step.SEE_CALLERS), 0, registry)) {
      assertThat(RestSuite.record(version.rest())).isEqualTo(before);
      order(version, version.grpc("carol"), "1");

      assertThat(calls(registry, "alice", "order", "REST", "OK")).isEqualTo(2);
      assertThat(calls(registry, "alice", "order", "REST", "NOT_FOUND")).isEqualTo(1);
      assertThat(calls(registry, "bob", "create", "REST", "INVALID_ARGUMENT")).isPositive();
      assertThat(calls(registry, "anonymous", "cancel", "REST", "UNAUTHENTICATED")).isEqualTo(1);
      assertThat(calls(registry, "carol", "order", "GRPC", "OK")).isEqualTo(1);
    }
  }

  @Test
  void deprecationIsToldByHeaders() throws Exception {
    MeterRegistry registry = new SimpleMeterRegistry();
    try (RunningVersion version = start(after(Step.DEPRECATE), 0, registry)) {
      List<Answer> answers = RestSuite.record(version.rest());

      assertThat(
              answers.stream().map(each -> each.without(Set.of("deprecation", "sunset", "link"))))
          .isEqualTo(before);
      assertThat(answers)
          .filteredOn(each -> Set.of(200, 201, 204, 401, 410, 422).contains(each.status()))
          .filteredOn(each -> !each.request().contains("/log/"))
          .allSatisfy(
              each ->
                  assertThat(each.headers())
                      .containsEntry("deprecation", List.of("@1768435200"))
                      .containsEntry("sunset", List.of("Thu, 31 Dec 2026 00:00:00 GMT"))
                      .containsKey("link"));
    }
  }

  @Test
  void restIsServedOverTheServiceBehind() throws Exception {
    Compilation turned = compile(after(Step.TURN_ROUND));
    assertThat(turned.diagnostics())
        .filteredOn(each -> each.contains("[Triglot"))
        .singleElement()
        .asString()
        .contains("All of OrderResource is adopted. It is guarded by TokenFilter,");
    try (RunningVersion behind =
            RunningVersion.start(turned, "OrdersServer", 0, new SimpleMeterRegistry());
        RunningVersion front = RunningVersion.start(turned, "OrdersFront", behind.grpc())) {
      assertThat(RestSuite.record(front.rest())).isEqualTo(before);
      assertThat(order(behind, behind.grpc("alice"), "4"))
          .as("an order that was made by REST")
          .hasFieldOrPropertyWithValue("article", "Bread");
    }
  }

  private static Object order(RunningVersion version, Channel caller, String id) {
    return RunningVersion.call(version.client(caller), "order", id);
  }

  private static long calls(
      MeterRegistry registry, String caller, String operation, String protocol, String code) {
    return registry
        .find("triglot.calls")
        .tags(
            "service", "OrderResource", "operation", operation, "protocol", protocol, "code", code)
        .tag("caller", caller)
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private static void assertReport(BlockingQueue<Comparison> reports, String expected)
      throws InterruptedException {
    Comparison report = reports.poll(60, TimeUnit.SECONDS);
    assertThat(report.operation() + " " + report.verdict() + " " + report.differences())
        .isEqualTo(expected);
  }

  /** The application when this step has been taken, and all before it. */
  private static Application after(Step last) {
    Application application = Application.before();
    for (Step step : Step.values()) {
      if (step.compareTo(last) <= 0) {
        application = application.after(step.section());
      }
    }
    return application;
  }

  private static RunningVersion start(Application application, Object... further) throws Exception {
    return RunningVersion.start(compile(application), "OrdersServer", further);
  }

  private static Compilation compile(Application application) throws Exception {
    Compilation compilation = application.compile(Files.createTempDirectory(directory, "version"));
    assertThat(compilation.success()).as(String.join("\n", compilation.diagnostics())).isTrue();
    return compilation;
  }
}
