package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Collections of something or any type below it: they travel as those of the bound. What is
 * returned is looked at through a view, and what a client sends is made of the bound.
 */
final class Wildcards {
  private static final JavaName COLLECTIONS = JavaName.of("java.util", "Collections");

  private Wildcards() {}

  /** The bound of {@code ? extends Order}; any other type is itself. */
  static TypeMirror bound(TypeMirror type) {
    return isBelow(type) ? ((WildcardType) type).getExtendsBound() : type;
  }

  /** The type as its use spells it, if that has wildcards. */
  static TypeRef spelled(TypeRef read, List<? extends TypeMirror> arguments) {
    if (arguments.stream().noneMatch(Wildcards::isBelow)) {
      return read;
    }
    return read instanceof MapRef map
        ? spelled(
            map,
            "java.util.Map",
            List.of(map.key(), map.value()),
            arguments,
            Optional.of("unmodifiableMap"))
        : read instanceof ListRef list
            ? spelled(
                list,
                list.container().javaClass(),
                List.of(list.element()),
                arguments,
                view(list.container()))
            : read;
  }

  private static TypeRef spelled(
      TypeRef carrier,
      String javaClass,
      List<TypeRef> read,
      List<? extends TypeMirror> arguments,
      Optional<String> view) {
    List<JavaType> spelled = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      JavaType type = JavaType.of(read.get(i));
      spelled.add(isBelow(arguments.get(i)) ? new JavaType.Below(type) : type);
    }
    int dot = javaClass.lastIndexOf('.');
    return new ConvertedRef(
        new JavaType.Declared(
            JavaName.of(javaClass.substring(0, dot), javaClass.substring(dot + 1)), spelled),
        carrier,
        Conversion.total(
            view.<Step>map(method -> new Step.StaticMethod(COLLECTIONS, method))
                .orElseGet(Step.Identity::new),
            read(carrier)));
  }

  /** What a client sends is a list until it is made a set. */
  private static Step read(TypeRef carrier) {
    return carrier instanceof ListRef list && list.container() == TypeRef.Container.SET
        ? new Step.Constructor(JavaName.of("java.util", "LinkedHashSet"), true)
        : new Step.Identity();
  }

  private static Optional<String> view(TypeRef.Container container) {
    return switch (container) {
      case LIST -> Optional.of("unmodifiableList");
      case SET -> Optional.of("unmodifiableSet");
      case COLLECTION -> Optional.of("unmodifiableCollection");
      case ITERABLE -> Optional.empty();
    };
  }

  private static boolean isBelow(TypeMirror type) {
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null;
  }
}
