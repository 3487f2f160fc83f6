package io.triglot.processor.frontend;

import io.triglot.processor.model.ApiVersion;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.EntityMethod;
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
  private final EntityReader entities;
  private final RouteReader routes;
  private final ServiceVersionReader versions;
  private final Exposure exposure;
  private final AdoptedServiceReader adopted;
  private final Findings findings;

  ServiceReader(
      Symbols symbols,
      DocReader docs,
      OperationReader operations,
      BatchReader batches,
      EntityReader entities,
      AdoptedServiceReader adopted,
      Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.methods = new MethodFinder(symbols, findings);
    this.operations = operations;
    this.batches = batches;
    this.entities = entities;
    this.routes = new RouteReader(findings);
    this.versions = new ServiceVersionReader(symbols, findings);
    this.exposure = new Exposure(symbols, findings);
    this.adopted = adopted;
    this.findings = findings;
  }

  /** The service; empty if the class cannot be one. */
  Optional<Service> read(TypeElement type) {
    String shown = Symbols.shownName(type);
    Origin origin = new Origin(shown, Place.of(type));
    Optional<Annotated> resource = JaxRs.resource(type, symbols);
    if (resource.isEmpty() && JaxRs.isPartOfResource(type, symbols)) {
      return Optional.empty();
    }
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
    if (resource.isPresent()) {
      return adopted.read(type, resource.get(), origin);
    }
    exposure.checkService(type, origin);
    Optional<Annotated> annotation = Annotated.find(type, Triglot.SERVICE);
    List<OperationMethod> operationMethods = methods.find(type, Triglot.OPERATION, origin);
    List<OperationMethod> batchMethods = methods.find(type, Triglot.BATCH, origin);
    List<OperationMethod> entityMethods = methods.find(type, Triglot.ENTITY, origin);
    if (operationMethods.isEmpty() && batchMethods.isEmpty() && entityMethods.isEmpty()) {
      annotation.ifPresent(found -> exposure.reportEmptyService(origin));
      return Optional.empty();
    }
    Optional<String> version = versions.read(type, annotation);
    String name =
        annotation
            .map(found -> found.text("name"))
            .filter(written -> !written.isEmpty())
            .orElse(type.getSimpleName().toString());
    return Optional.of(
        new Service(
            Symbols.javaName(type),
            name + version.map(ApiVersion::suffix).orElse(""),
            version,
            NameReader.of(type, symbols),
            version.map(known -> "/" + known).orElse("") + path(annotation, origin),
            Optional.empty(),
            ClientInterfaces.of(type, operationMethods, symbols),
            operations(operationMethods, protocols(annotation)),
            batchFields(batchMethods),
            entities(entityMethods),
            docs.read(type).text(),
            docs.deprecation(type),
            origin));
  }

  private static Set<Protocol> protocols(Optional<Annotated> annotation) {
    Set<Protocol> all = Set.of(Protocol.values());
    return annotation.map(found -> OperationReader.protocols(found, all)).orElse(all);
  }

  private List<Operation> operations(List<OperationMethod> methods, Set<Protocol> protocols) {
    return methods.stream()
        .flatMap(method -> operations.read(method, protocols).stream())
        .sorted(Comparator.comparing(Operation::name))
        .toList();
  }

  private List<BatchField> batchFields(List<OperationMethod> methods) {
    return methods.stream()
        .flatMap(method -> batches.read(method).stream())
        .sorted(Comparator.comparing(BatchField::parent).thenComparing(BatchField::name))
        .toList();
  }

  private List<EntityMethod> entities(List<OperationMethod> methods) {
    return methods.stream()
        .flatMap(method -> entities.read(method).stream())
        .sorted(
            Comparator.comparing(EntityMethod::entity)
                .thenComparing(method -> method.key().map(EntityKey::text).orElse(""))
                .thenComparing(EntityMethod::methodName))
        .toList();
  }

  private String path(Optional<Annotated> annotation, Origin service) {
    return annotation
        .filter(found -> !found.text("path").isEmpty())
        .flatMap(
            found ->
                routes.readPath(
                    found.text("path"), new Origin(service.name(), found.place("path"))))
        .orElse("");
  }
}
