package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.AccessConstants;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.javagen.TextFormCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step.Identity;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;

/** The calls of the runtime's JSON reader and writer that a type needs. */
record JsonCode(ApiModel model, FormConstants forms, AccessConstants conditions) {
  /** The calls for types whose scalars have no forms of their own, and that guard nothing. */
  JsonCode(ApiModel model) {
    this(model, FormConstants.NONE, AccessConstants.NONE);
  }

  static final ClassName READER = ClassName.get("io.triglot.runtime.rest.json", "JsonReader");
  static final ClassName WRITER = ClassName.get("io.triglot.runtime.rest.json", "JsonWriter");

  /** The class that reads and writes an object type. */
  static ClassName codec(NamedRef type) {
    return JavaTypes.className(TextFormCode.holder(type.name()));
  }

  /** A name for a local variable beside which the lambdas of this code can stand. */
  static String local(String wanted) {
    return wanted.matches("(json|each)\\d*") ? wanted + "_" : wanted;
  }

  /** The name that both the reader and the writer have for a scalar. */
  static String method(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> "bool";
      case BYTE -> "int8";
      case SHORT -> "int16";
      case INT -> "int32";
      case LONG -> "int64";
      case FLOAT -> "float32";
      case DOUBLE -> "float64";
      case CHAR -> "character";
      case STRING -> "string";
      case BYTES -> "bytes";
      case BIG_DECIMAL -> "decimal";
      case BIG_INTEGER -> "integer";
      case JSON -> "json";
      case JSON_OBJECT -> "object";
      case UUID -> "uuid";
      case INSTANT -> "instant";
      case DURATION -> "duration";
      case LOCAL_DATE -> "date";
      default -> "text";
    };
  }

  /** An expression that reads a value from a reader. */
  CodeBlock read(String reader, TypeRef type) {
    return read(reader, type, 1);
  }

  /** A {@code JsonReader.Value} that reads a value that is there. */
  CodeBlock valueReader(TypeRef type) {
    return valueReader(type.present(), 1);
  }

  /** A {@code JsonReader.Value} that reads a value which may be absent. */
  CodeBlock resultReader(TypeRef type) {
    return valueReader(type, 1);
  }

  /**
   * A {@code JsonReader.Value} that reads what a caller sends.
   *
   * @param call the call, which tells what the caller may send
   */
  CodeBlock valueReader(TypeRef type, String call) {
    return TypeReach.isGuarded(model, type)
        ? CodeBlock.of("$T.from($L,$W$L)", READER, call, valueReader(type))
        : valueReader(type);
  }

  /** What writes a value, after the writer has the name of its field: {@code .string(value)}. */
  CodeBlock write(TypeRef type, CodeBlock value) {
    return write(type, value, 1);
  }

  /** A {@code JsonWriter.Value} that writes a value that is there. */
  CodeBlock valueWriter(TypeRef type) {
    return valueWriter(type.present(), 1);
  }

  /**
   * A {@code JsonWriter.Value} that writes what a caller receives.
   *
   * @param call the call, which tells what the caller may receive
   */
  CodeBlock valueWriter(TypeRef type, String call) {
    return TypeReach.isGuarded(model, type)
        ? CodeBlock.of("$T.to($L,$W$L)", WRITER, call, valueWriter(type))
        : valueWriter(type);
  }

  private CodeBlock read(String reader, TypeRef type, int depth) {
    if (type instanceof OptionalRef optional) {
      if (optional.form() == OptionalForm.PATCH) {
        return OptionalCode.given(read(reader, optional.value(), depth));
      }
      CodeBlock value = valueReader(optional.value(), depth);
      if (optional.form() == OptionalForm.NULLABLE_PATCH) {
        return OptionalCode.given(CodeBlock.of("$L.nullable($Z$L)", reader, value));
      }
      return optional.form() == OptionalForm.OBJECT
          ? CodeBlock.of("$L.optional($Z$L)", reader, value)
          : OptionalCode.ofNullable(optional, CodeBlock.of("$L.nullable($L)", reader, value));
    }
    if (type.nullable()) {
      return CodeBlock.of("$L.nullable($Z$L)", reader, valueReader(type.present(), depth));
    }
    if (type instanceof ConvertedRef converted) {
      return read(reader, converted, depth);
    }
    if (type instanceof FormattedRef formatted) {
      return CodeBlock.of(
          "$L.$L($L)", reader, FormConstants.reader(formatted.format()), forms.of(formatted));
    }
    if (type instanceof ListRef list) {
      String method = list.container() == Container.SET ? "set" : "list";
      return CodeBlock.of("$L.$L($Z$L)", reader, method, valueReader(list.element(), depth));
    }
    if (type instanceof MapRef map) {
      CodeBlock value = valueReader(map.value(), depth);
      return hasTextKeys(map)
          ? CodeBlock.of("$L.map($L,$W$L)", reader, textForm(map.key()), value)
          : CodeBlock.of("$L.map($Z$L)", reader, value);
    }
    if (type instanceof NamedRef named) {
      return isPlainEnum(named)
          ? CodeBlock.of("$L.enumeration($T.class)", reader, JavaTypes.className(named.name()))
          : CodeBlock.of("$T.read($L)", codec(named), reader);
    }
    Scalar scalar = ((ScalarRef) type).scalar();
    return CodeBlock.of("$L.$L($L)", reader, method(scalar), textScalar(scalar));
  }

  private CodeBlock read(String reader, ConvertedRef type, int depth) {
    Conversion conversion = type.conversion();
    return conversion
        .expectation()
        .map(
            expectation ->
                CodeBlock.of(
                    "$L.converted($Z$L,$W$L,$W$S)",
                    reader,
                    valueReader(type.carrier(), depth),
                    ConversionCode.function(conversion.read()),
                    expectation))
        .orElseGet(
            () -> ConversionCode.apply(conversion.read(), read(reader, type.carrier(), depth)));
  }

  private CodeBlock valueReader(TypeRef type, int depth) {
    if (!type.nullable() && type instanceof NamedRef named && !isPlainEnum(named)) {
      return CodeBlock.of("$T::read", codec(named));
    }
    if (!type.nullable() && type instanceof ScalarRef scalar && !scalar.scalar().isText()) {
      return CodeBlock.of("$T::$L", READER, method(scalar.scalar()));
    }
    String reader = numbered("json", depth);
    return CodeBlock.of("$L -> $L", reader, read(reader, type, depth + 1));
  }

  private CodeBlock write(TypeRef type, CodeBlock value, int depth) {
    if (type instanceof OptionalRef patch && patch.form().isPatch()) {
      CodeBlock given = CodeBlock.of("$L.value()", value);
      return patch.form() == OptionalForm.PATCH
          ? write(patch.value(), given, depth)
          : CodeBlock.of("nullable($L,$W$L)", given, valueWriter(patch.value(), depth));
    }
    if (type instanceof OptionalRef optional) {
      CodeBlock writer = valueWriter(optional.value(), depth);
      return optional.form() == OptionalForm.OBJECT
          ? CodeBlock.of("optional($L,$W$L)", value, writer)
          : CodeBlock.of("nullable($L,$W$L)", OptionalCode.orNull(optional, value), writer);
    }
    if (type.nullable()) {
      return CodeBlock.of("nullable($L,$W$L)", value, valueWriter(type.present(), depth));
    }
    if (type instanceof ConvertedRef converted) {
      return converted.conversion().write() instanceof Identity
          ? write(converted.carrier(), value, depth)
          : CodeBlock.of("value($L,$W$L)", value, valueWriter(converted, depth));
    }
    if (type instanceof FormattedRef formatted) {
      return CodeBlock.of(
          "$L($L,$W$L)", FormConstants.writer(formatted.format()), forms.of(formatted), value);
    }
    if (type instanceof ListRef list) {
      return CodeBlock.of("list($L,$W$L)", value, valueWriter(list.element(), depth));
    }
    if (type instanceof MapRef map) {
      CodeBlock element = valueWriter(map.value(), depth);
      return hasTextKeys(map)
          ? CodeBlock.of("map($L,$W$L,$W$L)", value, textForm(map.key()), element)
          : CodeBlock.of("map($L,$W$L)", value, element);
    }
    if (type instanceof NamedRef named) {
      return isPlainEnum(named)
          ? CodeBlock.of("enumeration($L)", value)
          : CodeBlock.of("value($L,$W$L)", value, valueWriter(named, depth));
    }
    Scalar scalar = ((ScalarRef) type).scalar();
    return scalar.isText()
        ? CodeBlock.of("text($L,$W$L)", textScalar(scalar), value)
        : CodeBlock.of("$L($L)", method(scalar), value);
  }

  private CodeBlock valueWriter(TypeRef type, int depth) {
    if (!type.nullable() && type instanceof NamedRef named) {
      return isPlainEnum(named)
          ? CodeBlock.of("$T::enumeration", WRITER)
          : CodeBlock.of("$T::write", codec(named));
    }
    if (!type.nullable() && type instanceof ScalarRef scalar && !scalar.scalar().isText()) {
      return CodeBlock.of("$T::$L", WRITER, method(scalar.scalar()));
    }
    String writer = numbered("json", depth);
    String value = numbered("each", depth);
    CodeBlock each = CodeBlock.of("$L", value);
    CodeBlock written =
        !type.nullable() && type instanceof ConvertedRef converted
            ? write(
                converted.carrier(),
                ConversionCode.apply(converted.conversion().write(), each),
                depth + 1)
            : write(type, each, depth + 1);
    return CodeBlock.of("($L, $L) -> $L.$L", writer, value, writer, written);
  }

  /** Whether the keys are something else than strings, which have to be written as text. */
  private static boolean hasTextKeys(MapRef map) {
    return !(map.key() instanceof ScalarRef scalar && scalar.scalar() == Scalar.STRING);
  }

  /** The {@code TextForm} of a scalar or an enum. */
  CodeBlock textForm(TypeRef type) {
    return TextFormCode.of(model, type);
  }

  /** The constant of a scalar that travels as text; nothing for the others. */
  private static CodeBlock textScalar(Scalar scalar) {
    return scalar.isText()
        ? CodeBlock.of("$T.$L", JavaTypes.TEXT_SCALAR, scalar)
        : CodeBlock.of("");
  }

  /** A name for the parameter of a lambda inside of {@code depth - 1} others. */
  private static String numbered(String name, int depth) {
    return depth == 1 ? name : name + depth;
  }

  private boolean isPlainEnum(NamedRef type) {
    return TextFormCode.isPlain(model, type);
  }

  /** The type of a variable that holds a value while it may not be there yet. */
  static TypeName holder(TypeRef type) {
    return JavaTypes.boxed(type);
  }
}
