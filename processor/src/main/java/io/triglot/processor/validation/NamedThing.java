package io.triglot.processor.validation;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Something that has a name in the contracts. */
record NamedThing(String name, Origin origin) {

  /** Things whose names must differ. */
  record Scope(Kind kind, List<NamedThing> things) {
    /** What it is that has the names. */
    enum Kind {
      SERVICES,
      OPERATIONS,
      ARGUMENTS,
      TYPES,
      FIELDS,
      CONSTANTS
    }

    private static Scope of(Kind kind, Stream<NamedThing> things) {
      return new Scope(kind, things.toList());
    }
  }

  /** All names of a model. */
  static Stream<Scope> scopes(ApiModel model) {
    return Stream.of(
            Stream.of(
                Scope.of(Scope.Kind.TYPES, model.types().values().stream().map(NamedThing::of)),
                Scope.of(Scope.Kind.SERVICES, model.services().stream().map(NamedThing::of))),
            model.services().stream().map(NamedThing::operations),
            model.services().stream()
                .flatMap(service -> service.operations().stream())
                .map(NamedThing::arguments),
            model.types().values().stream().map(NamedThing::members))
        .flatMap(each -> each);
  }

  private static NamedThing of(TypeDefinition type) {
    return new NamedThing(type.name(), type.origin());
  }

  private static NamedThing of(Service service) {
    return new NamedThing(service.name(), service.origin());
  }

  private static Scope operations(Service service) {
    return Scope.of(
        Scope.Kind.OPERATIONS,
        service.operations().stream()
            .map(operation -> new NamedThing(operation.name(), operation.origin())));
  }

  private static Scope arguments(Operation operation) {
    return Scope.of(
        Scope.Kind.ARGUMENTS,
        operation.received().stream()
            .map(argument -> new NamedThing(argument.name(), argument.origin())));
  }

  private static Scope members(TypeDefinition type) {
    if (type instanceof ObjectType object) {
      return Scope.of(
          Scope.Kind.FIELDS,
          object.fields().stream().map(field -> new NamedThing(field.name(), field.origin())));
    }
    return Scope.of(
        Scope.Kind.CONSTANTS,
        type instanceof EnumType enumeration
            ? enumeration.constants().stream()
                .map(constant -> new NamedThing(constant.name(), constant.origin()))
            : Stream.empty());
  }
}
