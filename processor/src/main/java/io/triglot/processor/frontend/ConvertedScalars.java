package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JDK's types that are other scalars in Java's older or plainer clothes. */
final class ConvertedScalars {
  private static final Map<String, OptionalRef> OPTIONALS =
      Map.of(
          "java.util.OptionalInt", optional(Scalar.INT, OptionalForm.INT),
          "java.util.OptionalLong", optional(Scalar.LONG, OptionalForm.LONG),
          "java.util.OptionalDouble", optional(Scalar.DOUBLE, OptionalForm.DOUBLE));

  private static final JavaName CHAR_SEQUENCE = JavaName.of("java.lang", "CharSequence");
  private static final JavaName DATE = JavaName.of("java.util", "Date");

  private static final String JACKSON = "com.fasterxml.jackson.databind";
  private static final JavaName NODE = JavaName.of(JACKSON, "JsonNode");
  private static final JavaName OBJECT_NODE = JavaName.of(JACKSON + ".node", "ObjectNode");
  private static final JavaName VALUES = JavaName.of("io.triglot.runtime", "JsonValues");

  private static final Map<JavaName, Conversion> CONVERSIONS =
      Map.of(
          NODE,
          Conversion.total(
              new Step.StaticMethod(VALUES, "of"), new Step.StaticMethod(VALUES, "node")),
          OBJECT_NODE,
          Conversion.total(
              new Step.StaticMethod(VALUES, "ofNode"), new Step.StaticMethod(VALUES, "objectNode")),
          CHAR_SEQUENCE,
          Conversion.total(new Step.InstanceMethod(CHAR_SEQUENCE, "toString"), new Step.Identity()),
          DATE,
          Conversion.partial(
              new Step.InstanceMethod(DATE, "toInstant"),
              new Step.StaticMethod(DATE, "from"),
              "a date and time within 292 million years of 1970"));

  private ConvertedScalars() {}

  /** The use of such a type; empty for any other. */
  static Optional<TypeRef> find(String javaClass, boolean nullable) {
    return switch (javaClass) {
      case "java.lang.CharSequence" ->
          Optional.of(converted(CHAR_SEQUENCE, Scalar.STRING, nullable));
      case "com.fasterxml.jackson.databind.JsonNode" ->
          Optional.of(converted(NODE, Scalar.JSON, nullable));
      case "com.fasterxml.jackson.databind.node.ObjectNode" ->
          Optional.of(converted(OBJECT_NODE, Scalar.JSON_OBJECT, nullable));
      case "java.util.Date" -> Optional.of(converted(DATE, Scalar.INSTANT, nullable));
      default -> Optional.ofNullable(OPTIONALS.get(javaClass));
    };
  }

  private static TypeRef converted(JavaName type, Scalar carrier, boolean nullable) {
    return new ConvertedRef(
        new JavaType.Declared(type, List.of()),
        new ScalarRef(carrier, false, nullable),
        Optional.ofNullable(CONVERSIONS.get(type)).orElseThrow());
  }

  private static OptionalRef optional(Scalar number, OptionalForm form) {
    return new OptionalRef(new ScalarRef(number, false, false), form);
  }
}
