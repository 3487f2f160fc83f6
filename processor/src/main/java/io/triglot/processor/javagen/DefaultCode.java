package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Java expressions of the values that the texts of default values mean. */
public final class DefaultCode {
  private DefaultCode() {}

  /** The value that the text means; a collection or an optional has just that one. */
  public static CodeBlock of(TypeRef type, String text) {
    if (type instanceof OptionalRef optional) {
      return of(optional.value(), text);
    }
    if (type instanceof ListRef list) {
      return CodeBlock.of("$T.of($L)", collection(list), of(list.element(), text));
    }
    if (type instanceof ConvertedRef converted) {
      Conversion conversion = converted.conversion();
      return ConversionCode.apply(conversion.read(), of(converted.carrier(), text));
    }
    return type instanceof NamedRef named
        ? CodeBlock.of("$T.$L", JavaTypes.className(named.name()), text)
        : scalar(((ScalarRef) type).scalar(), text);
  }

  private static Class<?> collection(ListRef list) {
    return list.container() == TypeRef.Container.SET ? Set.class : List.class;
  }

  private static CodeBlock scalar(Scalar scalar, String text) {
    ClassName type = ClassName.bestGuess(scalar.javaClass());
    return switch (scalar) {
      case BOOLEAN -> CodeBlock.of("$L", Boolean.parseBoolean(text));
      case INT -> CodeBlock.of("$L", Integer.parseInt(text));
      case BYTE -> CodeBlock.of("(byte) $L", Byte.parseByte(text));
      case SHORT -> CodeBlock.of("(short) $L", Short.parseShort(text));
      case LONG -> CodeBlock.of("$LL", Long.parseLong(text));
      case FLOAT -> CodeBlock.of("$LF", new BigDecimal(text).toPlainString());
      case DOUBLE -> CodeBlock.of("$LD", new BigDecimal(text).toPlainString());
      case CHAR -> CodeBlock.of("$S.charAt(0)", text);
      case STRING -> CodeBlock.of("$S", text);
      case BIG_DECIMAL, BIG_INTEGER -> CodeBlock.of("new $T($S)", type, text);
      case URL -> CodeBlock.of("$T.URL.parse($S)", JavaTypes.TEXT_SCALAR, text);
      case UUID -> CodeBlock.of("$T.fromString($S)", type, text);
      case URI -> CodeBlock.of("$T.create($S)", type, text);
      case LOCALE -> CodeBlock.of("$T.forLanguageTag($S)", type, text);
      case CURRENCY -> CodeBlock.of("$T.getInstance($S)", type, text);
      case ZONE_ID, ZONE_OFFSET -> CodeBlock.of("$T.of($S)", type, text);
      case DAY_OF_WEEK, MONTH -> CodeBlock.of("$T.valueOf($S)", type, text);
      default -> CodeBlock.of("$T.parse($S)", type, text);
    };
  }

  /** A function from the text of one value to the value. */
  static CodeBlock reader(TypeRef type) {
    TypeRef present = type.present();
    if (present instanceof ConvertedRef converted) {
      return ConversionCode.function(converted.conversion().read());
    }
    if (present instanceof NamedRef named) {
      return CodeBlock.of("$T::valueOf", JavaTypes.className(named.name()));
    }
    Scalar scalar = ((ScalarRef) present).scalar();
    ClassName java = ClassName.bestGuess(scalar.javaClass());
    return switch (scalar) {
      case STRING -> CodeBlock.of("text -> text");
      case CHAR -> CodeBlock.of("text -> text.charAt(0)");
      case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DAY_OF_WEEK, MONTH ->
          CodeBlock.of("$T::valueOf", java);
      case BIG_DECIMAL, BIG_INTEGER -> CodeBlock.of("$T::new", java);
      case UUID -> CodeBlock.of("$T::fromString", java);
      case URI -> CodeBlock.of("$T::create", java);
      case LOCALE -> CodeBlock.of("$T::forLanguageTag", java);
      case CURRENCY -> CodeBlock.of("$T::getInstance", java);
      case ZONE_ID, ZONE_OFFSET -> CodeBlock.of("$T::of", java);
      default -> CodeBlock.of("$T::parse", java);
    };
  }
}
