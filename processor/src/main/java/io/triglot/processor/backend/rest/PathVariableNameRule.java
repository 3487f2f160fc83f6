package io.triglot.processor.backend.rest;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A path that several services share has one name for each of its variables, because OpenAPI has
 * one path item for it. Within a service the lowering sees to it.
 */
final class PathVariableNameRule implements RestRule {
  private static final Rule RULE = Rule.error("TriglotPathVariableName");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, ResourceMethod> firsts = new HashMap<>();
    tree.methods()
        .forEach(
            method -> {
              ResourceMethod first = firsts.putIfAbsent(method.path().shape(), method);
              if (first != null && !first.path().equals(method.path())) {
                diagnostics.add(diagnostic(first, method));
              }
            });
    return diagnostics.stream();
  }

  private static Diagnostic diagnostic(ResourceMethod first, ResourceMethod method) {
    return RULE.at(
        method.origin(),
        "%s of %s and %s of %s are one path, but name its variables differently."
            .formatted(
                first.path(),
                first.operation().origin(),
                method.path(),
                method.operation().origin()),
        "Name the parameters alike, by @ApiField(name) where Java's names are to stay.");
  }
}
