package io.triglot.processor.model;

import java.util.Comparator;
import java.util.List;

/**
 * The name of a Java class or interface.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class to the class itself, at least one
 */
public record JavaName(String packageName, List<String> simpleNames)
    implements Comparable<JavaName> {
  private static final Comparator<JavaName> ORDER = Comparator.comparing(JavaName::canonical);

  /** Takes a copy of the list. */
  public JavaName {
    simpleNames = List.copyOf(simpleNames);
  }

  /** A top-level class. */
  public static JavaName of(String packageName, String simpleName) {
    return new JavaName(packageName, List.of(simpleName));
  }

  /** The name in source code, {@code com.acme.Outer.Inner}. */
  public String canonical() {
    String simple = String.join(".", simpleNames);
    return packageName.isEmpty() ? simple : packageName + "." + simple;
  }

  /** The last of the simple names. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /**
   * The top-level class generated for this one, in the same package: {@code Outer_InnerGrpc} for
   * {@code Outer.Inner} and {@code Grpc}.
   */
  public JavaName generated(String suffix) {
    return of(packageName, String.join("_", simpleNames) + suffix);
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
