package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.DefaultLiteral;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The default value of an argument or an input field.
 *
 * @param text the value, without quotes
 */
record DefaultValue(Kind kind, String text) {
  /** The kinds of literals, each with the class of graphql-java that it is. */
  enum Kind {
    INT("IntValue"),
    FLOAT("FloatValue"),
    STRING("StringValue"),
    BOOLEAN("BooleanValue"),
    ENUM("EnumValue");

    private final ClassName type;

    Kind(String type) {
      this.type = ClassName.get("graphql.language", type);
    }
  }

  /** The default of a value of this type. */
  static DefaultValue of(ApiModel model, TypeUse use, TypeRef type, String text) {
    DefaultLiteral literal = DefaultLiteral.of(model, type, text);
    if (literal instanceof DefaultLiteral.Constant constant) {
      return new DefaultValue(
          Kind.ENUM, ExactNames.graphql(constant.constant().exact(), constant.constant().name()));
    }
    Kind kind = use instanceof ScalarUse scalar ? kind(scalar.scalar()) : Kind.STRING;
    return new DefaultValue(
        kind,
        switch (kind) {
          case INT -> new BigDecimal(text).toBigInteger().toString();
          case FLOAT -> new BigDecimal(text).toString();
          default -> text;
        });
  }

  private static Kind kind(GraphQlScalar scalar) {
    return switch (scalar) {
      case INT, LONG, BIG_INTEGER -> Kind.INT;
      case FLOAT, BIG_DECIMAL -> Kind.FLOAT;
      case BOOLEAN -> Kind.BOOLEAN;
      default -> Kind.STRING;
    };
  }

  /** The value as SDL has it. */
  String sdl() {
    return kind == Kind.STRING ? SdlText.quoted(text) : text;
  }

  /** The value as an expression in Java. */
  CodeBlock java() {
    return switch (kind) {
      case INT ->
          new BigInteger(text).bitLength() < Integer.SIZE
              ? CodeBlock.of("$T.of($L)", kind.type, text)
              : CodeBlock.of(
                  "$T.newIntValue(new $T($S)).build()", kind.type, BigInteger.class, text);
      case FLOAT ->
          CodeBlock.of("$T.newFloatValue(new $T($S)).build()", kind.type, BigDecimal.class, text);
      case BOOLEAN -> CodeBlock.of("$T.of($L)", kind.type, text);
      case STRING, ENUM -> CodeBlock.of("$T.of($S)", kind.type, text);
    };
  }
}
