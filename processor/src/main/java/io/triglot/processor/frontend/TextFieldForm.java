package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** {@code as = TEXT}: values, and those in collections and optionals, travel as their text. */
final class TextFieldForm implements FieldForm {
  private static final JavaName STRING = JavaName.of("java.lang", "String");

  private final ValueTypes values;
  private final Symbols symbols;
  private final Findings findings;

  TextFieldForm(ValueTypes values, Symbols symbols, Findings findings) {
    this.values = values;
    this.symbols = symbols;
    this.findings = findings;
  }

  @Override
  public boolean takes(TypeMirror type) {
    return type.getKind().isPrimitive()
        || type instanceof DeclaredType declared
            && !CollectionReader.holdsOthers((TypeElement) declared.asElement());
  }

  @Override
  public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    if (type.getKind().isPrimitive()) {
      return primitive(type, path);
    }
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    Optional<Conversion> conversion =
        element.getTypeParameters().isEmpty() && TypeCatalog.isPublic(element)
            ? values.text(element).conversion()
            : Optional.empty();
    return conversion
        .map(
            found ->
                converted(
                    new JavaType.Declared(Symbols.javaName(element), List.of()), found, nullable))
        .or(() -> refuse(type, path));
  }

  /** A primitive goes through its class, whose {@code valueOf} takes text. */
  private Optional<TypeRef> primitive(TypeMirror type, Path path) {
    if (type.getKind() == TypeKind.CHAR) {
      return refuse(type, path);
    }
    TypeElement boxed = symbols.types().boxedClass((javax.lang.model.type.PrimitiveType) type);
    ScalarRef spelled = new ScalarRef(Symbols.primitive(type), true, false);
    return Optional.of(
        converted(
            new JavaType.Same(spelled),
            Conversion.partial(
                new Step.StaticMethod(STRING, "valueOf"),
                new Step.StaticMethod(Symbols.javaName(boxed), "valueOf"),
                "a valid " + TypeText.of(type)),
            false));
  }

  private static TypeRef converted(JavaType java, Conversion conversion, boolean nullable) {
    return new ConvertedRef(java, new ScalarRef(Scalar.STRING, false, nullable), conversion);
  }

  private Optional<TypeRef> refuse(TypeMirror type, Path path) {
    return findings.refuse(
        TypeRules.TEXT_FORM,
        path.origin(),
        TypeText.of(type)
            + " is to travel as text, but nothing makes it of one"
            + TypeRefusals.reached(path)
            + ".",
        "Give it a public constructor or a static valueOf, of, fromString or parse of one String,"
            + " or name a converter.");
  }
}
