package io.triglot.processor.frontend;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names uses of types in the contracts: a use of a generic class has the names of its type
 * arguments in front, {@code OrderPage} for {@code Page<Order>}.
 *
 * @param own the names of the classes themselves
 */
record ContractNames(Map<JavaName, String> own) {

  /** The name of a use of a type. */
  String of(JavaName use) {
    return ofArguments(use) + own.getOrDefault(use.of(List.of()), use.simpleName());
  }

  /** The names of its type arguments. */
  String ofArguments(JavaName use) {
    return use.arguments().stream().map(this::of).collect(Collectors.joining());
  }

  private String of(TypeRef argument) {
    String name = present(argument.present());
    return argument.nullable() && !(argument instanceof OptionalRef) ? "Nullable" + name : name;
  }

  private String present(TypeRef argument) {
    if (argument instanceof NamedRef named) {
      return of(named.name());
    }
    if (argument instanceof ListRef list) {
      return of(list.element()) + simple(list.container().javaClass());
    }
    if (argument instanceof MapRef map) {
      return of(map.key()) + of(map.value()) + "Map";
    }
    if (argument instanceof ConvertedRef converted) {
      return of(converted.java());
    }
    return simple(((ScalarRef) argument).scalar().javaClass()).replace("byte[]", "Bytes");
  }

  private String of(JavaType type) {
    if (type instanceof JavaType.Same same) {
      return of(same.type());
    }
    if (type instanceof JavaType.Array array) {
      return of(array.element()) + "Array";
    }
    if (type instanceof JavaType.Below below) {
      return of(below.bound());
    }
    JavaType.Declared declared = (JavaType.Declared) type;
    return declared.arguments().stream().map(this::of).collect(Collectors.joining())
        + declared.name().simpleName();
  }

  private static String simple(String javaClass) {
    return javaClass.substring(javaClass.lastIndexOf('.') + 1);
  }
}
