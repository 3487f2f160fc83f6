package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a use of a type, and hands each named type that it meets to the catalog. */
final class TypeRefReader {
  private static final Map<String, Scalar> SCALARS =
      Arrays.stream(Scalar.values())
          .filter(scalar -> scalar != Scalar.UPLOAD)
          .collect(Collectors.toUnmodifiableMap(Scalar::javaClass, Function.identity()));
  private final Symbols symbols;
  private final NamedTypes named;
  private final DeclaredForms forms;
  private final TypeArguments scope;
  private final FieldForm form;
  private final ClassFileNullness classFiles;
  private final TypeRefusals refusals;
  private final CollectionReader collections;

  TypeRefReader(NamedTypes named, Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.named = named;
    this.scope = TypeArguments.NONE;
    this.form = FieldForm.NATURAL;
    this.classFiles = new ClassFileNullness(symbols, findings);
    this.refusals = new TypeRefusals(findings);
    this.collections = new CollectionReader(refusals);
    this.forms = new DeclaredForms(symbols, this, findings);
  }

  private TypeRefReader(TypeRefReader other, TypeArguments scope, FieldForm form) {
    this.symbols = other.symbols;
    this.named = other.named;
    this.forms = other.forms;
    this.scope = scope;
    this.form = form;
    this.classFiles = other.classFiles;
    this.refusals = other.refusals;
    this.collections = other.collections;
  }

  /** A reader for what has this annotation, which may give it another form. */
  TypeRefReader formed(FieldAnnotation annotation) {
    return forms.of(annotation).map(told -> new TypeRefReader(this, scope, told)).orElse(this);
  }

  /** A reader for parameters, which can be content of any media type. */
  TypeRefReader ofUploads() {
    return new TypeRefReader(this, scope, UploadForm.INSTANCE);
  }

  /** A reader for what REST has as text, and which may have this annotation. */
  TypeRefReader ofText(FieldAnnotation annotation) {
    return new TypeRefReader(this, scope, forms.ofText(annotation));
  }

  /** A reader of what stands inside of a use of a generic class. */
  TypeRefReader in(TypeArguments arguments) {
    return arguments == scope ? this : new TypeRefReader(this, arguments, form);
  }

  /**
   * The type of a field or a parameter.
   *
   * @param declarations what has the type, in all its shapes: annotations and scope tell whether it
   *     may be null
   * @return empty if the type was refused
   */
  Optional<TypeRef> read(TypeMirror type, List<? extends Element> declarations, Path path) {
    boolean nullable = NullnessReader.nullable(type, declarations);
    boolean unknown =
        !nullable
            && !type.getKind().isPrimitive()
            && !NullnessReader.isDeclared(type, declarations)
            && classFiles.isUnknown(declarations, path);
    return read(type, nullable || unknown, path);
  }

  /** The type that a method returns, which may be none. */
  Optional<TypeRef> readResult(TypeMirror type, Element method, Path path) {
    return isVoid(type) ? Optional.of(new VoidRef()) : read(type, List.of(method), path);
  }

  /** The type of the result that a stage will have, which may be none. */
  Optional<TypeRef> readStaged(TypeMirror type, Path path) {
    return isVoid(type)
        ? Optional.of(new VoidRef())
        : read(type, NullnessReader.nullableArgument(type), path);
  }

  /** The type of the values that a parameter streams. */
  Optional<TypeRef> readStreamed(DeclaredType publisher, Path path) {
    return publisher.getTypeArguments().isEmpty()
        ? refusals.raw(publisher, path)
        : readElement(publisher.getTypeArguments().get(0), path);
  }

  /** The type of the elements of a list, a map, an optional or a stream. */
  Optional<TypeRef> readElement(TypeMirror type, Path path) {
    Optional<TypeRef> element = read(type, NullnessReader.nullableArgument(type), path);
    return element.isPresent() && element.get() instanceof OptionalRef
        ? refusals.innerOptional(type, path)
        : element;
  }

  private Optional<TypeRef> read(TypeMirror type, boolean nullable, Path path) {
    Symbols.resolved(type);
    if (form.takes(type)) {
      return form.read(type, nullable, path);
    }
    if (type.getKind().isPrimitive()) {
      return Optional.of(new ScalarRef(Symbols.primitive(type), true, false));
    }
    if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
      return Optional.of(new ScalarRef(Scalar.BYTES, false, nullable));
    }
    if (type instanceof ArrayType array && !isGeneric(array.getComponentType())) {
      return readElement(array.getComponentType(), path)
          .map(element -> CollectionClasses.array(element, nullable));
    }
    if (type instanceof DeclaredType declared) {
      return read(declared, nullable, path);
    }
    return scope
        .find(type)
        .map(
            argument ->
                in(argument.scope())
                    .read(
                        argument.type(),
                        nullable || NullnessReader.nullableArgument(argument.type()),
                        path))
        .orElseGet(() -> refusals.unsupported(type, path));
  }

  /** Whether values of the class travel as those of another type. */
  boolean isConverted(TypeElement type) {
    return forms.of(type) != FieldForm.NATURAL;
  }

  /** The type that values of another one travel as. */
  Optional<TypeRef> readCarrier(TypeMirror type, boolean nullable, Path path) {
    return read(type, nullable, path);
  }

  /** Whether Java has no way to make an array of elements of this type. */
  private static boolean isGeneric(TypeMirror component) {
    return component instanceof ArrayType array
        ? isGeneric(array.getComponentType())
        : component.getKind() == TypeKind.TYPEVAR
            || component instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }

  private Optional<TypeRef> read(DeclaredType type, boolean nullable, Path path) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    if (UploadForm.isUpload(type)) {
      return refusals.upload(path);
    }
    if (SCALARS.containsKey(name)) {
      return Optional.of(new ScalarRef(SCALARS.get(name), false, nullable));
    }
    Optional<TypeRef> scalar = ConvertedScalars.find(name, nullable);
    if (scalar.isPresent()) {
      return scalar;
    }
    if (!element.getTypeParameters().isEmpty() && type.getTypeArguments().isEmpty()) {
      return refusals.raw(type, path);
    }
    if (CollectionReader.holdsOthers(element)) {
      return collections.read(this, type, nullable, path);
    }
    FieldForm declared = forms.of(element);
    return declared.takes(type)
        ? declared.read(type, nullable, path)
        : readNamed(type, nullable, path);
  }

  /** Whether values of the type have an order. */
  boolean isComparable(TypeMirror type) {
    Optional<TypeArguments.Argument> argument = scope.find(type);
    return argument.isPresent()
        ? in(argument.get().scope()).isComparable(argument.get().type())
        : symbols.isComparable(type);
  }

  private Optional<TypeRef> readNamed(DeclaredType type, boolean nullable, Path path) {
    List<TypeRef> arguments = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      readElement(argument, path).ifPresent(arguments::add);
    }
    return arguments.size() < type.getTypeArguments().size()
        ? Optional.empty()
        : named
            .accept(TypeUse.of(type, arguments, scope), path)
            .map(accepted -> new NamedRef(accepted, nullable));
  }

  private static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.VOID
        || (type instanceof DeclaredType declared
            && ((TypeElement) declared.asElement())
                .getQualifiedName()
                .contentEquals("java.lang.Void"));
  }

  /** Decides about types that have a name in the contracts. */
  @FunctionalInterface
  interface NamedTypes {
    /** The type's name if it can be part of a contract; empty after a diagnostic if not. */
    Optional<JavaName> accept(TypeUse use, Path path);
  }
}
