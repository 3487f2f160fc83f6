package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EventIds;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.Optional;
import java.util.stream.Stream;

/** The id of an event is one property, and a stream goes on after one of that type. */
final class EventIdRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotEventId");

  private static final MarkedProperty ID =
      new MarkedProperty(RULE, Field::eventId, "id", "eventId");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> types =
        ID.check(
            model,
            EventIdRule::isId,
            " cannot be the id of an event.",
            "Use a whole number, a String, a UUID or an Instant that is always there and that all"
                + " callers see.");
    Stream<Diagnostic> operations =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(operation -> check(model, operation));
    return Stream.concat(types, operations);
  }

  private static boolean isId(Field field) {
    return MarkedProperty.isTold(field.type())
        && !field.type().nullable()
        && !field.access().isGuarded();
  }

  private static Stream<Diagnostic> check(ApiModel model, Operation operation) {
    Stream<Diagnostic> parameters =
        operation.arguments().stream()
            .filter(each -> each.isFrom(Source.LastEvent.class))
            .flatMap(each -> check(model, operation, each).stream());
    int retry = operation.traits().hints().retryMillis();
    boolean told = retry != 0 && (retry < 0 || operation.form() != ResultForm.PUBLISHER);
    return told
        ? Stream.concat(
            parameters,
            Stream.of(
                RULE.at(
                    operation.origin(),
                    operation.origin()
                        + (retry < 0
                            ? " tells clients a time below 0."
                            : " returns no stream that clients could connect to again."),
                    "Leave retryMillis away.")))
        : parameters;
  }

  private static Optional<Diagnostic> check(
      ApiModel model, Operation operation, Parameter parameter) {
    Optional<Field> id =
        operation.form() == ResultForm.PUBLISHER
            ? EventIds.of(model, operation.result())
            : Optional.empty();
    if (id.isEmpty()) {
      return refused(
          parameter,
          " is the id of an event, but what "
              + operation.origin()
              + " returns is no stream of events with ids.",
          "Write @ApiField(eventId = true) on a property of its elements, too.");
    }
    if (EventIds.last(operation).filter(parameter::equals).isEmpty()) {
      return refused(parameter, " is a second id of a last event.", "Take one.");
    }
    if (!isSame(parameter.type(), id.get().type())) {
      return refused(
          parameter,
          " is of another type than " + id.get().origin() + ".",
          "Take the type of the ids.");
    }
    return parameter.type().nullable() && parameter.otherwise().isEmpty()
        ? Optional.empty()
        : refused(
            parameter,
            " must be there, but a client that has received nothing has no id.",
            "Make it @Nullable or an Optional, without a default.");
  }

  private static boolean isSame(TypeRef parameter, TypeRef id) {
    return parameter.present() instanceof ScalarRef one
        && id.present() instanceof ScalarRef other
        && one.scalar() == other.scalar();
  }

  private static Optional<Diagnostic> refused(Parameter parameter, String problem, String remedy) {
    return Optional.of(RULE.at(parameter.origin(), parameter.origin() + problem, remedy));
  }
}
