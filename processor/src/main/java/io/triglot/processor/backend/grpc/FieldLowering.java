package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.ProtoField.Cardinality;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.ConstraintText;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.UnionType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lowers a property of a Java type to a field of a message. */
final class FieldLowering {
  private final TypeIndex types;
  private final List<Diagnostic> diagnostics;

  FieldLowering(TypeIndex types, List<Diagnostic> diagnostics) {
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** A property, before it is a field. */
  record Property(
      String name,
      Optional<ExactNames> exact,
      String jsonName,
      Doc doc,
      boolean deprecated,
      String javaName,
      Accessor accessor,
      Optional<Mutator> mutator,
      boolean writeOnly,
      Access access,
      TypeRef type,
      Optional<String> otherwise,
      Origin origin) {

    /** The property of an object type. */
    static Property of(Field field) {
      return new Property(
          field.name(),
          field.exact(),
          field.json().name(),
          described(
                  ConstraintText.described(field.doc(), field.type(), field.constraints()),
                  field.mutator().isPresent() ? field.otherwise() : Optional.empty())
              .deprecated(field.deprecation()),
          field.deprecation().isPresent(),
          field.javaName(),
          field.accessor(),
          field.mutator(),
          field.writeOnly(),
          field.access(),
          field.type(),
          field.otherwise(),
          field.origin());
    }

    /** The component of a generated record. */
    static Property component(
        String name,
        Optional<ExactNames> exact,
        String javaName,
        Doc doc,
        boolean deprecated,
        TypeRef type,
        Optional<String> otherwise,
        Origin origin) {
      return new Property(
          name,
          exact,
          name,
          described(doc, otherwise),
          deprecated,
          javaName,
          Accessor.method(javaName),
          Optional.of(Mutator.argument(javaName)),
          false,
          Access.OPEN,
          type,
          otherwise,
          origin);
    }

    /** protobuf has no defaults of its own since proto3. */
    private static Doc described(Doc doc, Optional<String> otherwise) {
      return otherwise.map(text -> doc.with("By default `" + text + "`.")).orElse(doc);
    }
  }

  /** The field with this number. */
  ProtoField lower(Property property, int number) {
    TypeRef type = property.type().present().carrier();
    checkElements(type, property.origin());
    return new ProtoField(
        ExactNames.protobuf(property.exact(), ProtoNames.snake(property.name())),
        jsonName(property.exact(), property.jsonName()),
        number,
        cardinality(type, property.type().nullable() || property.otherwise().isPresent()),
        fieldType(type, property.name()),
        property.doc(),
        property.deprecated(),
        property.javaName(),
        property.accessor(),
        property.mutator(),
        property.writeOnly(),
        property.access(),
        property.type(),
        property.otherwise(),
        property.origin());
  }

  /** The name in protobuf's JSON mapping: that of an exact name follows from it. */
  static String jsonName(Optional<ExactNames> exact, String name) {
    return exact.flatMap(ExactNames::protobuf).map(ProtoNames::derivedJsonName).orElse(name);
  }

  private Cardinality cardinality(TypeRef type, boolean nullable) {
    if (type instanceof TypeRef.ListRef) {
      return Cardinality.REPEATED;
    }
    if (type instanceof TypeRef.MapRef) {
      return Cardinality.MAP;
    }
    boolean message =
        !(type(type) instanceof ProtoType.ScalarType || type(type) instanceof ProtoType.EnumRef);
    return nullable && !message ? Cardinality.OPTIONAL : Cardinality.SINGULAR;
  }

  private ProtoType type(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return type(scalar.scalar());
    }
    if (type instanceof TypeRef.NamedRef named) {
      ProtoName name = types.name(named.name());
      TypeDefinition definition = types.model().definition(named);
      return definition instanceof EnumType enumType
          ? new ProtoType.EnumRef(name, EnumLowering.zero(enumType), named.name())
          : new ProtoType.MessageRef(name, definition instanceof UnionType, named.name());
    }
    throw new IllegalStateException("no protobuf type for " + type);
  }

  /**
   * The type of a field, of what it repeats, or of the entries of its map.
   *
   * @param name the field's name, after which messages are called that stand for collections in it
   */
  private ProtoType fieldType(TypeRef type, String name) {
    if (type instanceof TypeRef.ListRef list) {
      return elementType(list.element(), ProtoNames.pascal(name) + "Element");
    }
    if (type instanceof TypeRef.MapRef map) {
      return new ProtoType.MapType(
          keyType(map.key()), elementType(map.value(), ProtoNames.pascal(name) + "Value"));
    }
    return type(type);
  }

  private ProtoType elementType(TypeRef element, String name) {
    if (element instanceof TypeRef.ConvertedRef converted) {
      return new ProtoType.ConvertedType(
          elementType(converted.carrier(), name), converted.conversion());
    }
    if (element instanceof TypeRef.ListRef || element instanceof TypeRef.MapRef) {
      String factory =
          element instanceof TypeRef.ListRef list
              ? list.container().name().toLowerCase(Locale.ROOT)
              : "map";
      return new ProtoType.WrappedType(
          name, factory, fieldType(element, ProtoType.WrappedType.VALUES));
    }
    return type(element);
  }

  private ProtoType keyType(TypeRef key) {
    if (key instanceof TypeRef.NamedRef named) {
      return new ProtoType.EnumName(named.name());
    }
    if (key instanceof TypeRef.ConvertedRef converted) {
      return new ProtoType.ConvertedType(keyType(converted.carrier()), converted.conversion());
    }
    Scalar scalar = ((TypeRef.ScalarRef) key).scalar();
    return type(scalar) instanceof ProtoType.WellKnownType
        ? new ProtoType.ScalarType("string", scalar)
        : type(scalar);
  }

  private static ProtoType type(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> new ProtoType.ScalarType("bool", scalar);
      case BYTE, SHORT, INT -> new ProtoType.ScalarType("int32", scalar);
      case LONG -> new ProtoType.ScalarType("int64", scalar);
      case FLOAT -> new ProtoType.ScalarType("float", scalar);
      case DOUBLE -> new ProtoType.ScalarType("double", scalar);
      case BYTES -> new ProtoType.ScalarType("bytes", scalar);
      case INSTANT -> new ProtoType.WellKnownType(WellKnown.TIMESTAMP, scalar);
      case JSON -> new ProtoType.WellKnownType(WellKnown.VALUE, scalar);
      case JSON_OBJECT -> new ProtoType.WellKnownType(WellKnown.STRUCT, scalar);
      case DURATION -> new ProtoType.WellKnownType(WellKnown.DURATION, scalar);
      default -> new ProtoType.ScalarType("string", scalar);
    };
  }

  private void checkElements(TypeRef type, Origin origin) {
    if (type instanceof TypeRef.ListRef list) {
      checkElement(list.element(), "an element", origin);
    } else if (type instanceof TypeRef.MapRef map) {
      checkElement(map.value(), "a value", origin);
    }
  }

  private void checkElement(TypeRef element, String what, Origin origin) {
    if (element.nullable()) {
      diagnostics.add(
          GrpcRules.NULLABLE_ELEMENT.at(
              origin,
              origin + " can have null as " + what + ", which protobuf cannot say.",
              "Leave @Nullable away there, or offer the operation on other protocols only."));
    }
    checkElements(element.carrier(), origin);
  }
}
