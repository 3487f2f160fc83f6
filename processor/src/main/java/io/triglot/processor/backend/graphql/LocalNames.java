package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of what a generated method declares, none of which is one of the user's parameters,
 * whose names are kept.
 */
record LocalNames(Set<String> taken) {

  /** Names beside those of these parameters. */
  static LocalNames of(List<Parameter> parameters) {
    return new LocalNames(
        parameters.stream()
            .filter(parameter -> parameter.role() != Role.CONTEXT)
            .flatMap(parameter -> Stream.concat(Stream.of(parameter), parameter.parts().stream()))
            .map(Parameter::javaName)
            .collect(Collectors.toUnmodifiableSet()));
  }

  String request() {
    return Names.unused("request", taken);
  }

  String arguments() {
    return Names.unused("arguments", taken);
  }

  String unused(String wanted) {
    return Names.unused(wanted, taken);
  }

  String call() {
    return Names.unused("call", taken);
  }

  String value() {
    return Names.unused("value", taken);
  }

  String element() {
    return Names.unused("element", taken);
  }

  /** The call of the user's method. */
  CodeBlock invocation(String method, List<Parameter> parameters) {
    return CodeBlock.of(
        "$L.$L($L)",
        taken.contains("service") ? "this.service" : "service",
        method,
        parameters.stream()
            .map(
                parameter ->
                    parameter.role() == Role.CONTEXT
                        ? CodeBlock.of("$L.context()", call())
                        : CodeBlock.of("$L", parameter.javaName()))
            .collect(CodeBlock.joining(",$W")));
  }
}
