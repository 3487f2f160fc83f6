package io.triglot.runtime.graphql;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLUnionType;
import io.triglot.runtime.graphql.plan.MemberTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The members of a union, or of an interface if they have fields in common. Not thread-safe; not
 * changed any more once it is a type.
 */
public final class UnionMembers {
  private final String name;
  private final Map<String, Predicate<Object>> members = new LinkedHashMap<>();
  private final List<GraphQLFieldDefinition> fields = new ArrayList<>();
  private @Nullable String description;

  UnionMembers(String name) {
    this.name = name;
  }

  /** Describes the type. */
  public UnionMembers description(String description) {
    this.description = description;
    return this;
  }

  /** Adds a field that all members have, which makes the type an interface. */
  public UnionMembers field(GraphQLFieldDefinition.Builder field) {
    fields.add(field.build());
    return this;
  }

  /**
   * Adds a member.
   *
   * @param type an object type
   * @param isMember whether an object is of that type
   */
  public UnionMembers member(GraphQLTypeReference type, Predicate<Object> isMember) {
    members.put(type.getName(), isMember);
    return this;
  }

  /** The object types that are to implement it: none for a union. */
  List<String> implementing() {
    return fields.isEmpty() ? List.of() : List.copyOf(members.keySet());
  }

  GraphQLNamedOutputType build() {
    if (!fields.isEmpty()) {
      return GraphQLInterfaceType.newInterface()
          .name(name)
          .description(description)
          .fields(fields)
          .build();
    }
    GraphQLUnionType.Builder union =
        GraphQLUnionType.newUnionType().name(name).description(description);
    members.keySet().forEach(member -> union.possibleType(GraphQLTypeReference.typeRef(member)));
    return union.build();
  }

  /** Tells of which member's type an object is. */
  MemberTypes resolver() {
    return new Resolver(name, members);
  }

  /** Asks each member's test, in the order in which they were added. */
  private record Resolver(String name, Map<String, Predicate<Object>> members)
      implements MemberTypes {
    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
      return environment
          .getSchema()
          .getObjectType(typeOf(Objects.requireNonNull(environment.<Object>getObject())));
    }

    @Override
    public String typeOf(Object value) {
      for (Map.Entry<String, Predicate<Object>> member : members.entrySet()) {
        if (member.getValue().test(value)) {
          return member.getKey();
        }
      }
      throw new IllegalStateException(
          value.getClass().getName() + " is none of the types of " + name);
    }
  }
}
