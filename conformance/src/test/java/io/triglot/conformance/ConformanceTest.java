package io.triglot.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import io.triglot.server.TriglotServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The kit passes an API that is right, and finds what is wrong on one protocol alone. */
class ConformanceTest {
  private static final Authenticator BY_ROLE =
      request -> request.header("role").map(role -> new Caller("somebody", Set.of(role)));

  private static final String ID = "123e4567-e89b-42d3-a456-426614174000";
  private static final String NOTE =
      "{\"task\": \"" + ID + "\", \"text\": \"Late\", \"urgency\": \"LOW\"}";

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void passesAnApiThatIsRight() {
    SortedMap<String, String> results = run(BY_ROLE, (context, next) -> next.call());

    assertThat(results).allSatisfy((name, result) -> assertThat(result).isEqualTo("passed"));
    assertThat(results)
        .hasSize(123)
        .containsEntry("Tasks.task > without credentials", "passed")
        .containsEntry("Tasks.task > that throws TaskNotFound", "passed")
        .containsEntry("Tasks.task > where id is no UUID", "passed")
        .containsEntry("Tasks.count > that takes too long", "passed")
        .containsEntry("Tasks.count > that throws what is not declared", "passed")
        .containsEntry("Tasks.findLate > that takes too long", "passed")
        .containsEntry("Tasks.changes > that takes too long", "passed")
        .containsEntry("Tasks.changes > that throws TaskNotFound", "passed")
        .containsEntry("Tasks.task > whose caller goes away", "passed")
        .containsEntry("Tasks.addTask > whose caller goes away", "passed")
        .containsEntry("Tasks.ticks > whose caller goes away", "passed")
        .containsEntry("Tasks.changes > with the wrong role", "passed")
        .containsEntry("Tasks.addTask > with the wrong role", "passed")
        .containsEntry("Tasks.addTask > with the right role", "passed")
        .containsEntry("Tasks.addTask > with the example", "passed")
        .containsEntry("Tasks.addTask > where input.urgency is no constant", "passed")
        .containsEntry("Tasks.addTask > where input.urgency is missing", "passed")
        .containsEntry("Tasks.addTask > where input.effort is no number", "passed")
        .containsEntry("Tasks.addTask > where input is missing", "passed")
        .containsEntry("Tasks.deleteAll > with credentials", "passed");
    assertThat(results.keySet())
        .contains(
            "Tasks.updateObstacle > where obstacle is Weather",
            "Tasks.updateObstacle > where obstacle is Absence",
            "Tasks.updateObstacle > where obstacle is Weather and obstacle.kind is too long",
            "Tasks.updateObstacle > where obstacle is Absence and obstacle.days is too small",
            "Tasks.updateObstacle > that throws TaskBlocked",
            "Tasks.draft > that throws TaskNotFound",
            "Tasks.updateDraft > with the wrong role",
            "Tasks.updateDraft > with the right role",
            "Tasks.updateDraft > where urgency is no constant",
            "Tasks.addNotes > with the wrong role",
            "Tasks.addNotes > where notes.urgency is no constant",
            "Tasks.addNotes > where later notes.urgency is missing",
            "Tasks.addNotesOf > that takes too long",
            "Tasks.addNotesLive > whose caller goes away",
            "Tasks.addNotesLive > that throws TaskBlocked",
            "Tasks.findByNote > where note.urgency is missing",
            "Tasks.Task.assignee > without credentials",
            "Tasks.Task.assignee > that throws TaskNotFound",
            "Tasks.Task.costs > with the wrong role",
            "Tasks.Task.costs > with the right role",
            "Tasks.Task.costs > whose caller goes away");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void findsAnOpenDoor(Protocol wrong) {
    SortedMap<String, String> results =
        run(
            request ->
                BY_ROLE
                    .authenticate(request)
                    .or(
                        () ->
                            request.protocol() == wrong
                                ? Optional.of(new Caller("anybody", Set.of("editor")))
                                : Optional.empty()),
            (context, next) -> next.call(),
            "Tasks.addTask > without credentials",
            "Tasks.task > without credentials");

    assertThat(results.get("Tasks.addTask > without credentials"))
        .contains(wrong + ": ABORTED CONFORMANCE")
        .contains("expected: UNAUTHENTICATED");
    assertThat(results.get("Tasks.task > without credentials")).isEqualTo("passed");
  }

  @Test
  void findsAnOpenDoorToWhatASingleProtocolOffers() {
    String[] doors = {
      "Tasks.Task.costs > with the wrong role", "Tasks.addNotes > with the wrong role"
    };
    SortedMap<String, String> results =
        run(
            request -> request.header("role").map(role -> new Caller(role, Set.of("editor"))),
            (context, next) -> next.call(),
            doors);

    assertThat(results).containsOnlyKeys(doors);
    assertThat(results.values())
        .allSatisfy(
            result ->
                assertThat(result)
                    .contains("expected: PERMISSION_DENIED")
                    .contains("ABORTED CONFORMANCE"));
  }

  @Test
  void findsAStreamThatIsNotRead() {
    CallInterceptor hasty =
        (context, next) -> {
          if (next.stream().isPresent()) {
            throw Failure.of(StatusCode.ABORTED, "Without a look at it").asException();
          }
          return next.call();
        };
    String later = "Tasks.addNotes > where later notes.urgency is no constant";

    assertThat(run(BY_ROLE, hasty, later).get(later)).contains("expected: INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void findsAnErrorThatDiffers(Protocol wrong) {
    CallInterceptor telling =
        (context, next) -> {
          try {
            return next.call();
          } catch (Tasks.TaskNotFound e) {
            throw context.protocol() == wrong
                ? Failure.of(StatusCode.NOT_FOUND, e.getMessage()).asException()
                : e;
          }
        };

    assertThat(
            run(BY_ROLE, telling, "Tasks.task > that throws TaskNotFound")
                .get("Tasks.task > that throws TaskNotFound"))
        .contains(
            "expected: NOT_FOUND TASK_NOT_FOUND \"Task not found\" {id=text,"
                + " reason=a reason of its own, tasks=1}")
        .contains(wrong + ": NOT_FOUND \"Task not found\"");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void findsAMessageThatLeaves(Protocol wrong) {
    CallInterceptor telling =
        (context, next) -> {
          try {
            return next.call();
          } catch (IllegalStateException e) {
            throw context.protocol() == wrong
                ? Failure.of(StatusCode.INTERNAL, e.getMessage()).asException()
                : e;
          }
        };

    assertThat(
            run(BY_ROLE, telling, "Tasks.task > that throws what is not declared")
                .get("Tasks.task > that throws what is not declared"))
        .contains(wrong + ": INTERNAL \"What a conformance test throws, and nobody is told\"");
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void findsAMethodThatIsNotReached(Protocol wrong) {
    CallInterceptor refusing =
        (context, next) -> {
          if (context.protocol() == wrong) {
            throw Failure.of(StatusCode.UNAVAILABLE, "Not today").asException();
          }
          return next.call();
        };

    assertThat(
            run(BY_ROLE, refusing, "Tasks.addTask > with the example")
                .get("Tasks.addTask > with the example"))
        .contains(wrong + ": UNAVAILABLE");
  }

  /** What became of each test, or of those that are asked for. */
  private SortedMap<String, String> run(
      Authenticator authenticator, CallInterceptor interceptor, String... wanted) {
    Faults faults = new Faults();
    TriglotServer server =
        TriglotServer.builder()
            .service(new Tasks())
            .authenticator(authenticator)
            .interceptor(interceptor)
            .interceptor(faults)
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0)
            .start();
    open.add(server);
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.grpcPort(), InsecureChannelCredentials.create())
            .build();
    open.add(0, channel::shutdownNow);
    Stream<DynamicNode> tests =
        Conformance.of(server.api(), faults)
            .http(server.uri())
            .grpc(channel)
            .caller(Map.of("role", "reader"), "reader")
            .caller(Map.of("role", "editor"), "editor")
            .example(
                "Tasks.addTask",
                """
                {"input": {"id": "123e4567-e89b-42d3-a456-426614174000", "title": "Paint",
                 "urgency": "HIGH", "effort": 1.5, "due": "2024-02-29T12:30:00Z",
                 "hours": {"monday": 3}, "steps": [{"text": "Buy paint", "done": true}]}}
                """)
            .arguments("Tasks.addNotes", "{\"notes\": " + NOTE + "}")
            .arguments("Tasks.addNotesLive", "{\"notes\": " + NOTE + "}")
            .arguments("Tasks.addNotesOf", "{\"person\": \"" + ID + "\", \"notes\": " + NOTE + "}")
            .tests();
    SortedMap<String, String> results = new TreeMap<>();
    List<String> only = List.of(wanted);
    tests.forEach(each -> run("", each, name -> only.isEmpty() || only.contains(name), results));
    return results;
  }

  private static void run(
      String path, DynamicNode node, Predicate<String> wanted, SortedMap<String, String> results) {
    String name = path.isEmpty() ? node.getDisplayName() : path + " > " + node.getDisplayName();
    if (node instanceof DynamicContainer container) {
      container.getChildren().forEach(child -> run(name, child, wanted, results));
    } else if (node instanceof DynamicTest test && wanted.test(name)) {
      results.put(name, result(test));
    }
  }

  private static String result(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "passed";
    } catch (TestAbortedException e) {
      return "skipped: " + e.getMessage();
    } catch (Throwable failure) {
      return failure.toString();
    }
  }
}
