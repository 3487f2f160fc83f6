package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.Mutator;
import java.util.List;
import java.util.function.Function;

/** Java code that makes instances of the user's types, and reads and sets their properties. */
public final class Instances {
  private Instances() {}

  /** The expression that reads a property. */
  public static CodeBlock read(String instance, Accessor accessor) {
    return CodeBlock.of("$L.$L", instance, accessor.expression());
  }

  /** The statement, without its semicolon, that sets a property. */
  public static CodeBlock set(String instance, Mutator mutator, CodeBlock value) {
    return switch (mutator.kind()) {
      case METHOD -> CodeBlock.of("$L.$L($L)", instance, mutator.member(), value);
      case FIELD -> CodeBlock.of("$L.$L = $L", instance, mutator.member(), value);
      case ARGUMENT -> throw new IllegalArgumentException(mutator + " is set with the others");
    };
  }

  /** What stands before the arguments: {@code new Product} or {@code Product.of}. */
  public static CodeBlock callee(Creation creation, TypeName type) {
    boolean own = JavaTypes.rawType(type).equals(JavaTypes.className(creation.owner()));
    TypeName owner = own ? type : JavaTypes.className(creation.owner());
    return creation
        .factory()
        .map(method -> CodeBlock.of("$T.$L", JavaTypes.rawType(owner), method))
        .orElseGet(() -> CodeBlock.of("new $T", owner));
  }

  /**
   * The arguments of the call.
   *
   * @param value gives the value of a property, by its name in Java
   */
  public static List<CodeBlock> arguments(Creation creation, Function<String, CodeBlock> value) {
    return creation.arguments().stream().map(argument -> argument(argument, value)).toList();
  }

  private static CodeBlock argument(Argument argument, Function<String, CodeBlock> value) {
    if (argument instanceof Argument.Property property) {
      return value.apply(property.javaName());
    }
    if (argument instanceof Argument.Part part) {
      TypeName type = JavaTypes.className(part.creation().owner());
      return CodeBlock.of(
          "$L<>($L)",
          callee(part.creation(), type),
          CodeBlock.join(arguments(part.creation(), value), ",$W"));
    }
    return CodeBlock.of("$L", ((Argument.Literal) argument).java());
  }

  /** The type of the variable that holds what the call makes. */
  public static TypeName variable(Creation creation, TypeName type) {
    return creation
        .builder()
        .<TypeName>map(builder -> JavaTypes.className(builder.type()))
        .orElse(type);
  }

  /** The instance, when all is set. */
  public static CodeBlock finished(Creation creation, String variable) {
    return creation
        .builder()
        .map(builder -> CodeBlock.of("$L.$L()", variable, builder.build()))
        .orElseGet(() -> CodeBlock.of("$L", variable));
  }
}
