package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.model.JsonInclusion;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which values of a member are left out, and what is read where nothing is. */
final class InclusionCode {
  private InclusionCode() {}

  /**
   * The condition for a value to be written; empty where all are.
   *
   * @param value the name of a variable
   */
  static Optional<CodeBlock> condition(JsonMember member, String value) {
    TypeRef type = member.type();
    JsonInclusion inclusion = member.inclusion();
    if (type instanceof OptionalRef) {
      return TypeRef.isPatch(type) || inclusion.compareTo(JsonInclusion.NON_ABSENT) >= 0
          ? Optional.of(CodeBlock.of("$L.isPresent()", value))
          : Optional.empty();
    }
    Optional<CodeBlock> there =
        inclusion != JsonInclusion.ALWAYS && type.nullable()
            ? Optional.of(CodeBlock.of("$L != null", value))
            : Optional.empty();
    List<CodeBlock> all =
        Stream.concat(there.stream(), full(type, inclusion, value).stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(CodeBlock.join(all, " && "));
  }

  /** What is read where a member that may not be null was left out, because it was empty. */
  static Optional<CodeBlock> substitute(JsonMember member) {
    return member.type().nullable() || full(member.type(), member.inclusion(), "value").isEmpty()
        ? Optional.empty()
        : Optional.of(made(member.type()));
  }

  /** What the reader would have made: collections that can be added to. */
  private static CodeBlock made(TypeRef type) {
    if (type instanceof ListRef list) {
      return CodeBlock.of(
          "new $T<>()", list.container() == Container.SET ? LinkedHashSet.class : ArrayList.class);
    }
    boolean map =
        type instanceof MapRef
            || type instanceof ScalarRef scalar && scalar.scalar() == Scalar.JSON_OBJECT;
    return map ? CodeBlock.of("new $T<>()", LinkedHashMap.class) : empty(type);
  }

  /** The condition for a value that is there; none where no value is an empty one. */
  private static Optional<CodeBlock> full(TypeRef type, JsonInclusion inclusion, String value) {
    if (inclusion.compareTo(JsonInclusion.NON_EMPTY) < 0) {
      return Optional.empty();
    }
    if (type instanceof ConvertedRef converted) {
      return full(converted, inclusion, value);
    }
    if (type instanceof ListRef list) {
      return Optional.of(
          list.container() == Container.ITERABLE
              ? CodeBlock.of("$L.iterator().hasNext()", value)
              : CodeBlock.of("!$L.isEmpty()", value));
    }
    if (type instanceof MapRef) {
      return Optional.of(CodeBlock.of("!$L.isEmpty()", value));
    }
    if (type instanceof FormattedRef formatted) {
      return full(formatted.scalar(), inclusion, value);
    }
    return type instanceof ScalarRef scalar
        ? full(scalar.scalar(), inclusion, value)
        : Optional.empty();
  }

  private static Optional<CodeBlock> full(
      ConvertedRef type, JsonInclusion inclusion, String value) {
    if (type.java() instanceof JavaType.Array) {
      return Optional.of(CodeBlock.of("$L.length > 0", value));
    }
    boolean holdsOthers = type.carrier() instanceof ListRef || type.carrier() instanceof MapRef;
    boolean known =
        type.java() instanceof JavaType.Declared declared
            && (declared.name().canonical().startsWith("java.util.") && holdsOthers
                || declared.name().canonical().equals("java.lang.CharSequence"));
    return known ? Optional.of(CodeBlock.of("!$L.isEmpty()", value)) : Optional.empty();
  }

  private static Optional<CodeBlock> full(Scalar scalar, JsonInclusion inclusion, String value) {
    return switch (scalar) {
      case STRING, JSON_OBJECT -> Optional.of(CodeBlock.of("!$L.isEmpty()", value));
      case BYTES -> Optional.of(CodeBlock.of("$L.length > 0", value));
      case BOOLEAN ->
          inclusion == JsonInclusion.NON_DEFAULT
              ? Optional.of(CodeBlock.of("$L", value))
              : Optional.empty();
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, CHAR ->
          inclusion == JsonInclusion.NON_DEFAULT
              ? Optional.of(CodeBlock.of("$L != 0", value))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static CodeBlock empty(TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      return ConversionCode.apply(converted.conversion().read(), empty(converted.carrier()));
    }
    if (type instanceof FormattedRef formatted) {
      return empty(formatted.scalar());
    }
    if (type instanceof ListRef list) {
      return CodeBlock.of("$T.of()", list.container() == Container.SET ? Set.class : List.class);
    }
    if (type instanceof MapRef) {
      return CodeBlock.of("$T.of()", Map.class);
    }
    return switch (((ScalarRef) type).scalar()) {
      case STRING -> CodeBlock.of("$S", "");
      case JSON_OBJECT -> CodeBlock.of("$T.of()", Map.class);
      case BYTES -> CodeBlock.of("new byte[0]");
      case BOOLEAN -> CodeBlock.of("false");
      case BYTE -> CodeBlock.of("(byte) 0");
      case SHORT -> CodeBlock.of("(short) 0");
      case LONG -> CodeBlock.of("0L");
      case FLOAT -> CodeBlock.of("0f");
      case DOUBLE -> CodeBlock.of("0d");
      case CHAR -> CodeBlock.of("(char) 0");
      default -> CodeBlock.of("0");
    };
  }
}
