package io.triglot.processor.frontend;

import io.triglot.processor.contract.NameIndex;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.model.TypeDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the services, types and errors of one round into a model. */
public final class FrontEnd {
  private final Symbols symbols;
  private final Findings findings = new Findings();
  private final TypeCatalog catalog;
  private final TypeRefReader references;
  private final TypeReader typeReader;
  private final ErrorCatalog errorCatalog;
  private final AccessReader access;
  private final AdoptedServiceReader adoptedReader;
  private final ServiceReader serviceReader;
  private final TypeNames typeNames;

  private FrontEnd(
      Symbols symbols,
      Optional<Access> otherwise,
      NameIndex inUse,
      Collection<TypeElement> errors) {
    this.symbols = symbols;
    this.typeNames = new TypeNames(symbols, inUse, findings);
    DocReader docs = new DocReader(symbols);
    this.catalog = new TypeCatalog(symbols, findings);
    this.references = new TypeRefReader(catalog, symbols, findings);
    this.access = new AccessReader(otherwise, findings);
    this.typeReader =
        new TypeReader(
            symbols,
            docs,
            new FieldReader(symbols, docs, references, access, findings),
            catalog,
            references::isConverted,
            findings);
    this.errorCatalog =
        new ErrorCatalog(
            symbols, new ErrorReader(symbols, docs, references, catalog, findings), errors);
    ParameterReader parameters = new ParameterReader(symbols, docs, references, findings);
    this.adoptedReader =
        new AdoptedServiceReader(
            symbols,
            docs,
            new AdoptedOperationReader(symbols, docs, references, access, errorCatalog, findings));
    this.serviceReader =
        new ServiceReader(
            symbols,
            docs,
            new OperationReader(
                symbols,
                docs,
                parameters,
                new ResultReader(references, findings),
                access,
                errorCatalog,
                findings),
            new BatchReader(symbols, docs, parameters, references, access, findings),
            new EntityReader(symbols, docs, parameters, references, access, findings),
            adoptedReader,
            findings);
  }

  /**
   * Reads a round.
   *
   * @param access who may call where nothing is said; empty where that is not said either
   * @param inUse the names of types that are in use by what is not read now
   */
  public static Reading read(
      Roots roots,
      Optional<Access> access,
      NameIndex inUse,
      Elements elements,
      Types types,
      Sources sources) {
    Symbols symbols = new Symbols(elements, types, sources);
    return new FrontEnd(symbols, access, inUse, found(roots.errors(), elements)).read(roots);
  }

  /** What is wrong with roots that wait for another processor when all of them have run. */
  public static List<Diagnostic> unfinished(
      Roots roots, Optional<Access> access, Elements elements, Types types, Sources sources) {
    return read(roots, access, NameIndex.EMPTY, elements, types, sources).diagnostics().stream()
        .filter(diagnostic -> diagnostic.rule().equals(TypeRules.UNFINISHED_TYPE))
        .toList();
  }

  private Reading read(Roots roots) {
    SortedMap<String, Service> services = new TreeMap<>();
    SortedMap<String, ServiceOutline> outlines = new TreeMap<>();
    SortedMap<String, JavaName> types = new TreeMap<>();
    OutlineReader outline = new OutlineReader(symbols);
    Roots deferred =
        new Roots(
            readEach(
                roots.services(),
                type -> {
                  read(type).ifPresent(put(services, type));
                  outline.read(type).ifPresent(put(outlines, type));
                }),
            readEach(roots.types(), type -> acceptRoot(type).ifPresent(put(types, type))),
            readEach(roots.errors(), type -> errorCatalog.read(type, start(type).origin())),
            new TreeSet<>());
    catalog.readAll(typeReader::read);
    new Leaving(
            adoptedReader.leftOnRest(),
            catalog.definitions(),
            errorCatalog.errors().values(),
            findings)
        .leave(services, roots.types());
    access.reportUndecided();
    checkOthers(roots.owners(), services.keySet(), deferred);
    return finish(services, outlines, types, deferred);
  }

  /** The service, as its sources say it, or as they did when they were compiled. */
  private Optional<Service> read(TypeElement type) {
    return new KeptDefinitions(symbols)
        .service(type, catalog, this::isError)
        .or(() -> serviceReader.read(type));
  }

  private boolean isError(JavaName name) {
    return symbols
        .find(name)
        .filter(type -> Annotated.find(type, Triglot.ERROR).isPresent())
        .flatMap(type -> errorCatalog.read(type, start(type).origin()))
        .isPresent();
  }

  /** Keeps what leads to nothing but types that were read, and defers the rest. */
  private Reading finish(
      SortedMap<String, Service> services,
      SortedMap<String, ServiceOutline> outlines,
      SortedMap<String, JavaName> types,
      Roots deferred) {
    Closure closure = new Closure(typeNames.name(catalog.definitions()));
    SortedSet<String> deferredServices = new TreeSet<>(deferred.services());
    SortedSet<String> deferredTypes = new TreeSet<>(deferred.types());
    SortedMap<JavaName, TypeDefinition> kept = new TreeMap<>();
    List<Service> resolved = new ArrayList<>();
    services.forEach(
        (name, service) ->
            closure
                .of(service)
                .ifPresentOrElse(
                    reached -> {
                      kept.putAll(reached);
                      resolved.add(service);
                    },
                    () -> deferredServices.add(name)));
    types.forEach(
        (name, type) ->
            closure.of(type).ifPresentOrElse(kept::putAll, () -> deferredTypes.add(name)));
    errorCatalog.errors().values().forEach(error -> closure.of(error).ifPresent(kept::putAll));
    outlines.keySet().removeAll(deferredServices);
    return new Reading(
        new ApiModel(resolved, kept, errorCatalog.errors()),
        List.copyOf(outlines.values()),
        findings.all(),
        findings.incomplete(),
        new Roots(deferredServices, deferredTypes, deferred.errors(), new TreeSet<>()));
  }

  /** Checks the types that have annotations of ours inside of them and were not read. */
  private void checkOthers(SortedSet<String> owners, Set<String> services, Roots deferred) {
    Exposure exposure = new Exposure(symbols, findings);
    SortedSet<String> others = new TreeSet<>(owners);
    others.removeAll(services);
    others.removeAll(deferred.services());
    found(others, symbols.elements()).stream()
        .filter(type -> !catalog.definitions().containsKey(Symbols.javaName(type)))
        .forEach(type -> exposure.checkOther(type, start(type).origin()));
  }

  /** Reads each of the types; those that mention an unresolved type are given back. */
  private SortedSet<String> readEach(SortedSet<String> names, Consumer<TypeElement> reader) {
    SortedSet<String> unresolved = new TreeSet<>();
    for (TypeElement type : found(names, symbols.elements())) {
      if (!findings.attempt(() -> reader.accept(type))) {
        unresolved.add(type.getQualifiedName().toString());
      }
    }
    return unresolved;
  }

  /** A type that is annotated; not a generic class, nor one whose values travel as others. */
  private Optional<JavaName> acceptRoot(TypeElement type) {
    return type.getTypeParameters().isEmpty() && !references.isConverted(type)
        ? catalog.accept(TypeUse.of(type), start(type))
        : Optional.empty();
  }

  private static Path start(TypeElement type) {
    return Path.from(new Origin(Symbols.shownName(type), Place.of(type)));
  }

  private static <T> Consumer<T> put(Map<String, T> map, TypeElement type) {
    return value -> map.put(type.getQualifiedName().toString(), value);
  }

  private static List<TypeElement> found(Collection<String> names, Elements elements) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(elements.getTypeElement(name)).stream())
        .toList();
  }
}
