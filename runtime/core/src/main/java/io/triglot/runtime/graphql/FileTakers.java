package io.triglot.runtime.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import io.triglot.runtime.Access;
import io.triglot.runtime.Clearance;
import java.util.List;

/**
 * The operations that take files.
 *
 * @param access which callers each of them is for
 */
record FileTakers(List<Access> access) {

  /** Takes a copy. */
  FileTakers {
    access = List.copyOf(access);
  }

  /** Those of a schema. */
  static FileTakers of(SchemaBuilder parts) {
    if (parts.types().others().values().stream().noneMatch(FileTakers::isFile)) {
      return new FileTakers(List.of());
    }
    return new FileTakers(
        parts.added().values().stream()
            .filter(
                field ->
                    field.definition().getArguments().stream()
                        .anyMatch(argument -> isFile(argument, parts)))
            .map(field -> parts.hints().get(field.coordinates()))
            .map(operation -> operation == null ? Access.open() : operation.access())
            .toList());
  }

  private static boolean isFile(GraphQLArgument argument, SchemaBuilder parts) {
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(argument.getType());
    GraphQLNamedType used = parts.types().others().get(type.getName());
    return used != null && isFile(used);
  }

  private static boolean isFile(GraphQLNamedType type) {
    return type instanceof GraphQLScalarType scalar
        && scalar.getCoercing() instanceof UploadCoercing;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return access.isEmpty();
  }

  /**
   * Makes sure that the caller may call one of them.
   *
   * @throws io.triglot.runtime.CallException UNAUTHENTICATED or PERMISSION_DENIED
   */
  void require(Clearance caller) {
    if (access.stream().noneMatch(caller::admits)) {
      caller.require(access.get(0));
    }
  }
}
