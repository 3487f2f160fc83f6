package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import java.util.stream.Stream;

/** Only beside what is read, and waited for, can batched fields be asked for. */
final class ExpandRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotExpand");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree.resources().stream()
        .flatMap(
            resource ->
                resource.methods().stream()
                    .filter(ResourceMethod::isExpandable)
                    .flatMap(method -> check(tree, resource.service(), method)));
  }

  private static Stream<Diagnostic> check(RestTree tree, Service service, ResourceMethod method) {
    String problem = problem(new Expansions(tree.model(), service), method);
    return problem.isEmpty()
        ? Stream.empty()
        : Stream.of(
            RULE.at(
                method.operation().origin(),
                "Callers of "
                    + method.operation().origin()
                    + " cannot ask for batched fields: "
                    + problem
                    + ".",
                "Leave expand = true away."));
  }

  private static String problem(Expansions expansions, ResourceMethod method) {
    if (!method.httpMethod().equals("GET")) {
      return "it is " + method.route() + ", and no GET";
    }
    if (method.operation().form() != ResultForm.VALUE) {
      return "it does not return its result itself, but later";
    }
    if (!method.operation().blocking()) {
      return "it is said not to block, which loading may";
    }
    if (expansions.type(method.operation().result()).filter(expansions::isExpandable).isEmpty()) {
      return "its result has none whose @ApiBatch method is in "
          + expansions.service().name()
          + ", takes nothing but the parents and returns the values";
    }
    return method.queryParameters().stream()
            .anyMatch(each -> each.name().equals(Expansions.PARAMETER))
        ? "it has a parameter expand itself"
        : "";
  }
}
