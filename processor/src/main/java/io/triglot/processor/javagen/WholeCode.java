package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import java.util.function.Function;

/** Java code for parameters that are a record, of which the contracts have the components. */
public final class WholeCode {
  private WholeCode() {}

  /**
   * The statement that makes the record, in a variable.
   *
   * @param value gives the expression of a part
   */
  public static CodeBlock made(
      Parameter whole, String variable, Function<Parameter, CodeBlock> value) {
    TypeName type = JavaTypes.of(whole.type());
    return CodeBlock.builder()
        .addStatement(
            "$T $N = new $T($L)",
            type,
            variable,
            type,
            whole.parts().stream().map(value).collect(CodeBlock.joining(",$W")))
        .build();
  }

  /**
   * The expression of what the contracts call an argument: a variable, or a part of one.
   *
   * @param variable gives the variable that holds a parameter of the method
   */
  public static CodeBlock argument(
      Operation operation, Parameter argument, Function<Parameter, String> variable) {
    return operation
        .wholeOf(argument)
        .map(whole -> CodeBlock.of("$N.$N()", variable.apply(whole), argument.javaName()))
        .orElseGet(() -> CodeBlock.of("$N", variable.apply(argument)));
  }
}
