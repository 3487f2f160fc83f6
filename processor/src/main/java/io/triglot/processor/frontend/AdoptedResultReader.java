package io.triglot.processor.frontend;

import io.triglot.processor.frontend.DocumentedEntity.Entity;
import io.triglot.processor.frontend.ResultReader.Result;
import io.triglot.processor.model.AdoptedMethod.Outcome;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what resource methods answer with, and how. */
final class AdoptedResultReader {
  /** What has an entity in it and says its type. */
  private static final Map<String, Outcome> HOLDERS =
      Map.of(
          "jakarta.ws.rs.core.GenericEntity", Outcome.RESPONSE,
          "javax.ws.rs.core.GenericEntity", Outcome.RESPONSE,
          "org.jboss.resteasy.reactive.RestResponse", Outcome.REST_RESPONSE);

  private final Symbols symbols;
  private final TypeRefReader types;
  private final ResultReader results;
  private final DocumentedEntity documented;
  private final Findings findings;

  AdoptedResultReader(Symbols symbols, TypeRefReader types, Findings findings) {
    this.symbols = symbols;
    this.types = types;
    this.results = new ResultReader(types, findings);
    this.documented = new DocumentedEntity(symbols);
    this.findings = findings;
  }

  /** A result, and what becomes of what the method returns. */
  record Read(Result result, Outcome outcome) {}

  /** The result; empty if it was refused. */
  Optional<Read> read(ResourceMethod resource, List<Argument> arguments) {
    if (arguments.stream().anyMatch(Argument.Suspended.class::isInstance)) {
      return entity(resource)
          .map(type -> new Result(ResultForm.STAGE, AsyncLibrary.JDK, type))
          .map(result -> new Read(result, Outcome.SUSPENDED));
    }
    TypeMirror returned = resource.method().type().getReturnType();
    ResultForm form = ResultReader.form(returned);
    TypeMirror value = form == ResultForm.VALUE ? returned : argument(returned).orElse(returned);
    boolean isWritten = resource.method().annotation().value("returns").isPresent();
    Optional<Outcome> holder = holder(value);
    if (form == ResultForm.PUBLISHER || !isWritten && !isOpaque(value) && holder.isEmpty()) {
      return results.read(resource.method()).map(result -> new Read(result, Outcome.ENTITY));
    }
    Optional<TypeRef> type =
        holder.isPresent() && !isWritten
            ? argument(value)
                .map(each -> new Entity(each, false))
                .flatMap(held -> held(held, resource))
            : entity(resource);
    return type.map(
        each ->
            new Read(
                new Result(form, ResultReader.library(returned), each),
                holder.orElse(Outcome.RESPONSE)));
  }

  private static boolean isOpaque(TypeMirror type) {
    return JaxRs.nameOf(type).filter("core.Response"::equals).isPresent();
  }

  private static Optional<Outcome> holder(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Optional.ofNullable(
            HOLDERS.get(((TypeElement) declared.asElement()).getQualifiedName().toString()))
        : Optional.empty();
  }

  private static Optional<TypeMirror> argument(TypeMirror type) {
    return ((DeclaredType) type)
        .getTypeArguments().stream().<TypeMirror>map(each -> each).findFirst();
  }

  private Optional<TypeRef> entity(ResourceMethod resource) {
    Optional<Entity> entity = documented.find(resource);
    if (entity.isEmpty()) {
      return findings.refuse(
          OperationRules.NOT_ADOPTED,
          resource.method().origin(),
          "Nothing says which entity it answers with.",
          "Write @ApiOperation(returns = …): a class, Order[].class for a list, Void.class for"
              + " none.");
    }
    return held(entity.get(), resource);
  }

  private Optional<TypeRef> held(Entity entity, ResourceMethod resource) {
    Path path = Path.from(resource.method().origin());
    TypeMirror type = entity.type();
    boolean isNone =
        type.getKind() == TypeKind.DECLARED
            && ((TypeElement) ((DeclaredType) type).asElement())
                .getQualifiedName()
                .contentEquals("java.lang.Void");
    if (isNone) {
      return Optional.of(new TypeRef.VoidRef());
    }
    return entity.several()
        ? types
            .readElement(type, path)
            .map(each -> new TypeRef.ListRef(TypeRef.Container.LIST, each, false))
        : types.readCarrier(type, true, path);
  }
}
