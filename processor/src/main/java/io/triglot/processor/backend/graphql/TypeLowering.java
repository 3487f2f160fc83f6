package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.TypeUse.EntryUse;
import io.triglot.processor.backend.graphql.TypeUse.EnumUse;
import io.triglot.processor.backend.graphql.TypeUse.InputUse;
import io.triglot.processor.backend.graphql.TypeUse.ListUse;
import io.triglot.processor.backend.graphql.TypeUse.ObjectUse;
import io.triglot.processor.backend.graphql.TypeUse.ScalarUse;
import io.triglot.processor.backend.graphql.TypeUse.UnionUse;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.UnionType;
import java.util.Optional;

/** Lowers uses of Java types to uses of GraphQL types. */
record TypeLowering(ApiModel model, ScalarBindings scalars) {

  /**
   * The type of what a client receives.
   *
   * @param id whether it is an {@code ID}, or holds some
   */
  TypeUse output(TypeRef reference, boolean id) {
    return use(reference, id, false);
  }

  /**
   * The type of what a client sends.
   *
   * @param id whether it is an {@code ID}, or holds some
   */
  TypeUse input(TypeRef reference, boolean id) {
    return use(reference, id, true);
  }

  private TypeUse use(TypeRef type, boolean id, boolean input) {
    TypeRef reference = type.carrier();
    boolean required = !reference.nullable();
    if (reference instanceof ScalarRef scalar) {
      return scalar(scalar.scalar(), id, required);
    }
    if (reference instanceof NamedRef named) {
      return named(model.definition(named), input, required);
    }
    if (reference instanceof ListRef list) {
      return new ListUse(use(list.element(), id, input), required);
    }
    if (reference instanceof MapRef map) {
      TypeUse key = use(map.key(), false, input);
      TypeUse value = use(map.value(), id, input);
      return new ListUse(new EntryUse(key, value, input, true), required);
    }
    if (reference instanceof OptionalRef optional) {
      return nullable(optional.value(), id, input);
    }
    // A method without a result answers true, so that a client learns that it has returned.
    return new ScalarUse(
        GraphQlScalar.BOOLEAN, GraphQlScalar.BOOLEAN.schemaName(), Optional.empty(), true);
  }

  private TypeUse nullable(TypeRef type, boolean id, boolean input) {
    TypeRef reference = type.carrier();
    if (reference instanceof ScalarRef scalar) {
      return scalar(scalar.scalar(), id, false);
    }
    if (reference instanceof NamedRef named) {
      return named(model.definition(named), input, false);
    }
    TypeUse use = use(reference, id, input);
    return use instanceof ListUse list ? new ListUse(list.element(), false) : use;
  }

  private ScalarUse scalar(Scalar scalar, boolean id, boolean required) {
    boolean identifies =
        switch (scalar) {
          case STRING, UUID, INT, LONG -> id;
          default -> false;
        };
    return identifies
        ? new ScalarUse(GraphQlScalar.ID, GraphQlScalar.ID.schemaName(), Optional.empty(), required)
        : scalars.use(scalar, required);
  }

  private static TypeUse named(TypeDefinition definition, boolean input, boolean required) {
    if (definition instanceof EnumType) {
      return new EnumUse(definition.javaName(), SchemaNames.of(definition), required);
    }
    if (input) {
      return new InputUse(definition.javaName(), SchemaNames.input(definition), required);
    }
    return definition instanceof UnionType
        ? new UnionUse(definition.javaName(), SchemaNames.of(definition), required)
        : new ObjectUse(definition.javaName(), SchemaNames.of(definition), required);
  }
}
