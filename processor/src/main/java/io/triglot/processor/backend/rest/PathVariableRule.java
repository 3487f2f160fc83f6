package io.triglot.processor.backend.rest;

import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A variable of a path is a parameter whose value is one piece of text. */
final class PathVariableRule implements RestRule {
  private static final Rule UNKNOWN = Rule.error("TriglotPathVariable");
  private static final Rule TYPE = Rule.error("TriglotPathVariableType");

  @Override
  public Stream<Diagnostic> check(RestTree tree) {
    return tree.methods()
        .flatMap(
            method ->
                method.pathVariables().stream()
                    .flatMap(variable -> check(tree, method, variable).stream()));
  }

  private static Optional<Diagnostic> check(
      RestTree tree, ResourceMethod method, PathVariable variable) {
    if (variable.parameter().isEmpty()) {
      return Optional.of(unknown(method, variable.name()));
    }
    Parameter parameter = variable.parameter().get();
    return ParameterTypes.isText(tree.model(), parameter.type())
        ? Optional.empty()
        : Optional.of(
            TYPE.at(
                parameter.origin(),
                "%s stands in the path %s, but its type is no scalar and no enum."
                    .formatted(parameter.origin(), method.path()),
                "Take {%s} out of the path.".formatted(variable.name())));
  }

  private static Diagnostic unknown(ResourceMethod method, String name) {
    List<String> arguments = method.operation().arguments().stream().map(Parameter::name).toList();
    String problem =
        "{%s} in %s is no parameter of %s."
            .formatted(name, method.route(), method.operation().origin());
    String remedy =
        arguments.isEmpty()
            ? "Add a parameter of that name, or take the variable out of the path."
            : "Name one of its parameters: %s."
                .formatted(
                    arguments.stream()
                        .map(PathTemplate::variable)
                        .collect(Collectors.joining(", ")));
    return UNKNOWN.at(method.origin(), problem, remedy);
  }
}
