package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a Java class or interface, or of one use of a generic one.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class to the class itself, at least one
 * @param arguments the type arguments of this use; empty for what is not generic
 */
public record JavaName(String packageName, List<String> simpleNames, List<TypeRef> arguments)
    implements Comparable<JavaName> {
  private static final String OURS = "io.triglot";
  private static final Comparator<JavaName> ORDER =
      Comparator.comparing(JavaName::canonical).thenComparing(name -> name.arguments().toString());

  /** Takes copies of the lists. */
  public JavaName {
    simpleNames = List.copyOf(simpleNames);
    arguments = List.copyOf(arguments);
  }

  /** A class that is not generic. */
  public JavaName(String packageName, List<String> simpleNames) {
    this(packageName, simpleNames, List.of());
  }

  /** A top-level class. */
  public static JavaName of(String packageName, String simpleName) {
    return new JavaName(packageName, List.of(simpleName));
  }

  /** A use of this generic class. */
  public JavaName of(List<TypeRef> arguments) {
    return new JavaName(packageName, simpleNames, arguments);
  }

  /** The name of the class in source code, {@code com.acme.Outer.Inner}. */
  public String canonical() {
    String simple = String.join(".", simpleNames);
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  /** The last of the simple names. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /**
   * The top-level class generated for this one, in its {@link #home()}: {@code Outer_InnerGrpc} for
   * {@code Outer.Inner} and {@code Grpc}, {@code Page_of_OrderGrpc} for {@code Page<Order>}.
   */
  public JavaName generated(String suffix) {
    return of(home(), joined() + suffix);
  }

  /**
   * The package of what is generated for it: its own; for a use of a generic class of ours, that of
   * its first argument that has a name.
   */
  public String home() {
    return packageName.equals(OURS)
        ? arguments.stream()
            .flatMap(TypeReach::mentioned)
            .map(JavaName::home)
            .findFirst()
            .orElse(packageName)
        : packageName;
  }

  private String joined() {
    String simple = String.join("_", simpleNames);
    return arguments.isEmpty()
        ? simple
        : arguments.stream()
            .map(this::joined)
            .collect(Collectors.joining("_and_", simple + "_of_", ""));
  }

  private String joined(TypeRef argument) {
    TypeRef present = argument.present();
    String name = present(present);
    return argument.nullable() && !(argument instanceof OptionalRef) ? "Nullable_" + name : name;
  }

  private String present(TypeRef argument) {
    if (argument instanceof NamedRef named) {
      String other = named.name().home();
      String prefix = other.equals(home()) ? "" : other.replace('.', '_') + "_";
      return prefix + named.name().joined();
    }
    if (argument instanceof ListRef list) {
      return simple(list.container().javaClass()) + "_of_" + joined(list.element());
    }
    if (argument instanceof MapRef map) {
      return "Map_of_" + joined(map.key()) + "_and_" + joined(map.value());
    }
    if (argument instanceof ConvertedRef converted) {
      return joined(converted.java());
    }
    return simple(((ScalarRef) argument).scalar().javaClass());
  }

  private String joined(JavaType type) {
    if (type instanceof JavaType.Same same) {
      return joined(same.type());
    }
    if (type instanceof JavaType.Array array) {
      return "Array_of_" + joined(array.element());
    }
    if (type instanceof JavaType.Below below) {
      return "any_" + joined(below.bound());
    }
    JavaType.Declared declared = (JavaType.Declared) type;
    String simple = String.join("_", declared.name().simpleNames());
    return declared.arguments().isEmpty()
        ? simple
        : declared.arguments().stream()
            .map(this::joined)
            .collect(Collectors.joining("_and_", simple + "_of_", ""));
  }

  private static String simple(String javaClass) {
    return javaClass.substring(javaClass.lastIndexOf('.') + 1).replace("[]", "s");
  }

  @Override
  public int compareTo(JavaName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return canonical();
  }
}
