package io.triglot.processor.frontend;

import io.triglot.processor.frontend.ResultReader.Result;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Route;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads methods with {@code @ApiOperation}. */
final class OperationReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final ParameterReader parameters;
  private final ResultReader results;
  private final KindReader kinds;
  private final RouteReader routes;
  private final RestDeprecationReader restDeprecations;
  private final StreamRules streams;
  private final DownloadRules downloads;
  private final UploadRules uploads;
  private final AccessReader access;
  private final TraitsReader traits;
  private final ErrorCatalog errors;
  private final Findings findings;

  OperationReader(
      Symbols symbols,
      DocReader docs,
      ParameterReader parameters,
      ResultReader results,
      AccessReader access,
      ErrorCatalog errors,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.parameters = parameters;
    this.results = results;
    this.kinds = new KindReader(symbols, findings);
    this.routes = new RouteReader(findings);
    this.restDeprecations = new RestDeprecationReader(findings);
    this.streams = new StreamRules(findings);
    this.downloads = new DownloadRules(findings);
    this.uploads = new UploadRules(findings);
    this.access = access;
    this.traits = new TraitsReader(symbols);
    this.errors = errors;
    this.findings = findings;
  }

  /**
   * The operation; empty if something about it was refused.
   *
   * @param protocols those of the service
   */
  Optional<Operation> read(OperationMethod method, Set<Protocol> protocols) {
    DocComment comment = docs.read(method.declaration());
    Optional<List<Parameter>> read = parameters.read(method, comment);
    Optional<Result> result = results.read(method);
    List<JavaName> declared = errors.declaredBy(method, comment);
    Annotated annotation = method.annotation();
    String written = annotation.text("value");
    Optional<Route> route =
        written.isEmpty()
            ? Optional.empty()
            : routes.readRoute(
                written, new Origin(method.origin().name(), annotation.place("value")));
    if (annotation.type("returns").isPresent()) {
      findings.report(
          OperationRules.NOT_EXPOSED,
          new Origin(method.origin().name(), annotation.place("returns")),
          "returns of "
              + method.origin()
              + " has no effect: it is for methods of JAX-RS resources.",
          "Let the method return that type.");
    }
    boolean routeRefused = !written.isEmpty() && route.isEmpty();
    if (read.isEmpty() || result.isEmpty() || routeRefused) {
      findings.reportIncomplete(method.origin());
      return Optional.empty();
    }
    Optional<Set<Protocol>> offered =
        streams
            .protocols(
                read.get(), result.get().form(), protocols(annotation, protocols), method.origin())
            .flatMap(
                each -> downloads.protocols(method.type().getReturnType(), each, method.origin()))
            .flatMap(
                each -> uploads.protocols(read.get(), result.get().form(), each, method.origin()));
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    JavaxConstraints.report(List.of(method.declaration()), method.origin(), findings);
    return kinds
        .read(signature(method, route, result.get(), read.get()))
        .map(
            kind ->
                new Operation(
                    annotation.text("name").isEmpty() ? method.name() : annotation.text("name"),
                    NameReader.of(List.of(method.declaration())),
                    NameReader.ofRpc(method.declaration()),
                    method.name(),
                    ClientInterfaces.declaring(method, symbols),
                    kind,
                    Optional.empty(),
                    read.get(),
                    result.get().form(),
                    result.get().library(),
                    result.get().type(),
                    route,
                    access.read(
                        method.accessDeclarations(symbols.lineage(method.service())),
                        method.origin()),
                    offered.get(),
                    result.get().form() == ResultForm.VALUE && annotation.flag("blocking", true),
                    timeout(method),
                    declared,
                    traits.of(method),
                    comment.summary(),
                    docs.deprecation(method.declaration()),
                    restDeprecations.read(method, symbols.lineage(method.service())),
                    method.origin()));
  }

  private Optional<Duration> timeout(OperationMethod method) {
    int millis = method.annotation().number("timeoutMillis");
    if (millis < 0) {
      findings.report(
          OperationRules.TIMEOUT,
          new Origin(method.origin().name(), method.annotation().place("timeoutMillis")),
          method.origin() + " has a timeout of " + millis + " milliseconds.",
          "Write a positive number, or 0 for no limit.");
    }
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /** What the annotation says; what holds otherwise, where it says nothing. */
  static Set<Protocol> protocols(Annotated annotation, Set<Protocol> otherwise) {
    List<String> written = annotation.constants("protocols");
    return written.isEmpty()
        ? otherwise
        : written.stream().map(Protocol::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static KindReader.Signature signature(
      OperationMethod method, Optional<Route> route, Result result, List<Parameter> parameters) {
    return new KindReader.Signature(
        method.name(),
        method.annotation().constants("kind").stream().findFirst().map(OperationKind::valueOf),
        new Origin(method.origin().name(), method.annotation().place("kind")),
        route,
        result.form(),
        result.type(),
        parameters.stream().filter(each -> each.role() == Role.ARGUMENT).toList(),
        parameters.stream()
            .flatMap(Parameter::told)
            .anyMatch(each -> each.role() == Role.STREAM || Operation.isUpload(each.type())),
        method.origin());
  }
}
