package io.triglot.processor.validation;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeReach;
import java.util.stream.Stream;

/** The object types that clients send. */
final class Inputs {
  private Inputs() {}

  static Stream<ObjectType> of(ApiModel model) {
    return TypeReach.inputs(
            model, model.services().stream().flatMap(service -> service.operations().stream()))
        .stream()
        .map(name -> model.types().get(name))
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast);
  }
}
