package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.Argument.DefaultValue;
import io.triglot.processor.model.Argument.Received;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;

/**
 * Java expressions of what a resource method is given.
 *
 * @param names the variables that have the values of the operation's parameters
 */
record ArgumentCode(Operation operation, NameAllocator names) {
  CodeBlock of(Argument argument) {
    Received received = (Received) argument;
    return received(received);
  }

  private CodeBlock received(Received received) {
    Parameter parameter =
        operation.arguments().stream()
            .filter(each -> each.javaName().equals(received.parameter()))
            .findFirst()
            .orElseThrow();
    CodeBlock value = CodeBlock.of("$N", names.get(parameter));
    return received.otherwise().map(text -> orDefault(parameter, value, text)).orElse(value);
  }

  private static CodeBlock orDefault(Parameter parameter, CodeBlock value, DefaultValue text) {
    CodeBlock otherwise = DefaultCode.of(text.type(), text.text());
    if (parameter.type().carrier() instanceof ListRef) {
      return CodeBlock.of("$1L.isEmpty() ? $2L : $1L", value, otherwise);
    }
    return parameter.type() instanceof OptionalRef optional
        ? CodeBlock.of(
            "$1L.isEmpty() ? $2L : $1L", value, OptionalCode.ofNullable(optional, otherwise))
        : CodeBlock.of("$1L == null ? $2L : $1L", value, otherwise);
  }
}
