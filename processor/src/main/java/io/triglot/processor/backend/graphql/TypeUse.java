package io.triglot.processor.backend.graphql;

import io.triglot.processor.model.JavaName;
import java.util.Optional;

/** A use of a GraphQL type, and whether its value is never null. */
sealed interface TypeUse {
  /** Whether its value is never null: the exclamation mark. */
  boolean required();

  /** The type as SDL has it, without the exclamation mark. */
  String nullableSdl();

  /** The type as SDL has it, such as {@code [Product!]!}. */
  default String sdl() {
    return required() ? nullableSdl() + "!" : nullableSdl();
  }

  /** The same type, never null. */
  TypeUse asRequired();

  /**
   * A scalar.
   *
   * @param scalar how it is coerced
   * @param nullableSdl its name, which is the module's own if it binds the Java type
   * @param specification the address of its specification, where the module tells another
   */
  record ScalarUse(
      GraphQlScalar scalar, String nullableSdl, Optional<String> specification, boolean required)
      implements TypeUse {
    @Override
    public ScalarUse asRequired() {
      return new ScalarUse(scalar, nullableSdl, specification, true);
    }
  }

  /** An object type. */
  record ObjectUse(JavaName java, String nullableSdl, boolean required) implements TypeUse {
    @Override
    public ObjectUse asRequired() {
      return new ObjectUse(java, nullableSdl, true);
    }
  }

  /** A union or interface. */
  record UnionUse(JavaName java, String nullableSdl, boolean required) implements TypeUse {
    @Override
    public UnionUse asRequired() {
      return new UnionUse(java, nullableSdl, true);
    }
  }

  /** An input type. */
  record InputUse(JavaName java, String nullableSdl, boolean required) implements TypeUse {
    @Override
    public InputUse asRequired() {
      return new InputUse(java, nullableSdl, true);
    }
  }

  /** An enum type. */
  record EnumUse(JavaName java, String nullableSdl, boolean required) implements TypeUse {
    @Override
    public EnumUse asRequired() {
      return new EnumUse(java, nullableSdl, true);
    }
  }

  /** An entry of a map, which has a type of its own: {@code {key value}}. */
  record EntryUse(TypeUse key, TypeUse value, boolean input, boolean required) implements TypeUse {
    @Override
    public String nullableSdl() {
      String keyPart = key.nullableSdl().equals("String") ? "" : namePart(key.asRequired());
      return keyPart + namePart(value) + (input ? "EntryInput" : "Entry");
    }

    @Override
    public EntryUse asRequired() {
      return new EntryUse(key, value, input, true);
    }

    private static String namePart(TypeUse use) {
      String name =
          use instanceof ListUse list ? namePart(list.element()) + "List" : use.nullableSdl();
      return use.required() ? name : "Nullable" + name;
    }
  }

  /** A list. */
  record ListUse(TypeUse element, boolean required) implements TypeUse {
    @Override
    public String nullableSdl() {
      return "[" + element.sdl() + "]";
    }

    @Override
    public ListUse asRequired() {
      return new ListUse(element, true);
    }
  }
}
