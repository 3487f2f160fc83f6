package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** {@code converter = …}: values, and those in collections, travel as what a class makes them. */
final class ConverterFieldForm implements FieldForm {
  private final TypeElement converter;
  private final Symbols symbols;
  private final TypeRefReader natural;
  private final Findings findings;

  ConverterFieldForm(
      TypeElement converter, Symbols symbols, TypeRefReader natural, Findings findings) {
    this.converter = converter;
    this.symbols = symbols;
    this.natural = natural;
    this.findings = findings;
  }

  @Override
  public boolean takes(TypeMirror type) {
    return converted().filter(own -> Symbols.isSame(own, type)).isPresent()
        || type instanceof DeclaredType declared
            && !CollectionReader.holdsOthers((TypeElement) declared.asElement())
        || type.getKind().isPrimitive();
  }

  @Override
  public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    String problem = problem(type);
    if (!problem.isEmpty()) {
      return refuse(problem, path);
    }
    TypeMirror carrier = Symbols.resolved(toApi().orElseThrow().getReturnType());
    return natural
        .readCarrier(carrier, nullable, path)
        .flatMap(
            read ->
                read instanceof ConvertedRef || read instanceof OptionalRef
                    ? refuse(
                        Symbols.shownName(converter)
                            + " converts to "
                            + TypeText.of(carrier)
                            + ", which itself travels as something else.",
                        path)
                    : Optional.of(converted((DeclaredType) type, read)));
  }

  private TypeRef converted(DeclaredType type, TypeRef carrier) {
    TypeElement element = (TypeElement) type.asElement();
    JavaName holder = Symbols.javaName(converter).generated("Instance");
    return new ConvertedRef(
        new JavaType.Declared(Symbols.javaName(element), List.of()),
        carrier,
        Conversion.partial(
            new Step.HeldMethod(holder, Symbols.javaName(converter), "toApi"),
            new Step.HeldMethod(holder, Symbols.javaName(converter), "fromApi"),
            "a valid " + element.getSimpleName()));
  }

  /** What is wrong with the converter, for values of this type; empty if nothing is. */
  private String problem(TypeMirror type) {
    String name = Symbols.shownName(converter);
    if (converter.getKind() != ElementKind.CLASS
        || !TypeCatalog.isPublic(converter)
        || converter.getModifiers().contains(Modifier.ABSTRACT)
        || converter.getNestingKind() == NestingKind.MEMBER
            && !converter.getModifiers().contains(Modifier.STATIC)
        || !hasDefaultConstructor()) {
      return name + " is not a public class with a public constructor without parameters.";
    }
    if (converted().isEmpty()) {
      return name + " does not implement ApiConverter.";
    }
    if (!Symbols.isSame(converted().get(), type)) {
      return name
          + " converts "
          + TypeText.of(converted().get())
          + ", not "
          + TypeText.of(type)
          + ".";
    }
    return type instanceof DeclaredType declared && declared.getTypeArguments().isEmpty()
        ? ""
        : name + " converts " + TypeText.of(type) + ", which is generic.";
  }

  private Optional<TypeRef> refuse(String problem, Path path) {
    return findings.refuse(
        TypeRules.CONVERTER,
        path.origin(),
        problem.substring(0, problem.length() - 1) + TypeRefusals.reached(path) + ".",
        "Write a public class that implements ApiConverter of this type and of one that has a form"
            + " of its own.");
  }

  private boolean hasDefaultConstructor() {
    return ElementFilter.constructorsIn(converter.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
        .anyMatch(constructor -> constructor.getParameters().isEmpty());
  }

  /** The type that the converter converts. */
  private Optional<? extends TypeMirror> converted() {
    return toApi().map(method -> method.getParameterTypes().get(0));
  }

  /** The method {@code toApi} as this converter has it. */
  private Optional<ExecutableType> toApi() {
    TypeElement declared = symbols.elements().getTypeElement(Triglot.CONVERTER);
    if (declared == null
        || !symbols
            .types()
            .isSubtype(
                symbols.types().erasure(converter.asType()),
                symbols.types().erasure(declared.asType()))) {
      return Optional.empty();
    }
    return ElementFilter.methodsIn(declared.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("toApi"))
        .findFirst()
        .map(
            (ExecutableElement method) ->
                (ExecutableType)
                    symbols.types().asMemberOf((DeclaredType) converter.asType(), method));
  }
}
