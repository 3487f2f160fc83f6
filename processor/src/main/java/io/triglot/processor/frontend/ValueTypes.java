package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Tells which of the user's classes are values that travel as one other value.
 *
 * <p>Those are: a class that says so by {@code @JsonValue}; and a class that has nothing else to
 * show, no property that can be read, but is made of one String and has a {@code toString} of its
 * own. A class that could be an object is one, as it is for Jackson.
 */
final class ValueTypes {
  /** Not the class's own, which a static method of that name would make ambiguous. */
  private static final Step TO_STRING =
      new Step.InstanceMethod(JavaName.of("java.lang", "Object"), "toString");

  private final Symbols symbols;
  private final ValueMakers makers;

  ValueTypes(Symbols symbols) {
    this.symbols = symbols;
    this.makers = new ValueMakers(symbols);
  }

  /**
   * A class whose instances travel as values of another type.
   *
   * @param read empty if nothing makes an instance of such a value
   */
  record Value(TypeElement type, TypeMirror carrier, Step write, Optional<Step> read) {
    /** The conversion, where there is one both ways. */
    Optional<Conversion> conversion() {
      return read.map(
          step ->
              Conversion.partial(write, step, "a valid " + Symbols.javaName(type).simpleName()));
    }
  }

  /** The value that a class is, if it is one. */
  Optional<Value> find(TypeElement type) {
    if (!type.getTypeParameters().isEmpty() || type.getKind() == ElementKind.ENUM) {
      return Optional.empty();
    }
    return jsonValue(type).or(() -> onlyText(type));
  }

  /** The class as text, by {@code @JsonValue} or {@code toString}, whatever else it is. */
  Value text(TypeElement type) {
    TypeMirror string = string();
    Step write =
        jsonValue(type)
            .filter(value -> Symbols.isSame(value.carrier(), string))
            .map(Value::write)
            .orElseGet(
                () ->
                    type.getKind() == ElementKind.ENUM
                        ? new Step.InstanceMethod(Symbols.javaName(type), "name")
                        : TO_STRING);
    return new Value(
        type,
        string,
        write,
        type.getKind() == ElementKind.ENUM
            ? Optional.of(new Step.StaticMethod(Symbols.javaName(type), "valueOf"))
            : makers.find(type, string));
  }

  private Optional<Value> jsonValue(TypeElement type) {
    Stream<ExecutableElement> methods =
        ElementFilter.methodsIn(symbols.instanceMembers(type)).stream()
            .filter(method -> method.getParameters().isEmpty())
            .filter(method -> method.getReturnType().getKind() != TypeKind.VOID)
            .filter(method -> Annotated.isPresent(method, "JsonValue"));
    Stream<ExecutableElement> components =
        type.getRecordComponents().stream()
            .filter(component -> Annotated.isPresent(component.getAccessor(), "JsonValue"))
            .map(component -> component.getAccessor());
    return Stream.concat(methods, components)
        .reduce((overridden, overriding) -> overriding)
        .map(
            method ->
                new Value(
                    type,
                    method.getReturnType(),
                    new Step.InstanceMethod(
                        Symbols.javaName(type), method.getSimpleName().toString()),
                    makers.find(type, method.getReturnType())));
  }

  private Optional<Value> onlyText(TypeElement type) {
    boolean shown =
        type.getKind() != ElementKind.CLASS
            || !new PropertyFinder(symbols, type).find().isEmpty()
            || !declaresToString(type);
    return shown ? Optional.empty() : Optional.of(text(type)).filter(v -> v.read().isPresent());
  }

  private static boolean declaresToString(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("toString"))
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .anyMatch(method -> method.getParameters().isEmpty());
  }

  private TypeMirror string() {
    return symbols.elements().getTypeElement("java.lang.String").asType();
  }
}
