package io.triglot.processor.model;

import java.util.List;
import java.util.Set;

/**
 * What can be told of a service whether there is something wrong with it or not: how its operations
 * look in Java.
 *
 * @param lineage the service, its superclasses and all their interfaces
 * @param interfaces those of them that a client of the service can implement
 */
public record ServiceOutline(
    JavaName javaName,
    Set<JavaName> lineage,
    List<JavaName> interfaces,
    List<Method> methods,
    Origin origin) {

  /** Takes copies. */
  public ServiceOutline {
    lineage = Set.copyOf(lineage);
    interfaces = List.copyOf(interfaces);
    methods = List.copyOf(methods);
  }

  /**
   * The method of an operation. Types are spelled as in Java sources, with qualified names.
   *
   * @param operation the name of the operation
   * @param returned the type of what is returned, or {@code void}
   * @param exceptions the types of the declared exceptions
   */
  public record Method(
      String name,
      String operation,
      List<Parameter> parameters,
      String returned,
      List<String> exceptions) {

    /** Takes copies. */
    public Method {
      parameters = List.copyOf(parameters);
      exceptions = List.copyOf(exceptions);
    }
  }

  /**
   * A parameter of a method.
   *
   * @param context whether the call's context is passed, which no client sends
   */
  public record Parameter(String name, String type, boolean context) {}
}
