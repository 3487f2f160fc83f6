package io.triglot.processor.frontend;

import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads classes and interfaces with operations. */
final class ServiceReader {
  private final Symbols symbols;
  private final DocReader docs;
  private final MethodFinder methods;
  private final OperationReader operations;
  private final BatchReader batches;
  private final Findings findings;

  ServiceReader(
      Symbols symbols,
      DocReader docs,
      OperationReader operations,
      BatchReader batches,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.methods = new MethodFinder(symbols, findings);
    this.operations = operations;
    this.batches = batches;
    this.findings = findings;
  }

  /** The service; empty if the class cannot be one. */
  Optional<Service> read(TypeElement type) {
    String shown = Symbols.shownName(type);
    Origin origin = new Origin(shown, Place.of(type));
    if (!TypeCatalog.isPublic(type)) {
      return findings.refuse(
          OperationRules.INACCESSIBLE_OPERATION,
          origin,
          "The service " + shown + " is not public.",
          "Make it public.");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return findings.refuse(
          OperationRules.GENERIC_SERVICE,
          origin,
          shown + " is generic and therefore not a service itself.",
          "Put @ApiService on the classes that inherit its operations.");
    }
    Optional<Annotated> annotation = Annotated.find(type, Triglot.SERVICE);
    Set<Protocol> protocols =
        annotation
            .map(found -> OperationReader.protocols(found, Set.of(Protocol.values())))
            .orElse(Set.of(Protocol.values()));
    return Optional.of(
        new Service(
            Symbols.javaName(type),
            annotation
                .map(found -> found.text("name"))
                .filter(name -> !name.isEmpty())
                .orElse(type.getSimpleName().toString()),
            path(annotation, origin),
            operations(type, protocols, origin),
            batchFields(type, origin),
            docs.read(type).text(),
            docs.deprecation(type),
            origin));
  }

  private List<Operation> operations(TypeElement type, Set<Protocol> protocols, Origin origin) {
    return methods.find(type, Triglot.OPERATION, origin).stream()
        .flatMap(method -> operations.read(method, protocols).stream())
        .sorted(Comparator.comparing(Operation::name))
        .toList();
  }

  private List<BatchField> batchFields(TypeElement type, Origin origin) {
    return methods.find(type, Triglot.BATCH, origin).stream()
        .flatMap(method -> batches.read(method).stream())
        .sorted(Comparator.comparing(BatchField::parent).thenComparing(BatchField::name))
        .toList();
  }

  private String path(Optional<Annotated> annotation, Origin service) {
    String path = annotation.map(found -> found.text("path")).orElse("");
    if (path.isEmpty()) {
      return path;
    }
    Optional<RouteReader.Fault> fault =
        path.contains("{")
            ? Optional.of(
                new RouteReader.Fault(
                    path.indexOf('{'),
                    "the path of a service has no variables",
                    "Write them in the routes of its operations."))
            : RouteReader.malformed(path);
    fault.ifPresent(
        found ->
            findings.report(
                OperationRules.MALFORMED_ROUTE,
                new Origin(service.name(), annotation.orElseThrow().place("path")),
                "The path \""
                    + path
                    + "\" of "
                    + service
                    + " is malformed: at character "
                    + (found.at() + 1)
                    + ", "
                    + found.problem()
                    + ".",
                found.remedy()));
    return path;
  }
}
