package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.stream.Stream;

/** Patches are properties of what clients send, and of nothing else. */
final class PatchRule implements ModelRule {
  static final Rule RULE = Rule.error("TriglotPatch");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    return Stream.concat(bare(model), received(model));
  }

  /** Patches that are no properties. */
  private static Stream<Diagnostic> bare(ApiModel model) {
    Stream<Diagnostic> operations =
        operations(model).stream()
            .flatMap(
                operation ->
                    Stream.concat(
                        operation.received().stream()
                            .flatMap(each -> bare(each.type(), each.origin())),
                        bare(operation.result(), operation.origin())));
    Stream<Diagnostic> errors =
        model.errors().values().stream()
            .flatMap(
                error ->
                    error.properties().stream().flatMap(each -> bare(each.type(), error.origin())));
    return Stream.concat(operations, errors);
  }

  private static Stream<Diagnostic> bare(TypeRef type, Origin origin) {
    return TypeRef.isPatch(type)
        ? Stream.of(
            RULE.at(
                origin,
                origin + " is a patch by itself, which no protocol can tell from a value.",
                "Make it a component of a record that clients send."))
        : Stream.empty();
  }

  /** Patches that clients would receive, where what is absent and what is null look the same. */
  private static Stream<Diagnostic> received(ApiModel model) {
    Stream<TypeRef> results =
        Stream.of(
                operations(model).stream().map(Operation::result),
                model.services().stream()
                    .flatMap(service -> service.batchFields().stream())
                    .map(BatchField::value),
                model.services().stream()
                    .flatMap(service -> service.entities().stream())
                    .map(method -> new TypeRef.NamedRef(method.entity(), false)))
            .flatMap(each -> each);
    return TypeReach.from(model, results).stream()
        .map(name -> model.types().get(name))
        .filter(ObjectType.class::isInstance)
        .flatMap(type -> ((ObjectType) type).sent())
        .filter(field -> TypeRef.isPatch(field.type()))
        .map(
            field ->
                RULE.at(
                    field.origin(),
                    "Clients receive " + field.origin() + ", which is a patch.",
                    "Return another type, which has the value itself."));
  }

  private static List<Operation> operations(ApiModel model) {
    return model.services().stream().flatMap(service -> service.operations().stream()).toList();
  }
}
