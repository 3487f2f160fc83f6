package io.triglot.processor.frontend;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Accessor;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Reads methods of types that are fields with arguments, which only GraphQL has. */
final class FieldMethodReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader types;
  private final AccessReader access;
  private final ConstraintReader constraints = new ConstraintReader();
  private final Findings findings;

  FieldMethodReader(
      Symbols symbols,
      DocReader docs,
      TypeRefReader types,
      AccessReader access,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.types = types;
    this.access = access;
    this.findings = findings;
  }

  /** The fields that a type's methods are. */
  List<Field> read(TypeUse owner, Path path) {
    return FieldMethods.of(symbols, owner.element()).stream()
        .flatMap(method -> read(method, owner, path).stream())
        .toList();
  }

  private Optional<Field> read(ExecutableElement declaration, TypeUse owner, Path path) {
    List<Element> declarations = symbols.overridden(declaration, owner.element());
    FieldAnnotation annotation = FieldAnnotation.of(declarations);
    String name = declaration.getSimpleName().toString();
    Origin origin =
        symbols.origin(declaration, Symbols.shownName(owner.element()) + "." + name, path.origin());
    OperationMethod method =
        new OperationMethod(
            owner.element(),
            declaration,
            annotation.annotation().orElseThrow(),
            symbols.typeIn(owner.element(), declaration),
            declarations.stream().map(ExecutableElement.class::cast).toList(),
            origin);
    DocComment comment = docs.read(declaration);
    TypeRefReader reader = types.in(owner.arguments());
    Optional<List<Parameter>> parameters =
        new ParameterReader(symbols, docs, reader, findings).read(method, comment);
    Optional<TypeRef> type =
        reader
            .formed(annotation)
            .read(method.type().getReturnType(), declarations, path.then(origin));
    if (parameters.isEmpty() || type.isEmpty() || !areArguments(parameters.get())) {
      return Optional.empty();
    }
    return Optional.of(field(method, annotation, parameters.get(), type.get(), comment, owner));
  }

  private Field field(
      OperationMethod method,
      FieldAnnotation annotation,
      List<Parameter> parameters,
      TypeRef type,
      DocComment comment,
      TypeUse owner) {
    annotation.checkId(method.name(), type, method.origin(), findings);
    Access guard =
        access.read(
            List.of(List.copyOf(method.overriding())),
            Stream.concat(
                Stream.of(Symbols.owner(method.declaration())),
                symbols.lineage(owner.element()).stream()),
            method.origin());
    String javaName = FieldMethods.javaName(method.declaration());
    return new Field(
        javaName,
        annotation.nameOr(method.name()),
        NameReader.of(List.copyOf(method.overriding())),
        JsonMember.of(javaName, type),
        Accessor.method(method.name()),
        Optional.empty(),
        false,
        guard,
        type,
        constraints.ofResult(method),
        Optional.empty(),
        annotation.isId(method.name(), type),
        false,
        false,
        annotation.number(),
        comment.summary().guarded(guard),
        annotation.deprecation().or(() -> docs.deprecation(method.declaration())),
        Optional.of(Set.of(Protocol.GRAPHQL)),
        parameters,
        SharingReader.of(List.copyOf(method.overriding())),
        method.origin());
  }

  private static boolean isUpload(Parameter parameter) {
    return parameter.told().map(Parameter::type).anyMatch(Operation::isUpload);
  }

  /** Whether the parameters are what a client can send to a field; else reports it. */
  private boolean areArguments(List<Parameter> parameters) {
    List<Parameter> others =
        parameters.stream().filter(each -> each.role() != Role.ARGUMENT || isUpload(each)).toList();
    others.forEach(
        each ->
            findings.report(
                TypeRules.FIELD_ARGUMENT,
                each.origin(),
                each.origin() + " is no argument that a client can send to a field.",
                "Make the field an @ApiBatch method of a service, or change the parameter."));
    return others.isEmpty();
  }
}
