package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.diagnostic.Suggestion;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Route;
import io.triglot.processor.model.Source;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each variable in a route has a parameter of its name. */
final class PathVariableRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotPathVariable");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return model.services().stream()
        .flatMap(service -> service.operations().stream())
        .flatMap(operation -> operation.route().stream().flatMap(route -> check(operation, route)));
  }

  private static Stream<Diagnostic> check(Operation operation, Route route) {
    List<String> names = operation.arguments().stream().map(PathVariableRule::name).toList();
    return VARIABLE
        .matcher(route.path())
        .results()
        .filter(found -> !names.contains(found.group(1)))
        .map(
            found ->
                RULE.at(
                    route.origin(),
                    "The route of "
                        + operation.origin()
                        + " has at character "
                        + (route.method().length() + found.start() + 2)
                        + " a variable {"
                        + found.group(1)
                        + "}, but there is no parameter of that name.",
                    Suggestion.among(names, found.group(1))
                        .map(known -> "Did you mean {" + known + "}?")
                        .orElse("Add the parameter, or remove the variable.")));
  }

  private static String name(Parameter parameter) {
    return parameter
        .source()
        .filter(Source.PathVariable.class::isInstance)
        .map(source -> ((Source.PathVariable) source).name())
        .orElse(parameter.name());
  }
}
