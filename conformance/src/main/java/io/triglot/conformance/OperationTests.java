package io.triglot.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.runtime.Access;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.DeclaredErrors;
import io.triglot.runtime.Failure;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * The tests of one operation or batched field.
 *
 * @param arguments valid ones
 * @param executable whether the method itself may be run with them
 * @param streamed those that each message of a client's stream has; none where it does not stream
 */
record OperationTests(
    Api api,
    Faults faults,
    Target target,
    Comparison everywhere,
    List<Credentials> callers,
    Arguments arguments,
    boolean executable,
    Set<String> streamed,
    Instances instances) {

  private static final Failure REACHED =
      new Failure(StatusCode.ABORTED, "CONFORMANCE", "The method is reached", List.of(), Map.of());

  DynamicNode all() {
    List<DynamicTest> tests = new ArrayList<>(admission());
    if (target.operation().access().level() != Access.Level.DENIED) {
      tests.addAll(input());
      tests.addAll(failures());
    }
    return DynamicContainer.dynamicContainer(target.operation().id(), tests);
  }

  private List<DynamicTest> admission() {
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(test("without credentials", () -> expectAdmission(Credentials.NONE)));
    switch (target.operation().access().level()) {
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
    if (arguments.names().isEmpty()) {
      return tests;
    }
    InvalidInputs inputs = InvalidInputs.of(arguments);
    inputs.variants().stream()
        .map(each -> test("where " + each.what(), () -> whereInputIsValid(each.arguments())))
        .forEach(tests::add);
    inputs.invalid().stream()
        .map(each -> test("where " + each.what(), () -> whereInputIsInvalid(each.arguments())))
        .forEach(tests::add);
    inputs.invalid().stream()
        .filter(each -> streamed.contains(each.place().get(0)))
        .map(each -> test("where later " + each.what(), () -> whereLaterInputIsInvalid(each)))
        .forEach(tests::add);
    return tests;
  }

  private List<DynamicTest> failures() {
    List<DynamicTest> tests = new ArrayList<>();
    Stream.of(target.method().getExceptionTypes())
        .filter(DeclaredErrors::isDeclared)
        .map(error -> test("that throws " + error.getSimpleName(), () -> thatThrows(error)))
        .forEach(tests::add);
    tests.add(test("that throws what is not declared", this::thatThrowsWhatIsNotDeclared));
    if (target.form() != ResultForm.OTHER) {
      if (target.operation().timeout() != null) {
        tests.add(test("that takes too long", this::thatTakesTooLong));
      } else { // a deadline would be told in the same way
        tests.add(test("whose caller goes away", this::whoseCallerGoesAway));
      }
    }
    return tests;
  }

  private static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(name, body);
  }

  private void expectAdmission(Credentials caller) {
    everywhere.expect(
        Answer.of(target.refusal(caller).orElse(REACHED)), arguments, asking(caller, reached()));
  }

  private void whereInputIsValid(ObjectNode valid) {
    everywhere.expect(Answer.of(REACHED), arguments.with(valid), asking(rightCaller(), reached()));
  }

  private void whereInputIsInvalid(ObjectNode invalid) {
    everywhere.expectInvalid(arguments.with(invalid), asking(rightCaller(), reached()));
  }

  private void whereLaterInputIsInvalid(InvalidInputs.Input later) {
    everywhere.expectInvalid(
        arguments.with(arguments.first(), later.arguments()), asking(rightCaller(), reached()));
  }

  private void thatThrows(Class<?> error) {
    Optional<Throwable> instance = instances.of(error).map(Throwable.class::cast);
    Assumptions.assumeTrue(
        instance.isPresent(),
        () -> "Give an instance: error(" + error.getSimpleName() + ".class, () -> …)");
    Throwable thrown = instance.orElseThrow();
    Failure expected = api.calls().failure(target.operation().id(), thrown).failure();
    everywhere.expect(
        Answer.of(expected), arguments, asking(rightCaller(), (context, next) -> raise(thrown)));
  }

  private void thatThrowsWhatIsNotDeclared() {
    Map<String, String> headers =
        asking(
            rightCaller(),
            (context, next) -> {
              throw new IllegalStateException("What a conformance test throws, and nobody is told");
            });
    Map<String, Object> incident = Map.of("incident", Answer.INCIDENT);
    everywhere.expect(
        Answer.of(
            new Failure(StatusCode.INTERNAL, "INTERNAL", "Internal error", List.of(), incident)),
        arguments,
        headers);
  }

  private void thatTakesTooLong() {
    everywhere.expect(
        Answer.of(Failure.of(StatusCode.DEADLINE_EXCEEDED, "Deadline exceeded")),
        arguments,
        asking(rightCaller(), target.form().hanging()));
  }

  private void whoseCallerGoesAway() {
    CallInterceptor hanging = target.form().hanging();
    List<Abandoned> calls = new ArrayList<>();
    for (ProtocolClient client : everywhere.clients()) {
      CompletableFuture<CompletionStage<Void>> begun = new CompletableFuture<>();
      CallInterceptor fault =
          (context, next) -> {
            next.stream().ifPresent(Drain::of); // HTTP/1.1 tells nothing behind what is not read
            begun.complete(context.cancelled());
            return hanging.intercept(context, next);
          };
      PendingAnswer pending =
          client.send(target.operation(), arguments, asking(rightCaller(), fault));
      calls.add(new Abandoned(client.protocol(), pending, begun));
    }
    calls.forEach(Abandoned::abandonOnceBegun);
    calls.forEach(Abandoned::awaitCancellation);
  }

  /**
   * A call whose caller goes away.
   *
   * @param begun what the method is told of its cancellation by, once it has been reached
   */
  private record Abandoned(
      Protocol protocol, PendingAnswer pending, CompletableFuture<CompletionStage<Void>> begun) {
    void abandonOnceBegun() {
      pending.awaitBefore(begun, "The method was not reached by " + protocol);
      pending.abandon().run();
    }

    void awaitCancellation() {
      Patience.await(
          begun.join().toCompletableFuture(),
          "The method was not told that its caller had gone away, by " + protocol);
    }
  }

  private Credentials rightCaller() {
    return caller(target::admits);
  }

  private Credentials wrongCaller() {
    return caller(each -> !each.anonymous() && !each.admittedBy(target.operation().access()));
  }

  private Credentials caller(Predicate<Credentials> wanted) {
    Optional<Credentials> caller = callers.stream().filter(wanted).findFirst();
    Assumptions.assumeTrue(
        caller.isPresent(),
        () -> "Give a caller whom " + target.gates() + " admits, and one whom it does not");
    return caller.orElseThrow();
  }

  /** Tells that a method would have run; where it takes a stream, that it would have got it all. */
  private CallInterceptor reached() {
    return (context, next) -> {
      if (next.stream().isEmpty() || target.form() == ResultForm.OTHER) {
        throw REACHED.asException();
      }
      return target
          .form()
          .ending(
              Drain.of(next.stream().get())
                  .thenCompose(all -> CompletableFuture.failedFuture(REACHED.asException())));
    };
  }

  private static Object raise(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  private Map<String, String> asking(Credentials caller, CallInterceptor fault) {
    Map<String, String> headers = new HashMap<>(caller.headers());
    headers.put(Faults.HEADER, faults.add(target.placing().apply(fault)));
    return headers;
  }
}
