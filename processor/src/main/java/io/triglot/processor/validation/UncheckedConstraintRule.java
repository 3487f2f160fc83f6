package io.triglot.processor.validation;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/** The constraints inside of what clients send are checked: {@code @Valid} leads to them. */
final class UncheckedConstraintRule implements ModelRule {
  static final Rule RULE = Rule.warning("TriglotUncheckedConstraint");

  @Override
  public Stream<Diagnostic> check(ApiModel model) {
    Stream<Diagnostic> parameters =
        model.services().stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(operation -> operation.received().stream())
            .flatMap(each -> check(model, each.type(), each.constraints(), each.origin()));
    SortedSet<JavaName> inputs =
        TypeReach.inputs(
            model, model.services().stream().flatMap(service -> service.operations().stream()));
    Stream<Diagnostic> fields =
        inputs.stream()
            .map(model.types()::get)
            .filter(ObjectType.class::isInstance)
            .flatMap(type -> ((ObjectType) type).received())
            .flatMap(each -> check(model, each.type(), each.constraints(), each.origin()));
    return Stream.concat(parameters, fields);
  }

  private static Stream<Diagnostic> check(
      ApiModel model, TypeRef type, Constraints constraints, Origin origin) {
    return constraints.cascades()
        ? Stream.empty()
        : TypeReach.mentioned(type)
            .map(name -> model.definition(new NamedRef(name, false)))
            .flatMap(each -> constrained(model, each).stream())
            .limit(1)
            .map(
                constrained ->
                    RULE.at(
                        origin,
                        "Nobody checks the constraints of "
                            + constrained
                            + " in "
                            + origin
                            + ", which is not annotated with @Valid.",
                        "Annotate it with @Valid."));
  }

  /** The name of what has constraints: the type, or a member of it. */
  private static Optional<JavaName> constrained(ApiModel model, TypeDefinition type) {
    if (type instanceof UnionType union) {
      return union.members().stream()
          .map(member -> model.definition(new NamedRef(member.type(), false)))
          .flatMap(member -> constrained(model, member).stream())
          .findFirst();
    }
    return type instanceof ObjectType object
            && (object.constrained()
                || object.received().anyMatch(field -> !field.constraints().isEmpty()))
        ? Optional.of(object.javaName())
        : Optional.empty();
  }
}
