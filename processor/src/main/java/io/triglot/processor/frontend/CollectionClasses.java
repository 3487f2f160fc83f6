package io.triglot.processor.frontend;

import io.triglot.processor.model.Conversion;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JDK's collections beside the plain interfaces, and arrays: they travel as lists, sets and
 * maps do, and are made of these by a constructor that copies.
 */
final class CollectionClasses {
  private static final Map<String, Made> COLLECTIONS =
      Map.ofEntries(
          Map.entry("java.util.ArrayList", new Made(Container.LIST, "java.util.ArrayList")),
          Map.entry("java.util.LinkedList", new Made(Container.LIST, "java.util.LinkedList")),
          Map.entry("java.util.Queue", new Made(Container.COLLECTION, "java.util.ArrayDeque")),
          Map.entry("java.util.Deque", new Made(Container.COLLECTION, "java.util.ArrayDeque")),
          Map.entry("java.util.ArrayDeque", new Made(Container.COLLECTION, "java.util.ArrayDeque")),
          Map.entry("java.util.HashSet", new Made(Container.SET, "java.util.HashSet")),
          Map.entry("java.util.LinkedHashSet", new Made(Container.SET, "java.util.LinkedHashSet")),
          Map.entry("java.util.SortedSet", new Made(Container.SET, "java.util.TreeSet")),
          Map.entry("java.util.NavigableSet", new Made(Container.SET, "java.util.TreeSet")),
          Map.entry("java.util.TreeSet", new Made(Container.SET, "java.util.TreeSet")));

  private static final Map<String, String> MAPS =
      Map.of(
          "java.util.HashMap", "java.util.HashMap",
          "java.util.LinkedHashMap", "java.util.LinkedHashMap",
          "java.util.SortedMap", "java.util.TreeMap",
          "java.util.NavigableMap", "java.util.TreeMap",
          "java.util.TreeMap", "java.util.TreeMap",
          "java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentHashMap", "java.util.concurrent.ConcurrentHashMap");

  private static final JavaName PRIMITIVE_ARRAYS =
      JavaName.of("io.triglot.runtime", "PrimitiveArrays");
  private static final JavaName ARRAYS = JavaName.of("java.util", "Arrays");

  private CollectionClasses() {}

  private record Made(Container carrier, String javaClass) {}

  static boolean isCollection(String javaClass) {
    return COLLECTIONS.containsKey(javaClass);
  }

  static boolean isMap(String javaClass) {
    return MAPS.containsKey(javaClass);
  }

  /** A class of several values. */
  static TypeRef collection(String javaClass, TypeRef element, boolean nullable) {
    Made made = Optional.ofNullable(COLLECTIONS.get(javaClass)).orElseThrow();
    return copied(
        javaClass,
        List.of(JavaType.of(element)),
        new ListRef(made.carrier(), element, nullable),
        made.javaClass());
  }

  /** A class of values by key. */
  static TypeRef map(String javaClass, MapRef carrier) {
    return copied(
        javaClass,
        List.of(JavaType.of(carrier.key()), JavaType.of(carrier.value())),
        carrier,
        Optional.ofNullable(MAPS.get(javaClass)).orElseThrow());
  }

  /** Whether instances of the class are made by sorting. */
  static boolean isSorted(String javaClass) {
    return Stream.ofNullable(COLLECTIONS.get(javaClass))
        .map(Made::javaClass)
        .findFirst()
        .or(() -> Optional.ofNullable(MAPS.get(javaClass)))
        .filter(made -> made.startsWith("java.util.Tree"))
        .isPresent();
  }

  /** An array whose elements have this type. */
  static TypeRef array(TypeRef element, boolean nullable) {
    if (element instanceof ScalarRef scalar && scalar.primitive()) {
      String plural = scalar.scalar().primitive().orElseThrow() + "s";
      return new ConvertedRef(
          new JavaType.Array(JavaType.of(element)),
          new ListRef(Container.LIST, new ScalarRef(scalar.scalar(), false, false), nullable),
          Conversion.total(
              new Step.StaticMethod(PRIMITIVE_ARRAYS, "list"),
              new Step.StaticMethod(PRIMITIVE_ARRAYS, plural)));
    }
    return new ConvertedRef(
        new JavaType.Array(JavaType.of(element)),
        new ListRef(Container.LIST, element, nullable),
        Conversion.total(
            new Step.StaticMethod(ARRAYS, "asList"), new Step.ToArray(JavaType.of(element))));
  }

  private static TypeRef copied(
      String javaClass, List<JavaType> arguments, TypeRef carrier, String made) {
    return new ConvertedRef(
        new JavaType.Declared(name(javaClass), arguments),
        carrier,
        Conversion.total(new Step.Identity(), new Step.Constructor(name(made), true)));
  }

  private static JavaName name(String canonical) {
    int dot = canonical.lastIndexOf('.');
    return JavaName.of(canonical.substring(0, dot), canonical.substring(dot + 1));
  }
}
