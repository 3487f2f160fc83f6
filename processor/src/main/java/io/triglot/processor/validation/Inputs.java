package io.triglot.processor.validation;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import java.util.stream.Stream;

/** The object types that clients send. */
final class Inputs {
  private Inputs() {}

  static Stream<ObjectType> of(ApiModel model) {
    Stream<TypeRef> ofOperations =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(operation -> operation.received().stream())
            .map(Parameter::type);
    Stream<TypeRef> ofBatches =
        model.services().stream()
            .flatMap(service -> service.batchFields().stream())
            .flatMap(field -> field.arguments().stream())
            .map(Parameter::type);
    Stream<TypeRef> ofFields =
        model.types().values().stream()
            .filter(ObjectType.class::isInstance)
            .flatMap(type -> ((ObjectType) type).fields().stream())
            .flatMap(field -> field.arguments().stream())
            .map(Parameter::type);
    Stream<TypeRef> ofEntities =
        model.services().stream()
            .flatMap(service -> service.entities().stream())
            .map(EntityMethod::keyType);
    return TypeReach.from(
            model, Stream.of(ofOperations, ofBatches, ofFields, ofEntities).flatMap(each -> each))
        .stream()
        .map(name -> model.types().get(name))
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast);
  }
}
