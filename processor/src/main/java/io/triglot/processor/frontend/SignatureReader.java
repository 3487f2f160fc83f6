package io.triglot.processor.frontend;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/** Reads by what the method of an operation is told from others of its name (JLS §8.4.2). */
final class SignatureReader {
  private final Symbols symbols;

  SignatureReader(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * The erased types of the parameters, as the nearest declaration has them; empty where one of
   * them cannot be named beside the service.
   */
  Optional<List<JavaType>> of(OperationMethod method) {
    ExecutableElement nearest =
        method.overriding().stream().findFirst().orElse(method.declaration());
    List<? extends VariableElement> parameters = nearest.getParameters();
    List<JavaType> signature =
        parameters.stream()
            .flatMap(each -> type(method, symbols.types().erasure(each.asType())).stream())
            .toList();
    return Optional.of(signature).filter(types -> types.size() == parameters.size());
  }

  private Optional<JavaType> type(OperationMethod method, TypeMirror erased) {
    return switch (erased.getKind()) {
      case ARRAY -> type(method, ((ArrayType) erased).getComponentType()).map(JavaType.Array::new);
      case DECLARED ->
          Optional.of((TypeElement) ((DeclaredType) erased).asElement())
              .filter(type -> isVisible(method, type))
              .map(type -> new JavaType.Declared(Symbols.javaName(type), List.of()));
      default ->
          erased instanceof PrimitiveType primitive
              ? Optional.of(new JavaType.Same(new ScalarRef(scalar(primitive), true, false)))
              : Optional.empty();
    };
  }

  private Scalar scalar(PrimitiveType primitive) {
    String boxed = symbols.types().boxedClass(primitive).getQualifiedName().toString();
    return List.of(Scalar.values()).stream()
        .filter(scalar -> scalar.javaClass().equals(boxed))
        .findFirst()
        .orElseThrow();
  }

  private boolean isVisible(OperationMethod method, TypeElement type) {
    boolean near =
        symbols
            .elements()
            .getPackageOf(type)
            .equals(symbols.elements().getPackageOf(method.service()));
    for (Element each = type;
        each.getKind() != ElementKind.PACKAGE;
        each = Symbols.enclosing(each)) {
      boolean open = each.getModifiers().contains(Modifier.PUBLIC);
      if (!open && (!near || each.getModifiers().contains(Modifier.PRIVATE))) {
        return false;
      }
    }
    return true;
  }
}
