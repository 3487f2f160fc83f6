package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the forms that annotations give to fields and types, or that classes have as values. */
final class DeclaredForms {
  private final Symbols symbols;
  private final TypeRefReader natural;
  private final Findings findings;
  private final ValueTypes values;

  DeclaredForms(Symbols symbols, TypeRefReader natural, Findings findings) {
    this.symbols = symbols;
    this.natural = natural;
    this.findings = findings;
    this.values = new ValueTypes(symbols);
  }

  /** The form that a field's annotation tells; empty if it tells none. */
  Optional<FieldForm> of(FieldAnnotation annotation) {
    return annotation
        .converter()
        .<FieldForm>map(type -> new ConverterFieldForm(type, symbols, natural, findings))
        .or(
            () ->
                annotation.isText()
                    ? Optional.of(new TextFieldForm(values, symbols, findings))
                    : Optional.<FieldForm>empty())
        .or(
            () ->
                annotation.isJson() ? Optional.of(new JsonFieldForm(findings)) : Optional.empty());
  }

  /** The form of what JAX-RS reads from text and what may have this annotation. */
  FieldForm ofText(FieldAnnotation annotation) {
    return of(annotation).orElseGet(() -> new ParameterForm(values));
  }

  /** The form that a class has wherever it is used. */
  FieldForm of(TypeElement type) {
    Optional<FieldForm> converter =
        Annotated.find(type, Triglot.TYPE)
            .flatMap(annotation -> annotation.type("converter"))
            .filter(FieldAnnotation::isWritten)
            .map(found -> new ConverterFieldForm(found, symbols, natural, findings));
    return converter.or(() -> values.find(type).map(ValueForm::new)).orElse(FieldForm.NATURAL);
  }

  /** A class that is a value. */
  private final class ValueForm implements FieldForm {
    private final ValueTypes.Value value;

    ValueForm(ValueTypes.Value value) {
      this.value = value;
    }

    @Override
    public boolean takes(TypeMirror type) {
      return type instanceof DeclaredType declared && declared.asElement().equals(value.type());
    }

    @Override
    public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
      Optional<Conversion> conversion = value.conversion();
      if (conversion.isEmpty() || !TypeCatalog.isPublic(value.type())) {
        return refuse(path);
      }
      return natural
          .readCarrier(value.carrier(), nullable, path)
          .filter(carrier -> !(carrier instanceof ConvertedRef))
          .<TypeRef>map(
              carrier ->
                  new ConvertedRef(
                      new JavaType.Declared(Symbols.javaName(value.type()), List.of()),
                      TypeRef.boxed(carrier, nullable),
                      conversion.get()))
          .or(() -> refuse(path));
    }

    private Optional<TypeRef> refuse(Path path) {
      String name = Symbols.shownName(value.type());
      return findings.refuse(
          TypeRules.UNSUPPORTED_TYPE,
          path.origin(),
          name
              + " travels as "
              + TypeText.of(value.carrier())
              + ", but nothing public makes it of one"
              + TypeRefusals.reached(path)
              + ".",
          "Give it a public constructor or a static valueOf, of, fromString or parse that takes"
              + " one, or name a converter.");
    }
  }
}
