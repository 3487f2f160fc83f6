package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.frontend.AdoptedOperationReader.Outcomes;
import io.triglot.processor.model.Adoption;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Reads JAX-RS resource classes that are to be offered on other protocols, too. */
final class AdoptedServiceReader {
  /** What adoption adds where nothing is said. */
  private static final Set<Protocol> PROTOCOLS = Set.of(Protocol.GRPC);

  private final Symbols symbols;
  private final DocReader docs;
  private final ResourceMethodFinder methods;
  private final AdoptedOperationReader operations;
  private final Findings findings;

  AdoptedServiceReader(
      Symbols symbols, DocReader docs, AdoptedOperationReader operations, Findings findings) {
    this.symbols = symbols;
    this.docs = docs;
    this.methods = new ResourceMethodFinder(symbols);
    this.operations = operations;
    this.findings = findings;
  }

  /** What says that the class is a resource: {@code @Path} on it or on what it inherits from. */
  static Optional<Annotated> path(TypeElement type, Symbols symbols) {
    return symbols.lineage(type).stream()
        .flatMap(each -> JaxRs.find(each, "Path").stream())
        .findFirst();
  }

  /** The service; empty if none of the methods can cross. */
  Optional<Service> read(TypeElement type, Annotated path, Origin origin) {
    Optional<Annotated> annotation =
        symbols.lineage(type).stream()
            .flatMap(each -> Annotated.find(each, Triglot.SERVICE).stream())
            .findFirst();
    String template = ResourcePath.of(path.element());
    List<Operation> read = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (ResourceMethod method : methods.find(type, template, annotation.isPresent(), origin)) {
      Outcomes outcomes = operations.read(method, protocols(annotation));
      outcomes.operation().map(AdoptedServiceReader::withoutRest).ifPresent(read::add);
      if (outcomes.operation().isEmpty()) {
        left.add(method.method().name() + ": " + reason(outcomes.refusals()));
      }
    }
    report(origin, read, left);
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(service(type, path, template, annotation, read, origin));
  }

  private Service service(
      TypeElement type,
      Annotated path,
      String template,
      Optional<Annotated> annotation,
      List<Operation> read,
      Origin origin) {
    return new Service(
        Symbols.javaName(type),
        annotation
            .map(found -> found.text("name"))
            .filter(name -> !name.isEmpty())
            .orElse(type.getSimpleName().toString()),
        NameReader.of(type, symbols),
        "",
        Optional.of(
            new Adoption(
                JaxRs.api(path), template, Symbols.javaName(type).generated("Adapter"), List.of())),
        List.of(),
        read.stream().sorted(Comparator.comparing(Operation::name)).toList(),
        List.of(),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  private static Set<Protocol> protocols(Optional<Annotated> annotation) {
    return annotation.map(found -> OperationReader.protocols(found, PROTOCOLS)).orElse(PROTOCOLS);
  }

  /** REST is there already. */
  private static Operation withoutRest(Operation operation) {
    Set<Protocol> others = EnumSet.copyOf(operation.protocols());
    others.remove(Protocol.REST);
    return operation.withProtocols(others);
  }

  private static String reason(List<Diagnostic> refusals) {
    return refusals.stream()
        .map(each -> each.problem() + " " + each.remedy())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private void report(Origin origin, List<Operation> read, List<String> left) {
    if (!left.isEmpty()) {
      findings.report(
          OperationRules.NOT_ADOPTED,
          origin,
          "%d of the %d resource methods of %s stay on REST only. %s"
              .formatted(left.size(), left.size() + read.size(), origin, String.join(" ", left)),
          "Change what is said of each, or leave it where it is.");
    }
  }
}
