package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** Checks one thing about the REST tree. */
@FunctionalInterface
interface RestRule {
  /** All rules of REST. */
  List<RestRule> ALL =
      List.of(
          new DuplicateRouteRule(),
          new AmbiguousRouteRule(),
          new PathVariableRule(),
          new PathVariableNameRule(),
          new QueryParameterRule(),
          new StreamedBodyRule(),
          new SchemaNameRule(),
          new SparseRule(),
          new ExpandRule());

  /** The breaches found, in any order. */
  Stream<Diagnostic> check(RestTree tree);

  /** The breaches of all rules. */
  static List<Diagnostic> checkAll(RestTree tree) {
    return ALL.stream().flatMap(rule -> rule.check(tree)).toList();
  }
}
