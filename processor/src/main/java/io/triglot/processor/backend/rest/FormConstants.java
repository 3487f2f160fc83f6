package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonFormat;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.FormattedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The forms that scalars have in the JSON of an object: those of dates are constants of its codec,
 * made once; the others are constants of the runtime.
 *
 * @param names the name of the constant of each form
 */
record FormConstants(Map<Form, String> names) {
  static final FormConstants NONE = new FormConstants(Map.of());

  private static final ClassName TEXT = ClassName.get("io.triglot.runtime.rest.json", "TextForm");
  private static final ClassName TIME = ClassName.get("io.triglot.runtime.rest.json", "TimeForm");

  /** What a constant is made of. */
  record Form(Scalar scalar, JsonFormat.Pattern pattern) {}

  /** The constants for these fields, each called after the first field that has the form. */
  static FormConstants of(Stream<Field> fields) {
    Map<Form, String> names = new LinkedHashMap<>();
    fields.forEach(
        field ->
            formatted(field.json().type())
                .filter(each -> each.format() instanceof JsonFormat.Pattern)
                .map(FormConstants::form)
                .forEach(form -> names.computeIfAbsent(form, any -> name(field, names))));
    return new FormConstants(names);
  }

  private static String name(Field field, Map<Form, String> taken) {
    String name = Words.upperSnake(field.javaName()) + "_FORM";
    return taken.containsValue(name) ? name + taken.size() : name;
  }

  /** The constants to declare. */
  List<FieldSpec> declarations() {
    return names.entrySet().stream()
        .map(entry -> declaration(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static FieldSpec declaration(Form form, String name) {
    ClassName type = ClassName.bestGuess(form.scalar().javaClass());
    JsonFormat.Pattern format = form.pattern();
    return FieldSpec.builder(ParameterizedTypeName.get(TEXT, type), name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.pattern($T::from,$W$S,$W$S,$W$S)",
            TIME,
            type,
            format.pattern(),
            format.zone(),
            format.locale())
        .build();
  }

  /** The form of a scalar. */
  CodeBlock of(FormattedRef type) {
    Scalar scalar = type.scalar().scalar();
    if (type.format() instanceof JsonFormat.Pattern) {
      return CodeBlock.of("$L", names.get(form(type)));
    }
    return type.format() instanceof JsonFormat.Count count
        ? CodeBlock.of("$T.$L_$L", TIME, scalar, count.unit())
        : CodeBlock.of("$T.$L", TEXT, text(scalar));
  }

  private static String text(Scalar scalar) {
    return scalar == Scalar.BIG_DECIMAL
        ? "PLAIN_DECIMAL"
        : JsonCode.method(scalar).toUpperCase(Locale.ROOT);
  }

  /** The method that reads a form. */
  static String reader(JsonFormat format) {
    if (format instanceof JsonFormat.Pattern) {
      return "text";
    }
    return format instanceof JsonFormat.Text ? "numberOrText" : "anyNumber";
  }

  /** The method that writes a form. */
  static String writer(JsonFormat format) {
    return format instanceof JsonFormat.Count ? "number" : "text";
  }

  private static Form form(FormattedRef type) {
    return new Form(type.scalar().scalar(), (JsonFormat.Pattern) type.format());
  }

  private static Stream<FormattedRef> formatted(TypeRef use) {
    TypeRef type = use.carrier();
    if (type instanceof FormattedRef formatted) {
      return Stream.of(formatted);
    }
    if (type instanceof ListRef list) {
      return formatted(list.element());
    }
    if (type instanceof MapRef map) {
      return formatted(map.value());
    }
    return type instanceof OptionalRef optional ? formatted(optional.value()) : Stream.empty();
  }
}
