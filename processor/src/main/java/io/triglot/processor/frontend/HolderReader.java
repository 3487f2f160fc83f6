package io.triglot.processor.frontend;

import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.contract.NameIndex;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads what earlier compilations of the module left in the class files of {@code
 * <Service>Fragments}, for services that this compilation does not touch.
 */
public final class HolderReader {
  private final Symbols symbols;
  private final List<String> backends;

  /**
   * @param backends the ids of the back ends, and of what else has fragments, that are wanted
   */
  public HolderReader(
      Elements elements, Types types, Sources sources, Collection<String> backends) {
    this.symbols = new Symbols(elements, types, sources);
    this.backends = List.copyOf(backends);
  }

  /**
   * The fragments of the services that still exist and are still annotated, by back end.
   *
   * @param services the canonical names of services that the module had
   */
  public SortedMap<JavaName, SortedMap<String, String>> read(Collection<String> services) {
    SortedMap<JavaName, SortedMap<String, String>> fragments = new TreeMap<>();
    for (String name : services) {
      Optional.ofNullable(symbols.elements().getTypeElement(name))
          .filter(HolderReader::isService)
          .map(Symbols::javaName)
          .ifPresent(
              service -> holder(service).ifPresent(found -> fragments.put(service, texts(found))));
    }
    return fragments;
  }

  /**
   * The names of types that are in use by what is not read now.
   *
   * @param roots what is read now
   */
  public NameIndex inUse(NameIndex known, Roots roots) {
    SortedMap<String, NameIndex.Entry> used = new TreeMap<>();
    known
        .entries()
        .forEach(
            (name, entry) -> {
              SortedSet<String> services = new TreeSet<>(entry.services());
              services.removeAll(roots.services());
              services.removeIf(service -> !isService(service));
              if (isInUse(name, services)) {
                used.put(name, new NameIndex.Entry(entry.name(), services));
              }
            });
    return new NameIndex(used);
  }

  /**
   * The services that lead to types which are compiled now, without being compiled themselves: what
   * was generated for them is to be made anew.
   *
   * @param known the names of types, and the services that lead to them
   */
  public SortedSet<String> affected(NameIndex known) {
    SortedSet<String> affected = new TreeSet<>();
    known
        .entries()
        .forEach(
            (name, entry) -> {
              if (isSource(name)) {
                affected.addAll(entry.services());
              }
            });
    affected.removeIf(service -> isSource(service) || !isService(service));
    return affected;
  }

  private boolean isSource(String name) {
    return Optional.ofNullable(symbols.elements().getTypeElement(name))
        .filter(symbols::isSource)
        .isPresent();
  }

  private boolean isInUse(String name, Set<String> services) {
    return Optional.ofNullable(symbols.elements().getTypeElement(name))
        .filter(
            type ->
                !services.isEmpty()
                    || !symbols.isSource(type) && Annotated.find(type, Triglot.TYPE).isPresent())
        .isPresent();
  }

  /** Where a type of the API is; empty if it exists no longer. */
  public Optional<Origin> place(String name) {
    return Optional.ofNullable(symbols.elements().getTypeElement(name))
        .map(type -> new Origin(type.getSimpleName().toString(), Place.of(type)));
  }

  private boolean isService(String name) {
    return Optional.ofNullable(symbols.elements().getTypeElement(name))
        .filter(HolderReader::isService)
        .isPresent();
  }

  private Optional<TypeElement> holder(JavaName service) {
    return symbols.find(service.generated("Fragments"));
  }

  private static boolean isService(TypeElement type) {
    return Annotated.find(type, Triglot.SERVICE).isPresent()
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                method ->
                    Annotated.find(method, Triglot.OPERATION).isPresent()
                        || Annotated.find(method, Triglot.BATCH).isPresent()
                        || Annotated.find(method, Triglot.ENTITY).isPresent())
        || JaxRs.find(type, "Path").isPresent() && Roots.inheritsOperations(type);
  }

  private SortedMap<String, String> texts(TypeElement holder) {
    Map<String, String> constants = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(holder.getEnclosedElements())) {
      if (field.getConstantValue() instanceof String text) {
        constants.put(field.getSimpleName().toString(), text);
      }
    }
    SortedMap<String, String> texts = new TreeMap<>();
    backends.forEach(
        backend ->
            FragmentConstants.text(constants, backend).ifPresent(text -> texts.put(backend, text)));
    return texts;
  }
}
