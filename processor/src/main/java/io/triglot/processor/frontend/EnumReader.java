package io.triglot.processor.frontend;

import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EnumType.JsonForm;
import io.triglot.processor.model.JsonName;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads enums. */
final class EnumReader {
  private final Symbols symbols;
  private final DocReader docs;

  EnumReader(Symbols symbols, DocReader docs) {
    this.symbols = symbols;
    this.docs = docs;
  }

  EnumType read(TypeElement type, String name, Origin origin) {
    List<EnumType.Constant> constants =
        symbols.members(type).stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(constant -> readConstant(constant, origin))
            .toList();
    return new EnumType(
        Symbols.javaName(type),
        name,
        NameReader.of(type, symbols),
        constants,
        json(type),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  private EnumType.Constant readConstant(Element constant, Origin type) {
    String name = constant.getSimpleName().toString();
    FieldAnnotation annotation = FieldAnnotation.of(List.of(constant));
    return new EnumType.Constant(
        name,
        NameReader.of(List.of(constant)),
        annotation.number(),
        new JsonName(
            Jackson.name(List.of(constant)).orElse(name), Jackson.aliases(List.of(constant))),
        docs.read(constant).text(),
        annotation.deprecation().or(() -> docs.deprecation(constant)),
        symbols.origin(constant, type.name() + "." + name, type));
  }

  private JsonForm json(TypeElement type) {
    boolean numbers =
        Jackson.find(type, "JsonFormat").stream()
            .flatMap(format -> format.constants("shape").stream())
            .anyMatch(shape -> shape.matches("NUMBER|NUMBER_INT"));
    return type.getEnclosedElements().stream()
        .filter(
            member ->
                Jackson.find(member, "JsonValue")
                    .filter(value -> value.flag("value", true))
                    .isPresent())
        .filter(member -> member.getModifiers().contains(Modifier.PUBLIC))
        .flatMap(member -> values(member).stream())
        .findFirst()
        .orElseGet(() -> numbers ? new JsonForm.Ordinals() : new JsonForm.Names());
  }

  private static Optional<JsonForm> values(Element member) {
    String name = member.getSimpleName().toString();
    boolean method = member instanceof ExecutableElement;
    TypeMirror type =
        member instanceof ExecutableElement accessor ? accessor.getReturnType() : member.asType();
    return Stream.of(TypeText.of(type))
        .filter(text -> text.matches("String|int|Integer|long|Long|short|Short"))
        .<JsonForm>map(
            text ->
                new JsonForm.Values(
                    method ? Accessor.method(name) : Accessor.field(name), !text.equals("String")))
        .findFirst();
  }
}
