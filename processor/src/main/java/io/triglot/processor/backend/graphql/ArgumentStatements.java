package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.WholeCode;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Parameter;
import java.util.List;

/** Java statements that read the arguments of a field into variables. */
final class ArgumentStatements {
  private ArgumentStatements() {}

  /**
   * The statements; each variable has the name of the parameter.
   *
   * @param arguments what the contract has
   * @param wholes the parameters that are made of several arguments
   */
  static CodeBlock of(LocalNames names, List<Parameter> arguments, List<Parameter> wholes) {
    return of(names, arguments, CodeBlock.of(""), wholes);
  }

  /**
   * The statements, where what the wholes are made of is not arguments alone.
   *
   * @param others the statements for what comes from elsewhere
   */
  static CodeBlock of(
      LocalNames names, List<Parameter> arguments, CodeBlock others, List<Parameter> wholes) {
    CodeBlock.Builder statements = CodeBlock.builder();
    for (Parameter argument : arguments) {
      statements.add(
          "$T $L = $L;\n",
          JavaTypes.of(argument.type()),
          argument.javaName(),
          InputExpressions.read(
              CodeBlock.of("$L", names.arguments()),
              ExactNames.graphql(argument.exact(), argument.name()),
              argument.type()));
    }
    statements.add(others);
    wholes.forEach(
        whole ->
            statements.add(
                WholeCode.made(
                    whole, whole.javaName(), part -> CodeBlock.of("$L", part.javaName()))));
    return statements.build();
  }
}
