package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
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

  /** An object type. */
  record ObjectDefinition(ObjectNode node) implements SchemaDefinition {
    @Override
    public String name() {
      return SchemaNames.of(node.type());
    }

    @Override
    public String description() {
      return "the object type of " + node.type().javaName();
    }

    @Override
    public Origin origin() {
      return node.type().origin();
    }

    @Override
    public Optional<JavaName> java() {
      return Optional.of(node.type().javaName());
    }
  }

  /** An input type. */
  record InputDefinition(ObjectNode node, InputNode input) implements SchemaDefinition {
    @Override
    public String name() {
      return input.name();
    }

    @Override
    public String description() {
      return "the input type of " + node.type().javaName();
    }

    @Override
    public Origin origin() {
      return node.type().origin();
    }

    @Override
    public Optional<JavaName> java() {
      return Optional.of(node.type().javaName());
    }
  }

  /** A union or interface. */
  record UnionDefinition(UnionNode node) implements SchemaDefinition {
    @Override
    public String name() {
      return SchemaNames.of(node.type());
    }

    @Override
    public String description() {
      return (node.isInterface() ? "the interface of " : "the union of ") + node.type().javaName();
    }

    @Override
    public Origin origin() {
      return node.type().origin();
    }

    @Override
    public Optional<JavaName> java() {
      return Optional.of(node.type().javaName());
    }
  }

  /** The input type of a union, of whose fields a client sends one. */
  record OneOfDefinition(UnionNode node, String name) implements SchemaDefinition {
    @Override
    public String description() {
      return "the input type of " + node.type().javaName();
    }

    @Override
    public Origin origin() {
      return node.type().origin();
    }

    @Override
    public Optional<JavaName> java() {
      return Optional.of(node.type().javaName());
    }
  }

  /** An enum type. */
  record EnumDefinition(EnumType type) implements SchemaDefinition {
    @Override
    public String name() {
      return SchemaNames.of(type);
    }

    @Override
    public String description() {
      return "the enum type of " + type.javaName();
    }

    @Override
    public Origin origin() {
      return type.origin();
    }

    @Override
    public Optional<JavaName> java() {
      return Optional.of(type.javaName());
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
