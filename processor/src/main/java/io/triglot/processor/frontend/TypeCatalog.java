package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * The types with a name in the contracts that one round meets. Each is read once, after what
 * mentions it, so that types may refer to each other as they like.
 */
final class TypeCatalog implements TypeRefReader.NamedTypes {
  /** How deep type arguments may stand in type arguments. */
  private static final int DEPTH = 6;

  private final Symbols symbols;
  private final OtherProcessors others;
  private final KeptDefinitions kept;
  private final Findings findings;
  private final Map<JavaName, Boolean> accepted = new HashMap<>();
  private final Deque<Reached> open = new ArrayDeque<>();
  private final SortedMap<JavaName, TypeDefinition> definitions = new TreeMap<>();

  TypeCatalog(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.others = new OtherProcessors(symbols);
    this.kept = new KeptDefinitions(symbols);
    this.findings = findings;
  }

  private record Reached(TypeUse use, Path path) {}

  @Override
  public Optional<JavaName> accept(TypeUse use, Path path) {
    JavaName name = use.name();
    if (isPlatform(name)) {
      return findings.refuse(
          TypeRules.UNSUPPORTED_TYPE,
          path.origin(),
          name + " has no mapping" + TypeRefusals.reached(path) + ".",
          PlatformTypes.remedy(name));
    }
    if (use.depth() > DEPTH) {
      return findings.refuse(
          TypeRules.GENERIC_TYPE,
          path.origin(),
          name + " has type arguments that grow with each use of it.",
          "Declare a type without type parameters for it, or let it travel as any JSON by"
              + " @ApiField(as = JSON).");
    }
    boolean known = accepted.containsKey(name);
    if (!known) {
      accepted.put(name, isFinished(use.element(), path) && check(use, path));
    }
    boolean fine = accepted.getOrDefault(name, false);
    if (fine && !known) {
      open.addLast(new Reached(use, path));
    }
    if (!fine) {
      findings.reportIncomplete(path.origin());
    }
    return fine ? Optional.of(name) : Optional.empty();
  }

  /** Reads all types that were accepted, and those that they lead to. */
  void readAll(BiFunction<TypeUse, Path, TypeDefinition> reader) {
    while (!open.isEmpty()) {
      Reached next = open.removeFirst();
      findings.attempt(
          () -> definitions.put(next.use().name(), reader.apply(next.use(), next.path())));
    }
  }

  /** What was read; a type that mentions an unresolved one is missing. */
  SortedMap<JavaName, TypeDefinition> definitions() {
    return Collections.unmodifiableSortedMap(definitions);
  }

  /** Leaves what another processor is yet to complete for a later round, if there is one. */
  private boolean isFinished(TypeElement type, Path path) {
    if (!others.isUnfinished(type)) {
      return true;
    }
    if (!symbols.isLastChance()) {
      throw new UnresolvedTypeException();
    }
    String name = Symbols.shownName(type);
    return refuse(
        TypeRules.UNFINISHED_TYPE,
        symbols.origin(type, name, path.origin()),
        name + " is to be completed by another processor, but none has done so.",
        "Put Lombok or Immutables on the processor path beside Triglot.");
  }

  private boolean check(TypeUse use, Path path) {
    TypeElement type = use.element();
    String name = Symbols.shownName(type);
    Origin origin = symbols.origin(type, name, path.origin());
    boolean itself = path.steps().equals(List.of(name));
    String reached = itself ? "" : TypeRefusals.reached(path);
    boolean kinds = Hierarchy.isRoot(symbols, type);
    boolean properties = kept.has(use) || hasProperties(type);
    if (kinds && !checkHierarchy(type, name + reached, origin)) {
      return false;
    }
    if (!kinds && type.getModifiers().contains(Modifier.ABSTRACT) && !properties) {
      return refuse(
          TypeRules.ABSTRACT_TYPE,
          origin,
          name + " has no property that can be read" + reached + ".",
          "Use a record, a class or interface with getters, or an enum; or let it travel as any JSON"
              + " by @ApiField(as = JSON).");
    }
    if (!isPublic(type)) {
      return refuse(
          TypeRules.NON_PUBLIC_TYPE,
          origin,
          name + " is part of the API but not public" + reached + ".",
          "Make it public.");
    }
    Optional<String> module = symbols.foreignModule(type, path.origin());
    boolean elsewhere = !use.name().home().equals(use.name().packageName());
    if (module.isPresent() && !kept.has(use) && !elsewhere) {
      return refuse(
          TypeRules.FOREIGN_MODULE,
          origin,
          name
              + " is of the module "
              + module.get()
              + ", into which nothing can be generated from here"
              + reached
              + ".",
          use.name().arguments().isEmpty()
              ? "Compile that module with Triglot, use a record of your own, or let it travel as any"
                  + " JSON by @ApiField(as = JSON)."
              : "Use a class of your own that extends it, or let it travel as any JSON by"
                  + " @ApiField(as = JSON).");
    }
    if (type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      return refuse(
          TypeRules.UNSUPPORTED_TYPE,
          origin,
          name + " is an inner class, which needs an outer instance" + reached + ".",
          "Make it static.");
    }
    if (type.getKind() == ElementKind.CLASS && !kinds && !properties) {
      return refuse(
          TypeRules.UNSUPPORTED_TYPE,
          origin,
          name + " has no property that can be read" + reached + ".",
          "Give it public getters, or make it a record; or let it travel as any JSON by"
              + " @ApiField(as = JSON).");
    }
    return true;
  }

  private boolean checkHierarchy(TypeElement type, String shown, Origin origin) {
    if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
      return refuse(
          TypeRules.HIERARCHY,
          origin,
          shown + " stands for several types, but is one of them itself.",
          "Make it abstract, and move what it is itself to a type below it.");
    }
    return !Hierarchy.members(symbols, type).isEmpty()
        || refuse(
            TypeRules.HIERARCHY,
            origin,
            shown + " does not say which types it stands for.",
            "Seal it, or name them with @JsonSubTypes.");
  }

  private boolean hasProperties(TypeElement type) {
    return switch (type.getKind()) {
      case RECORD, ENUM -> true;
      case ANNOTATION_TYPE -> false;
      default -> !ClassForm.of(symbols, type).properties().isEmpty();
    };
  }

  private boolean refuse(Rule rule, Origin origin, String problem, String remedy) {
    findings.report(rule, origin, problem, remedy);
    return false;
  }

  static boolean isPublic(TypeElement type) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlatform(JavaName name) {
    return name.packageName().matches("(java|javax|jdk|sun)(\\..*)?");
  }
}
