package io.triglot.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.DeclaredErrors;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.StatusCode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * The tests of one operation.
 *
 * @param method the user's method
 * @param arguments valid ones, by the parameters' names
 * @param executable whether the method itself may be run with them
 */
record OperationTests(
    Api api,
    Faults faults,
    OperationDescriptor operation,
    Method method,
    Comparison everywhere,
    List<Credentials> callers,
    ObjectNode arguments,
    boolean executable,
    OpenApi document,
    Errors errors) {

  private static final Failure REACHED =
      new Failure(StatusCode.ABORTED, "CONFORMANCE", "The method is reached", List.of(), Map.of());

  DynamicNode all() {
    List<DynamicTest> tests = new ArrayList<>(admission());
    if (operation.access().level() != Access.Level.DENIED) {
      tests.addAll(input());
      tests.addAll(failures());
    }
    return DynamicContainer.dynamicContainer(operation.id(), tests);
  }

  private List<DynamicTest> admission() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(test("without credentials", () -> expectAdmission(Credentials.NONE)));
    switch (operation.access().level()) {
      case ROLES -> {
        tests.add(test("with the wrong role", () -> expectAdmission(wrongCaller())));
        tests.add(test("with the right role", () -> expectAdmission(rightCaller())));
      }
      case AUTHENTICATED ->
          tests.add(test("with credentials", () -> expectAdmission(rightCaller())));
      case DENIED -> tests.add(test("with credentials", () -> expectAdmission(wrongCaller())));
      case OPEN -> {}
    }
    return tests;
  }

  private List<DynamicTest> input() {
    List<DynamicTest> tests = new ArrayList<>();
    if (executable) {
      tests.add(
          test(
              "with the example",
              () -> everywhere.expectTheSame(arguments, rightCaller().headers())));
    }
    document.route(operation).stream()
        .flatMap(route -> InvalidInputs.of(document, route, arguments).stream())
        .map(input -> test("where " + input.what(), () -> whereInputIsInvalid(input)))
        .forEach(tests::add);
    return tests;
  }

  private List<DynamicTest> failures() {
    List<DynamicTest> tests = new ArrayList<>();
    Stream.of(method.getExceptionTypes())
        .filter(DeclaredErrors::isDeclared)
        .map(error -> test("that throws " + error.getSimpleName(), () -> thatThrows(error)))
        .forEach(tests::add);
    tests.add(test("that throws what is not declared", this::thatThrowsWhatIsNotDeclared));
    Hanging hanging = new Hanging(method);
    if (hanging.isPossible(operation.blocking())) {
      if (operation.timeout() != null) {
        tests.add(test("that takes too long", () -> thatTakesTooLong(hanging)));
      }
      if (operation.timeout() == null) { // which would be told in the same way
        tests.add(test("whose caller goes away", () -> whoseCallerGoesAway(hanging)));
      }
    }
    return tests;
  }

  private static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(name, body);
  }

  private void expectAdmission(Credentials caller) {
    everywhere.expect(Answer.of(admission(caller)), arguments, asking(caller, reached()));
  }

  private Failure admission(Credentials caller) {
    if (caller.admittedBy(operation.access())) {
      return REACHED;
    }
    boolean unknown = caller.anonymous() && operation.access().level() != Access.Level.DENIED;
    return unknown
        ? Failure.of(StatusCode.UNAUTHENTICATED, "Authentication required")
        : Failure.of(StatusCode.PERMISSION_DENIED, "Permission denied");
  }

  private void whereInputIsInvalid(InvalidInputs.InvalidInput input) {
    everywhere.expectInvalid(input.arguments(), asking(rightCaller(), reached()));
  }

  private void thatThrows(Class<?> error) {
    Optional<Throwable> instance = errors.instance(error);
    Assumptions.assumeTrue(
        instance.isPresent(),
        () -> "Give an instance: error(" + error.getSimpleName() + ".class, () -> …)");
    Throwable thrown = instance.orElseThrow();
    Failure expected = api.calls().failure(operation.id(), thrown).failure();
    everywhere.expect(
        Answer.of(expected), arguments, asking(rightCaller(), context -> raise(thrown)));
  }

  private void thatThrowsWhatIsNotDeclared() {
    Map<String, String> headers =
        asking(
            rightCaller(),
            context -> {
              throw new IllegalStateException("What a conformance test throws, and nobody is told");
            });
    Map<String, Object> incident = Map.of("incident", Answer.INCIDENT);
    everywhere.expect(
        Answer.of(
            new Failure(StatusCode.INTERNAL, "INTERNAL", "Internal error", List.of(), incident)),
        arguments,
        headers);
  }

  private void thatTakesTooLong(Hanging hanging) {
    everywhere.expect(
        Answer.of(Failure.of(StatusCode.DEADLINE_EXCEEDED, "Deadline exceeded")),
        arguments,
        asking(rightCaller(), hanging));
  }

  private void whoseCallerGoesAway(Hanging hanging) {
    for (ProtocolClient client : everywhere.clients()) {
      CompletableFuture<CompletionStage<Void>> begun = new CompletableFuture<>();
      Faults.Fault fault =
          context -> {
            begun.complete(context.cancelled());
            return hanging.happen(context);
          };
      PendingAnswer pending = client.send(operation, arguments, asking(rightCaller(), fault));
      pending.awaitBefore(begun, "The method was not reached by " + client.protocol());
      pending.abandon().run();
      Patience.await(
          begun.join().toCompletableFuture(),
          "The method was not told that its caller had gone away, by " + client.protocol());
    }
  }

  private Credentials rightCaller() {
    return caller(each -> each.admittedBy(operation.access()));
  }

  private Credentials wrongCaller() {
    return caller(each -> !each.anonymous() && !each.admittedBy(operation.access()));
  }

  private Credentials caller(Predicate<Credentials> wanted) {
    Optional<Credentials> caller = callers.stream().filter(wanted).findFirst();
    Assumptions.assumeTrue(
        caller.isPresent(),
        () -> "Give a caller whom " + operation.access() + " admits, and one whom it does not");
    return caller.orElseThrow();
  }

  private static Faults.Fault reached() {
    return context -> {
      throw REACHED.asException();
    };
  }

  private static Object raise(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  private Map<String, String> asking(Credentials caller, Faults.Fault fault) {
    Map<String, String> headers = new HashMap<>(caller.headers());
    headers.put(Faults.HEADER, faults.add(fault));
    return headers;
  }
}
