package io.triglot.processor.backend.rest;

import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a query or a form carries is text, which may be absent and may repeat; not objects, not
 * maps.
 */
final class QueryParameterRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotQueryParameter");
  private static final Rule SOURCE = Rule.error("TriglotParameterSource");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return Stream.concat(tree.methods().flatMap(method -> queried(tree, method)), forms(tree));
  }

  private static Stream<Diagnostic> queried(RestTree tree, ResourceMethod method) {
    return method.queryParameters().stream()
        .filter(each -> !ParameterTypes.fitsQuery(tree.model(), each.type()))
        .map(each -> diagnostic(method, each));
  }

  private static Stream<Diagnostic> forms(RestTree tree) {
    return tree.methods()
        .filter(method -> method.body() instanceof RequestBody.Form)
        .flatMap(
            method ->
                ((RequestBody.Form) method.body())
                    .parameters().stream().flatMap(field -> form(tree, method, field).stream()));
  }

  private static Optional<Diagnostic> form(RestTree tree, ResourceMethod method, Parameter field) {
    if (!RestLowering.METHODS_WITH_BODY.contains(method.httpMethod())) {
      return Optional.of(
          SOURCE.at(
              field.origin(),
              field.origin() + " is a field of a form, but " + method.route() + " has no body.",
              "Use @QueryParam, or give the operation a route with a body."));
    }
    return Operation.isUpload(field.type()) || ParameterTypes.fitsQuery(tree.model(), field.type())
        ? Optional.empty()
        : Optional.of(
            SOURCE.at(
                field.origin(),
                field.origin()
                    + " is a field of a form, but its type is no scalar, no enum, and no list of"
                    + " these.",
                "Take the fields one by one, or a body that is JSON."));
  }

  private static Diagnostic diagnostic(ResourceMethod method, Parameter parameter) {
    boolean streamed = method.body() instanceof RequestBody.Lines;
    return RULE.at(
        parameter.origin(),
        "%s would be a query parameter of %s, %s, but its type is no scalar, no enum,"
                .formatted(
                    parameter.origin(),
                    method.route(),
                    streamed ? "whose body is a stream of values" : "which has no body")
            + " and no list of these.",
        streamed
            ? "Take its values one by one, or offer the operation on gRPC only."
            : "Give the operation a route with a body: @ApiOperation(\"POST %s\")."
                .formatted(method.path()));
  }
}
