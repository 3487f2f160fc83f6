package io.triglot.processor.frontend;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What JAX-RS makes of values that are text in a request, and of those that are absent. */
final class ParameterTypes {
  private ParameterTypes() {}

  /** The type of what callers send: what JAX-RS never leaves null cannot be left out. */
  static TypeRef sent(TypeRef type, Source source, boolean otherwise) {
    if (source instanceof Source.PathVariable || type.carrier() instanceof ListRef) {
      return type.present();
    }
    return otherwise && !(type instanceof OptionalRef) ? nullable(type) : type;
  }

  /** The type of a value that may be left out. */
  static TypeRef nullable(TypeRef type) {
    if (type instanceof ScalarRef scalar) {
      return TypeRef.boxed(scalar, true);
    }
    if (type instanceof ConvertedRef converted) {
      return new ConvertedRef(
          converted.java(), nullable(converted.carrier()), converted.conversion());
    }
    return type instanceof NamedRef named ? new NamedRef(named.name(), true) : type;
  }

  /** Whether it is one value of text, not several. */
  static boolean isSingle(TypeRef type) {
    TypeRef present = type.present();
    return present.carrier() instanceof ScalarRef scalar
            && !scalar.scalar().isStructured()
            && scalar.scalar() != Scalar.BYTES
        || present instanceof NamedRef;
  }

  /** The text that stands for an absent value of a primitive type, which cannot be null. */
  static Optional<String> absent(TypeRef type) {
    if (!(type instanceof ScalarRef scalar) || !scalar.primitive()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (scalar.scalar()) {
          case BOOLEAN -> "false";
          case CHAR -> "\0";
          default -> "0";
        });
  }

  /** Whether the text is a value of the type, as far as that can be told. */
  static boolean isValue(TypeRef type, TypeMirror java, String text) {
    if (type instanceof OptionalRef || type.carrier() instanceof ListRef) {
      return !(java instanceof DeclaredType declared)
          || declared.getTypeArguments().isEmpty()
          || isValue(
              type instanceof OptionalRef optional
                  ? optional.value()
                  : ((ListRef) type.carrier()).element(),
              declared.getTypeArguments().get(0),
              text);
    }
    if (type instanceof NamedRef) {
      return java instanceof DeclaredType declared && hasConstant(declared.asElement(), text);
    }
    return !(type instanceof ScalarRef scalar) || isValue(scalar.scalar(), text);
  }

  /** Whether the text is a value of the type, and nothing else would be read for it. */
  static boolean isExactly(TypeRef type, TypeMirror java, String text) {
    if (type.present().carrier() instanceof ScalarRef scalar) {
      return scalar.scalar() == Scalar.BOOLEAN
          ? text.equals("true") || text.equals("false")
          : isValue(scalar.scalar(), text);
    }
    return isValue(type, java, text);
  }

  private static boolean hasConstant(Element type, String name) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .anyMatch(constant -> constant.getSimpleName().contentEquals(name));
  }

  private static boolean isValue(Scalar scalar, String text) {
    try {
      switch (scalar) {
        case BYTE -> Byte.parseByte(text);
        case SHORT -> Short.parseShort(text);
        case INT -> Integer.parseInt(text);
        case LONG -> Long.parseLong(text);
        case FLOAT -> {
          return Float.isFinite(new BigDecimal(text).floatValue());
        }
        case DOUBLE -> {
          return Double.isFinite(new BigDecimal(text).doubleValue());
        }
        case BIG_DECIMAL -> new BigDecimal(text);
        case BIG_INTEGER -> new BigInteger(text);
        case CHAR -> {
          return text.length() == 1;
        }
        case UUID -> {
          return java.util.UUID.fromString(text).toString().equalsIgnoreCase(text);
        }
        default -> parse(scalar, text);
      }
      return true;
    } catch (IllegalArgumentException | DateTimeException | MalformedURLException e) {
      return false;
    }
  }

  /** Reads a text as what it says, where it is more than letters. */
  private static Object parse(Scalar scalar, String text) throws MalformedURLException {
    return switch (scalar) {
      case INSTANT -> Instant.parse(text);
      case DURATION -> Duration.parse(text);
      case LOCAL_DATE -> LocalDate.parse(text);
      case LOCAL_TIME -> LocalTime.parse(text);
      case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
      case OFFSET_TIME -> OffsetTime.parse(text);
      case OFFSET_DATE_TIME -> OffsetDateTime.parse(text);
      case ZONED_DATE_TIME -> ZonedDateTime.parse(text);
      case YEAR -> Year.parse(text);
      case YEAR_MONTH -> YearMonth.parse(text);
      case MONTH_DAY -> MonthDay.parse(text);
      case PERIOD -> Period.parse(text);
      case ZONE_ID -> ZoneId.of(text);
      case ZONE_OFFSET -> ZoneOffset.of(text);
      case DAY_OF_WEEK -> DayOfWeek.valueOf(text);
      case MONTH -> Month.valueOf(text);
      case URI -> URI.create(text);
      case URL -> URI.create(text).toURL();
      case LOCALE -> new Locale.Builder().setLanguageTag(text);
      case CURRENCY -> Currency.getInstance(text);
      default -> text;
    };
  }
}
