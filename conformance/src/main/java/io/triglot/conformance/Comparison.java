package io.triglot.conformance;

import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/**
 * Calls an operation on all protocols on which it is offered.
 *
 * @param clients a client of each of them
 */
record Comparison(OperationDescriptor operation, List<ProtocolClient> clients) {

  /** Fails unless every protocol gives the expected answer. */
  void expect(Answer expected, Arguments arguments, Map<String, String> headers) {
    check(expected.toString(), ask(arguments, headers), expected::equals);
  }

  /** Fails unless all protocols give one and the same answer. */
  void expectTheSame(Arguments arguments, Map<String, String> headers) {
    SortedMap<Protocol, Answer> answers = ask(arguments, headers);
    Answer first = answers.get(answers.firstKey());
    check("the same everywhere", answers, answer -> answer.equals(first));
  }

  /**
   * Fails unless every protocol that can say the arguments refuses them with INVALID_ARGUMENT, and
   * those that name what is at fault name the same.
   */
  void expectInvalid(Arguments arguments, Map<String, String> headers) {
    SortedMap<Protocol, Answer> answers = ask(arguments, headers);
    check("INVALID_ARGUMENT", answers, answer -> answer.code().equals("INVALID_ARGUMENT"));
    List<List<String>> places =
        answers.values().stream()
            .map(answer -> answer.fields().stream().map(Comparison::last).sorted().toList())
            .filter(fields -> !fields.equals(List.of(""))) // the whole body of a request on REST
            .filter(fields -> !fields.isEmpty())
            .toList();
    check("the same field at fault", answers, answer -> places.stream().distinct().count() <= 1);
  }

  private SortedMap<Protocol, Answer> ask(Arguments arguments, Map<String, String> headers) {
    SortedMap<Protocol, Answer> answers = new TreeMap<>();
    for (ProtocolClient client : clients) {
      try {
        answers.put(client.protocol(), client.send(operation, arguments, headers).await());
      } catch (InexpressibleException nobodyCanSayItThere) {
        // Then it cannot be said to a method either.
      }
    }
    Assumptions.assumeFalse(answers.isEmpty(), () -> "No protocol can say " + arguments.messages());
    return answers;
  }

  private void check(
      String expected, SortedMap<Protocol, Answer> answers, Predicate<Answer> right) {
    if (!answers.values().stream().allMatch(right)) {
      String told =
          answers.entrySet().stream()
              .map(each -> "\n  " + each.getKey() + ": " + each.getValue())
              .collect(Collectors.joining());
      throw new AssertionFailedError(
          operation.id() + "\n  expected: " + expected + told, expected, answers);
    }
  }

  /** The last part of a path: that of a body on REST has no argument's name in front. */
  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
