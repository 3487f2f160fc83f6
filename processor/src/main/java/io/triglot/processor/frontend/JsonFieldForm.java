package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** {@code as = JSON}: values travel as what Jackson makes of them; only an optional is opened. */
final class JsonFieldForm implements FieldForm {
  private static final JavaName VALUES = JavaName.of("io.triglot.runtime", "JsonValues");

  private final Findings findings;

  JsonFieldForm(Findings findings) {
    this.findings = findings;
  }

  @Override
  public boolean takes(TypeMirror type) {
    return !(type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.util.Optional"));
  }

  @Override
  public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    return spelled(type)
        .<TypeRef>map(
            java ->
                new ConvertedRef(
                    java,
                    new ScalarRef(Scalar.JSON, false, nullable),
                    Conversion.partial(
                        new Step.StaticMethod(VALUES, "of"),
                        new Step.FromJson(java),
                        "JSON of a valid " + TypeText.of(type))))
        .or(
            () ->
                findings.refuse(
                    TypeRules.GENERIC_TYPE,
                    path.origin(),
                    TypeText.of(type)
                        + " does not say which type it is"
                        + TypeRefusals.reached(path)
                        + ".",
                    "Name one type instead."));
  }

  /** The spelling of the type; empty for what is not one type, such as a wildcard. */
  private static Optional<JavaType> spelled(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(new JavaType.Same(new ScalarRef(Symbols.primitive(type), true, false)));
    }
    if (type instanceof ArrayType array) {
      return spelled(array.getComponentType()).map(JavaType.Array::new);
    }
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    Stream<Optional<JavaType>> arguments =
        declared.getTypeArguments().stream().map(JsonFieldForm::spelled);
    return arguments
        .map(argument -> argument.map(Stream::of))
        .reduce(
            Optional.of(Stream.of()),
            (some, more) -> some.flatMap(first -> more.map(then -> Stream.concat(first, then))))
        .map(
            each ->
                new JavaType.Declared(
                    Symbols.javaName((TypeElement) declared.asElement()),
                    each.collect(Collectors.toList())));
  }
}
