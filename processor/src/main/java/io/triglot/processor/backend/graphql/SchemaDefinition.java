package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.UnionType;
import java.util.Optional;

/** What a name of a schema stands for. */
sealed interface SchemaDefinition {
  /** The name. */
  String name();

  /** What it is, with the user's own names, for messages. */
  String description();

  /** Where to show that something is wrong with it. */
  Origin origin();

  /** The user's type that it is made of; empty where there is none. */
  default Optional<JavaName> java() {
    return Optional.empty();
  }

  /** What is made of a type of the user's. */
  sealed interface OfType extends SchemaDefinition {
    /** The type. */
    TypeDefinition type();

    /** What is made of it, such as {@code input type}. */
    String kind();

    @Override
    default String name() {
      return SchemaNames.of(type());
    }

    @Override
    default String description() {
      return "the " + kind() + " of " + type().javaName();
    }

    @Override
    default Origin origin() {
      return type().origin();
    }

    @Override
    default Optional<JavaName> java() {
      return Optional.of(type().javaName());
    }
  }

  /** An object type. */
  record ObjectDefinition(ObjectNode node) implements OfType {
    @Override
    public ObjectType type() {
      return node.type();
    }

    @Override
    public String kind() {
      return "object type";
    }
  }

  /** An input type. */
  record InputDefinition(ObjectNode node, InputNode input) implements OfType {
    @Override
    public ObjectType type() {
      return node.type();
    }

    @Override
    public String kind() {
      return "input type";
    }

    @Override
    public String name() {
      return input.name();
    }
  }

  /** A union or interface. */
  record UnionDefinition(UnionNode node) implements OfType {
    @Override
    public UnionType type() {
      return node.type();
    }

    @Override
    public String kind() {
      return node.isInterface() ? "interface" : "union";
    }
  }

  /** The input type of a union, of whose fields a client sends one. */
  record OneOfDefinition(UnionNode node, String name) implements OfType {
    @Override
    public UnionType type() {
      return node.type();
    }

    @Override
    public String kind() {
      return "input type";
    }
  }

  /** An enum type. */
  record EnumDefinition(EnumType type) implements OfType {
    @Override
    public String kind() {
      return "enum type";
    }
  }

  /**
   * A custom scalar.
   *
   * @param specification its address; empty where there is none
   * @param origin a service that uses it
   */
  record ScalarDefinition(String name, GraphQlScalar scalar, String specification, Origin origin)
      implements SchemaDefinition {
    @Override
    public String description() {
      return "the scalar " + scalar.schemaName() + " of the mapping";
    }
  }

  /**
   * The type of a map's entries.
   *
   * @param origin a service that uses it
   */
  record EntryDefinition(EntryUse use, Origin origin) implements SchemaDefinition {
    @Override
    public String name() {
      return use.nullableSdl();
    }

    @Override
    public String description() {
      return "the entries of a map from " + use.key().sdl() + " to " + use.value().sdl();
    }
  }
}
