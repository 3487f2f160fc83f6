package io.triglot.processor.frontend;

import io.triglot.processor.model.JsonFormat;
import io.triglot.processor.model.JsonFormat.Count;
import io.triglot.processor.model.JsonFormat.Pattern;
import io.triglot.processor.model.JsonFormat.Text;
import io.triglot.processor.model.JsonFormat.Unit;
import io.triglot.processor.model.JsonPatterns;
import io.triglot.processor.model.JsonTypes;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads what {@code @JsonFormat} on a property says of the scalars in it. */
final class JsonFormatReader {
  private static final String DEFAULT = "##default";
  private final Findings findings;
  private final JacksonGaps gaps;

  JsonFormatReader(Findings findings, JacksonGaps gaps) {
    this.findings = findings;
    this.gaps = gaps;
  }

  /** The type of a property in JSON. */
  TypeRef read(TypeRef type, Collection<? extends Element> declarations, Origin property) {
    return Jackson.findAll(declarations, "JsonFormat")
        .findFirst()
        .map(annotation -> read(type, annotation, property))
        .orElse(type);
  }

  private TypeRef read(TypeRef type, Annotated annotation, Origin property) {
    String shape = annotation.constants("shape").stream().findFirst().orElse("ANY");
    String pattern = annotation.text("pattern");
    boolean date = isDate(type);
    TypeRef read =
        JsonTypes.formatted(
            type,
            scalar ->
                pattern.isEmpty() || shape.startsWith("NUMBER")
                    ? shaped(scalar, shape, date)
                    : patterned(scalar, annotation, date, property));
    boolean changes = !pattern.isEmpty() || !shape.matches("ANY|NATURAL");
    if (changes
        && read.equals(type)
        && !(shape.equals("STRING") && pattern.isEmpty() && isText(type))) {
      gaps.report("JsonFormat", property);
    }
    return read;
  }

  private static Optional<JsonFormat> shaped(ScalarRef type, String shape, boolean date) {
    Scalar scalar = type.scalar();
    if (shape.equals("STRING")) {
      return switch (scalar) {
        case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, BIG_DECIMAL, BIG_INTEGER ->
            Optional.of(new Text());
        default -> Optional.empty();
      };
    }
    boolean counted = scalar == Scalar.INSTANT || scalar == Scalar.DURATION;
    boolean millis = scalar == Scalar.INSTANT && (date || shape.equals("NUMBER_INT"));
    return counted && shape.startsWith("NUMBER")
        ? Optional.of(new Count(millis ? Unit.MILLIS : Unit.SECONDS))
        : Optional.empty();
  }

  private Optional<JsonFormat> patterned(
      ScalarRef type, Annotated annotation, boolean date, Origin property) {
    if (!JsonPatterns.apply(type.scalar())) {
      return Optional.empty();
    }
    String zone = told(annotation, "timezone").orElse(date ? "UTC" : "");
    String locale = told(annotation, "locale").orElse("en").replace('_', '-');
    Pattern pattern = new Pattern(annotation.text("pattern"), zone, locale);
    try {
      JsonPatterns.example(type.scalar(), pattern);
    } catch (DateTimeException | IllegalArgumentException e) {
      findings.report(
          TypeRules.DATE_PATTERN,
          property,
          property
              + " cannot be written and read as \""
              + pattern.pattern()
              + "\": "
              + String.valueOf(e.getMessage()).replaceAll("[.]?$", "")
              + ".",
          zone.isEmpty() && type.scalar() == Scalar.INSTANT
              ? "Correct the pattern, and name the time zone: @JsonFormat(timezone = \"UTC\")."
              : "Correct the pattern.");
    }
    return Optional.of(pattern);
  }

  private static Optional<String> told(Annotated annotation, String member) {
    return Optional.of(annotation.text(member))
        .filter(text -> !text.isEmpty() && !text.equals(DEFAULT));
  }

  /** Whether it is Jackson's other kind of date, which has UTC and milliseconds of its own. */
  private static boolean isDate(TypeRef use) {
    TypeRef type = use instanceof TypeRef.ListRef list ? list.element() : use;
    return type instanceof ConvertedRef converted
        && converted.java() instanceof JavaType.Declared declared
        && declared.name().canonical().equals("java.util.Date");
  }

  /** Whether it is text in any case. */
  private static boolean isText(TypeRef type) {
    return type.present().carrier() instanceof ScalarRef scalar
        && switch (scalar.scalar()) {
          case BOOLEAN, JSON, JSON_OBJECT -> false;
          default -> true;
        };
  }
}
