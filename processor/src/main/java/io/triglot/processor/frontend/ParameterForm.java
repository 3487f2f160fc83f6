package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The form of what JAX-RS reads from the path, the query and the like: a class of the user's that
 * is made of one String travels as that, even if it could be an object.
 */
final class ParameterForm implements FieldForm {
  private final ValueTypes values;

  ParameterForm(ValueTypes values) {
    this.values = values;
  }

  @Override
  public boolean takes(TypeMirror type) {
    return conversion(type).isPresent();
  }

  @Override
  public Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    return conversion(type)
        .map(
            conversion ->
                new ConvertedRef(
                    new JavaType.Declared(name(type), List.of()),
                    new ScalarRef(Scalar.STRING, false, nullable),
                    conversion));
  }

  private Optional<Conversion> conversion(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() != ElementKind.ENUM
            && element.getTypeParameters().isEmpty()
            && !name(type).packageName().matches("java(\\..*)?")
            && TypeCatalog.isPublic(element)
        ? values.text(element).conversion()
        : Optional.empty();
  }

  private static JavaName name(TypeMirror type) {
    return Symbols.javaName((TypeElement) ((DeclaredType) type).asElement());
  }
}
