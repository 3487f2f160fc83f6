package io.triglot.processor.backend.rest;

import static java.util.stream.Collectors.groupingBy;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method and a path lead to one operation. */
final class DuplicateRouteRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotDuplicateRoute");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree
        .methods()
        .collect(
            groupingBy(
                method -> method.httpMethod() + " " + method.path().shape(),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .flatMap(DuplicateRouteRule::check);
  }

  private static Stream<Diagnostic> check(List<ResourceMethod> methods) {
    ResourceMethod first = methods.get(0);
    return methods.stream()
        .skip(1)
        .map(
            method ->
                RULE.at(
                    method.origin(),
                    "%s is declared by both %s and %s."
                        .formatted(
                            first.route(), first.operation().origin(), method.operation().origin()),
                    "Change the path of one of them: @ApiOperation(\"%s /…\")."
                        .formatted(method.httpMethod())));
  }
}
