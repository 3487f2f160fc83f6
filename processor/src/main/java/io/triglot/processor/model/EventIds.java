package io.triglot.processor.model;

import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Optional;

/** Knows what tells the elements of a stream apart. */
public final class EventIds {
  private EventIds() {}

  /** The field of an element that tells it apart, if it is an object that has one. */
  public static Optional<Field> of(ApiModel model, TypeRef element) {
    return element.present() instanceof NamedRef named
            && model.definition(named) instanceof ObjectType object
        ? object.fields().stream().filter(Field::eventId).findFirst()
        : Optional.empty();
  }

  /** The parameter that says after which element a stream goes on, if there is one. */
  public static Optional<Parameter> last(Operation operation) {
    return operation.arguments().stream()
        .filter(each -> each.isFrom(Source.LastEvent.class))
        .findFirst();
  }
}
