package io.triglot.processor.javagen;

import io.triglot.processor.model.Operation;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;

/** How the arguments of an operation are passed on as {@code Object...}. */
public final class VarArguments {
  private VarArguments() {}

  /** What stands before each argument: a cast where a lone array would be taken for all of them. */
  public static String cast(Operation operation) {
    return operation.values().size() == 1 && isArrayOfObjects(operation.values().get(0).type())
        ? "(Object) "
        : "";
  }

  private static boolean isArrayOfObjects(TypeRef type) {
    return type instanceof ConvertedRef converted
        && converted.java() instanceof JavaType.Array array
        && !JavaTypes.of(array.element()).isPrimitive();
  }
}
