package io.triglot.processor.backend.rest;

import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Source;
import java.util.stream.Stream;

/** A stream of values is the whole body of a request: there is one, and no form in it. */
final class StreamedBodyRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotStreamedParameters");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree.methods()
        .filter(method -> method.body() instanceof RequestBody.Lines)
        .flatMap(
            method ->
                RestLowering.METHODS_WITH_BODY.contains(method.httpMethod())
                    ? fields(method)
                    : Stream.of(bodiless(method)));
  }

  private static Diagnostic bodiless(ResourceMethod method) {
    Parameter stream = ((RequestBody.Lines) method.body()).parameter();
    return RULE.at(
        stream.origin(),
        stream.origin()
            + " is a stream of values, but "
            + method.route()
            + " has no body to send it in.",
        "Give the operation a route with a body: @ApiOperation(\"POST %s\")."
            .formatted(method.path()));
  }

  private static Stream<Diagnostic> fields(ResourceMethod method) {
    return method.operation().arguments().stream()
        .filter(each -> each.isFrom(Source.Form.class))
        .map(
            each ->
                RULE.at(
                    each.origin(),
                    each.origin()
                        + " is a field of a form, but the body of "
                        + method.route()
                        + " is a stream of values.",
                    "Use @QueryParam."));
  }
}
