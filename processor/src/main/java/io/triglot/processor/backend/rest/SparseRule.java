package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.stream.Stream;

/** Only of what is read, and has fields, can some be asked for. */
final class SparseRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotSparse");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree.methods().filter(ResourceMethod::isSparse).flatMap(method -> check(tree, method));
  }

  private static Stream<Diagnostic> check(RestTree tree, ResourceMethod method) {
    boolean taken =
        method.queryParameters().stream()
            .anyMatch(each -> each.name().equals(SparseFields.PARAMETER));
    String problem =
        !method.httpMethod().equals("GET")
            ? "it is " + method.route() + ", and no GET"
            : SparseFields.type(tree.model(), method.operation().result()).isEmpty()
                ? "its result has none"
                : taken ? "it has a parameter fields itself" : "";
    return problem.isEmpty()
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                method.operation().origin(),
                "Callers of "
                    + method.operation().origin()
                    + " cannot ask for fields: "
                    + problem
                    + ".",
                "Leave sparse = true away."));
  }
}
