package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Of two paths that match the same request, one is the more special; JAX-RS, OpenAPI and we would
 * choose differently otherwise.
 */
final class AmbiguousRouteRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotAmbiguousRoute");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    List<ResourceMethod> methods = tree.methods().toList();
    return IntStream.range(0, methods.size())
        .boxed()
        .flatMap(
            i ->
                methods.subList(0, i).stream()
                    .filter(other -> other.path().isAmbiguousWith(methods.get(i).path()))
                    .limit(1)
                    .map(other -> diagnostic(other, methods.get(i))));
  }

  private static Diagnostic diagnostic(ResourceMethod other, ResourceMethod method) {
    return RULE.at(
        method.origin(),
        "A request can match both %s of %s and %s of %s, and neither is the more special one."
            .formatted(
                other.path(),
                other.operation().origin(),
                method.path(),
                method.operation().origin()),
        "Give one of them another literal segment.");
  }
}
