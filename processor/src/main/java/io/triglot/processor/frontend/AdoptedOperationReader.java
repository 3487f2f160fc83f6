package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.frontend.AdoptedResultReader.Read;
import io.triglot.processor.frontend.ArgumentReader.Arguments;
import io.triglot.processor.frontend.ArgumentReader.Target;
import io.triglot.processor.frontend.ResultReader.Result;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.AdoptedMethod.Outcome;
import io.triglot.processor.model.AsyncLibrary;
import io.triglot.processor.model.Constraints;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads resource methods as operations of the service that adopts them. */
final class AdoptedOperationReader {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Symbols symbols;
  private final DocReader docs;
  private final TypeRefReader types;
  private final AdoptedResultReader results;
  private final AccessReader access;
  private final TraitsReader traits;
  private final ErrorCatalog errors;
  private final ConstraintReader constraints = new ConstraintReader();
  private final MediaTypeCheck media;
  private final Findings findings;

  AdoptedOperationReader(
      Symbols symbols,
      DocReader docs,
      TypeRefReader types,
      AccessReader access,
      ErrorCatalog errors,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.types = types;
    this.results = new AdoptedResultReader(symbols, types, findings);
    this.access = access;
    this.traits = new TraitsReader(symbols);
    this.errors = errors;
    this.media = new MediaTypeCheck(findings);
    this.findings = findings;
  }

  /**
   * An operation, or why there is none: then the list is not empty.
   *
   * @param uncalled why no client can be generated that calls it by its REST
   */
  record Outcomes(
      Optional<Operation> operation, List<Diagnostic> refusals, Optional<String> uncalled) {}

  /**
   * What becomes of a method.
   *
   * @param injected what of a request is injected into the resource
   * @param protocols those of the service
   */
  Outcomes read(ResourceMethod resource, List<Target> injected, Set<Protocol> protocols) {
    List<Operation> read = new ArrayList<>();
    List<Diagnostic> refusals =
        findings.captured(() -> operation(resource, injected, protocols).ifPresent(read::add));
    Optional<Operation> operation = read.stream().findFirst();
    Optional<String> obstacle = operation.flatMap(each -> RestCallability.obstacle(each, resource));
    return new Outcomes(
        obstacle.isEmpty() ? operation : operation.map(Operation::uncalled), refusals, obstacle);
  }

  private Optional<Operation> operation(
      ResourceMethod resource, List<Target> injected, Set<Protocol> protocols) {
    OperationMethod method = resource.method();
    DocComment comment = docs.read(resource.overridden().get(0));
    Optional<Arguments> read =
        new ArgumentReader(symbols, types, findings, resource, comment).read(injected);
    Optional<Read> answered = read.flatMap(each -> results.read(resource, each.arguments()));
    if (read.isEmpty()
        || answered.isEmpty()
        || !media.check(resource, read.get(), answered.get())) {
      return Optional.empty();
    }
    Result result = answered.get().result();
    Annotated annotation = method.annotation();
    return Optional.of(
        new Operation(
            annotation.text("name").isEmpty() ? method.name() : annotation.text("name"),
            NameReader.of(List.of(method.declaration())),
            NameReader.ofRpc(method.declaration()),
            method.name(),
            Set.of(),
            kind(resource, result),
            Optional.of(adopted(resource, read.get(), answered.get())),
            parameters(read.get(), method.origin()),
            result.form(),
            AsyncLibrary.JDK,
            result.type(),
            Optional.empty(),
            access.readAdopted(
                method.accessDeclarations(symbols.lineage(method.service())), method.origin()),
            OperationReader.protocols(annotation, protocols),
            result.form() == ResultForm.VALUE && annotation.flag("blocking", true),
            timeout(annotation),
            errors.declaredBy(method, comment),
            traits.of(method),
            comment.summary(),
            docs.deprecation(resource.overridden().get(0)),
            Optional.empty(), // its answers on REST are its own
            method.origin()));
  }

  private static OperationKind kind(ResourceMethod resource, Result result) {
    if (result.form() == ResultForm.PUBLISHER) {
      return OperationKind.SUBSCRIPTION;
    }
    return SAFE.contains(resource.verb()) ? OperationKind.QUERY : OperationKind.MUTATION;
  }

  private AdoptedMethod adopted(ResourceMethod resource, Arguments read, Read answered) {
    return new AdoptedMethod(
        resource.verb(),
        resource.path(),
        read.arguments(),
        read.injected(),
        resource.method().type().getParameterTypes().stream()
            .map(type -> TypeText.qualified(symbols.types().erasure(type)))
            .toList(),
        answered.outcome() == Outcome.ENTITY && !constraints.ofResult(resource.method()).isEmpty(),
        answered.outcome(),
        answered.result().library(),
        MediaTypes.of(resource, "Consumes"),
        MediaTypes.of(resource, "Produces"),
        true);
  }

  private static Optional<Duration> timeout(Annotated annotation) {
    int millis = annotation.number("timeoutMillis");
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /** Those of the adapter's method: the call's context, then what callers send. */
  private static List<Parameter> parameters(Arguments read, Origin origin) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        new Parameter(
            "context",
            "context",
            Optional.empty(),
            Role.CONTEXT,
            Optional.empty(),
            new VoidRef(),
            Constraints.NONE,
            Optional.empty(),
            AsyncLibrary.JDK,
            false,
            OptionalInt.empty(),
            Doc.NONE,
            Optional.empty(),
            List.of(),
            origin));
    parameters.addAll(read.parameters());
    return parameters;
  }
}
