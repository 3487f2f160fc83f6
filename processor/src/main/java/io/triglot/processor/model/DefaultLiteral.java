package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.math.BigDecimal;

/** A default value, as contracts show it. */
public sealed interface DefaultLiteral {
  /** Text, dates and all that travels as text included. */
  record Text(String value) implements DefaultLiteral {}

  /** A number, with the digits that the user wrote. */
  record Number(BigDecimal value) implements DefaultLiteral {}

  /** True or false. */
  record Flag(boolean value) implements DefaultLiteral {}

  /** A constant of an enum. */
  record Constant(EnumType type, EnumType.Constant constant) implements DefaultLiteral {}

  /**
   * The literal.
   *
   * @param type of a single value
   * @param text of a value of the type
   */
  static DefaultLiteral of(ApiModel model, TypeRef type, String text) {
    TypeRef present = type.present();
    if (present instanceof ConvertedRef converted) {
      return of(model, converted.carrier(), text);
    }
    if (present instanceof FormattedRef formatted) {
      return of(model, formatted.scalar(), text);
    }
    if (present instanceof NamedRef named) {
      EnumType constants = (EnumType) model.definition(named);
      return new Constant(
          constants,
          constants.constants().stream()
              .filter(constant -> constant.name().equals(text))
              .findFirst()
              .orElseThrow());
    }
    return switch (((ScalarRef) present).scalar()) {
      case BOOLEAN -> new Flag(Boolean.parseBoolean(text));
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, BIG_DECIMAL, BIG_INTEGER ->
          new Number(new BigDecimal(text));
      default -> new Text(text);
    };
  }
}
