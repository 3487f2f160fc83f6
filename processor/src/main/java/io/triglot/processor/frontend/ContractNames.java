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
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * Names types in the contracts: by {@code @ApiType}, else by their simple names. A use of a generic
 * class has the names of its type arguments in front, {@code OrderPage} for {@code Page<Order>}.
 */
final class ContractNames {
  private final Symbols symbols;

  ContractNames(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The name of a type. */
  String of(TypeUse use) {
    return of(use.element(), use.name());
  }

  private String of(TypeElement type, JavaName name) {
    return name.arguments().stream().map(this::of).collect(Collectors.joining()) + own(type);
  }

  private static String own(TypeElement type) {
    return Annotated.find(type, Triglot.TYPE)
        .map(annotation -> annotation.text("name"))
        .filter(name -> !name.isEmpty())
        .orElse(type.getSimpleName().toString());
  }

  private String of(TypeRef argument) {
    String name = present(argument.present());
    return argument.nullable() && !(argument instanceof OptionalRef) ? "Nullable" + name : name;
  }

  private String present(TypeRef argument) {
    if (argument instanceof NamedRef named) {
      return symbols.find(named.name()).map(type -> of(type, named.name())).orElseThrow();
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
    JavaType.Declared declared = (JavaType.Declared) type;
    return declared.arguments().stream().map(this::of).collect(Collectors.joining())
        + declared.name().simpleName();
  }

  private static String simple(String javaClass) {
    return javaClass.substring(javaClass.lastIndexOf('.') + 1);
  }
}
