package io.triglot.processor.frontend;

import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalForm;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads uses of the JDK's collections, maps and optionals. */
record CollectionReader(TypeRefusals refusals) {
  private static final Map<String, Container> CONTAINERS =
      Arrays.stream(Container.values())
          .collect(Collectors.toUnmodifiableMap(Container::javaClass, Function.identity()));

  /** Whether values of the class hold others, which may have a form of their own. */
  static boolean holdsOthers(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return CONTAINERS.containsKey(name)
        || CollectionClasses.isCollection(name)
        || CollectionClasses.isMap(name)
        || name.equals("java.util.Map")
        || isOptional(name);
  }

  /** Whether the class holds one value, or none. */
  static boolean isOptional(String name) {
    return name.equals(OptionalForm.OBJECT.javaClass())
        || name.equals(OptionalForm.PATCH.javaClass());
  }

  /**
   * The type of one of these.
   *
   * @param types reads what it holds
   * @param type with its type arguments
   * @return empty if it was refused
   */
  Optional<TypeRef> read(TypeRefReader types, DeclaredType type, boolean nullable, Path path) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    TypeMirror first = type.getTypeArguments().get(0);
    if (CONTAINERS.containsKey(name)) {
      return types
          .readElement(Wildcards.bound(first), path)
          .map(item -> new ListRef(CONTAINERS.get(name), item, nullable))
          .map(list -> Wildcards.spelled(list, type.getTypeArguments()));
    }
    if (CollectionClasses.isCollection(name)) {
      return types
          .readElement(first, path)
          .map(item -> CollectionClasses.collection(name, item, nullable))
          .map(read -> sorted(types, read, name, first));
    }
    if (CollectionClasses.isMap(name)) {
      return map(types, type, first, type.getTypeArguments().get(1), nullable, path)
          .map(map -> CollectionClasses.map(name, map))
          .map(read -> sorted(types, read, name, first));
    }
    return isOptional(name)
        ? types.readElement(first, path).map(value -> optional(name, value))
        : plainMap(types, type, nullable, path);
  }

  private static OptionalRef optional(String name, TypeRef value) {
    if (name.equals(OptionalForm.OBJECT.javaClass())) {
      return new OptionalRef(value);
    }
    return new OptionalRef(
        value.present(), value.nullable() ? OptionalForm.NULLABLE_PATCH : OptionalForm.PATCH);
  }

  private Optional<TypeRef> plainMap(
      TypeRefReader types, DeclaredType type, boolean nullable, Path path) {
    if (isJsonObject(type)) {
      return Optional.of(new ScalarRef(Scalar.JSON_OBJECT, false, nullable));
    }
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    TypeMirror key = Wildcards.bound(arguments.get(0));
    TypeMirror value = Wildcards.bound(arguments.get(1));
    return map(types, type, key, value, nullable, path)
        .map(map -> Wildcards.spelled(map, arguments));
  }

  private static boolean isJsonObject(DeclaredType map) {
    return TypeText.of(map).equals("Map<String, Object>")
        && map.getTypeArguments().get(1) instanceof DeclaredType value
        && ((TypeElement) value.asElement()).getQualifiedName().contentEquals("java.lang.Object");
  }

  private Optional<MapRef> map(
      TypeRefReader types,
      DeclaredType type,
      TypeMirror keyType,
      TypeMirror valueType,
      boolean nullable,
      Path path) {
    Optional<TypeRef> key = types.readElement(keyType, path);
    Optional<TypeRef> value = types.readElement(valueType, path);
    if (key.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return isKey(key.get(), keyType)
        ? Optional.of(new MapRef(key.get(), value.get(), nullable))
        : refusals.mapKey(type, path);
  }

  private static boolean isKey(TypeRef key, TypeMirror type) {
    return key.carrier() instanceof ScalarRef scalar
        ? scalar.scalar().isKey()
        : key instanceof NamedRef
            && ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM;
  }

  /** Notes whether what is to be sorted has no order. */
  private static TypeRef sorted(TypeRefReader types, TypeRef read, String name, TypeMirror by) {
    return CollectionClasses.isSorted(name)
            && read instanceof ConvertedRef converted
            && !types.isComparable(by)
        ? new ConvertedRef(
            converted.java(),
            converted.carrier(),
            converted.conversion().withoutOrderOf(TypeText.of(by)))
        : read;
  }
}
