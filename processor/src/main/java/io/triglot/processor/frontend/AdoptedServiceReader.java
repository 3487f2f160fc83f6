package io.triglot.processor.frontend;

import io.triglot.processor.frontend.AdoptedOperationReader.Outcomes;
import io.triglot.processor.model.Adoption;
import io.triglot.processor.model.JavaName;
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
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads JAX-RS resource classes that are to be offered on other protocols, too. */
final class AdoptedServiceReader {
  /** What adoption adds where nothing is said. */
  private static final Set<Protocol> PROTOCOLS = Set.of(Protocol.GRPC);

  private final Symbols symbols;
  private final DocReader docs;
  private final ResourceMethodFinder methods;
  private final AdoptedOperationReader operations;
  private final SortedMap<JavaName, LeftOnRest> rest = new TreeMap<>();
  private @Nullable RequestFilters filters;

  AdoptedServiceReader(Symbols symbols, DocReader docs, AdoptedOperationReader operations) {
    this.symbols = symbols;
    this.docs = docs;
    this.methods = new ResourceMethodFinder(symbols);
    this.operations = operations;
  }

  /** The service; empty if none of the methods can cross. */
  Optional<Service> read(TypeElement type, Annotated path, Origin origin) {
    Optional<Annotated> annotation =
        symbols.lineage(type).stream()
            .flatMap(each -> Annotated.find(each, Triglot.SERVICE).stream())
            .findFirst();
    LeftOnRest left = new LeftOnRest(origin);
    rest.put(Symbols.javaName(type), left);
    ResourceInjections injections = ResourceInjections.of(type, symbols, origin);
    if (!injections.refused().isEmpty()) {
      left.injected(injections.refused());
      return Optional.empty();
    }
    String template = ResourcePath.of(path.element());
    List<Operation> read = new ArrayList<>();
    List<ResourceMethod> found = methods.find(type, template, annotation.isPresent(), origin);
    for (ResourceMethod method : found) {
      Outcomes outcomes = operations.read(method, injections.members(), protocols(annotation));
      Optional<Operation> operation = outcomes.operation();
      if (operation.isPresent() && isTaken(read, operation.get())) {
        left.overload(method.method().name());
      } else {
        operation.map(AdoptedServiceReader::withoutRest).ifPresent(read::add);
        outcomes.uncalled().ifPresent(why -> left.uncalled(method.method().name(), why));
      }
      if (outcomes.operation().isEmpty()) {
        left.add(method.method().name(), outcomes.refusals());
      }
      JaxRs.nameBindings(method.jaxRs()).forEach(left::guardedBy);
    }
    if (annotation.isPresent()) {
      methods.locators(type).forEach(left::locator);
    }
    symbols.lineage(type).stream().flatMap(JaxRs::nameBindings).forEach(left::guardedBy);
    filters().before(left.guards()).toList().forEach(left::guardedBy);
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(
            service(
                type,
                annotation,
                new Adoption(
                    JaxRs.api(path),
                    template,
                    Symbols.javaName(type).generated("Adapter"),
                    left.guards(),
                    injections.shown()),
                read,
                origin));
  }

  private Service service(
      TypeElement type,
      Optional<Annotated> annotation,
      Adoption adoption,
      List<Operation> read,
      Origin origin) {
    return new Service(
        Symbols.javaName(type),
        annotation
            .map(found -> found.text("name"))
            .filter(name -> !name.isEmpty())
            .orElse(type.getSimpleName().toString()),
        Optional.empty(),
        NameReader.of(type, symbols),
        "",
        Optional.of(adoption),
        List.of(),
        read.stream().sorted(Comparator.comparing(Operation::name)).toList(),
        List.of(),
        List.of(),
        docs.read(type).text(),
        docs.deprecation(type),
        origin);
  }

  private static boolean isTaken(List<Operation> read, Operation operation) {
    return read.stream().anyMatch(other -> other.name().equals(operation.name()));
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

  private RequestFilters filters() {
    if (filters == null) {
      filters = RequestFilters.in(symbols);
    }
    return filters;
  }

  /** What stays behind of each class that was read. */
  SortedMap<JavaName, LeftOnRest> leftOnRest() {
    return rest;
  }
}
