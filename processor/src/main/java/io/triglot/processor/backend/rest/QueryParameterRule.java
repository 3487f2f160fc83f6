package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Parameter;
import java.util.stream.Stream;

/** What a query carries is text, which may be absent and may repeat; not objects, not maps. */
final class QueryParameterRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotQueryParameter");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree.methods()
        .flatMap(
            method ->
                method.queryParameters().stream()
                    .filter(each -> !ParameterTypes.fitsQuery(tree.model(), each.type()))
                    .map(each -> diagnostic(method, each)));
  }

  private static Diagnostic diagnostic(ResourceMethod method, Parameter parameter) {
    return RULE.at(
        parameter.origin(),
        "%s would be a query parameter of %s, which has no body, but its type is no scalar, no enum,"
                .formatted(parameter.origin(), method.route())
            + " and no list of these.",
        "Give the operation a route with a body: @ApiOperation(\"POST %s\")."
            .formatted(method.path()));
  }
}
