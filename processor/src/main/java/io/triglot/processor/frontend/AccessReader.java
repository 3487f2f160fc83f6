package io.triglot.processor.frontend;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Access.Level;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Reads {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} of Jakarta Annotations and
 * of its predecessor. The method's own word counts before that of the class.
 */
final class AccessReader {
  private static final Set<String> PACKAGES =
      Set.of("jakarta.annotation.security.", "javax.annotation.security.");
  private final Optional<Access> otherwise;
  private final Findings findings;

  /** What is open because nobody said who may call it. */
  private final List<Origin> undecided = new ArrayList<>();

  private boolean guarded;

  AccessReader(Optional<Access> otherwise, Findings findings) {
    this.otherwise = otherwise;
    this.findings = findings;
  }

  /**
   * Who may call.
   *
   * @param declarations whose word counts, the first that has one before the others
   */
  Access read(Stream<? extends Element> declarations, Origin origin) {
    return first(declarations, origin).orElseGet(() -> unannotated(origin));
  }

  /**
   * Who may call an adopted operation. What guards it on REST may be a filter that other protocols
   * do not pass: where nothing is said, everybody has to be known.
   */
  Access readAdopted(Stream<? extends Element> declarations, Origin origin) {
    return first(declarations, origin)
        .or(() -> otherwise)
        .orElse(new Access(Level.AUTHENTICATED, List.of()));
  }

  private Optional<Access> first(Stream<? extends Element> declarations, Origin origin) {
    return declarations
        .map(AccessReader::annotations)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> access(found, origin));
  }

  /**
   * Who receives a property and may send it: everybody, where nothing is said.
   *
   * @param members what is annotated in its own right, each with what it overrides, nearest first
   * @param types the types whose word counts where no member has one, nearest first
   */
  Access read(List<List<Element>> members, Stream<? extends Element> types, Origin origin) {
    List<Access> said =
        members.stream().flatMap(each -> first(each.stream(), origin).stream()).distinct().toList();
    if (said.size() > 1) {
      findings.report(
          OperationRules.ACCESS_CONFLICT,
          origin,
          "What reads " + origin + " is for others than what sets it.",
          "Annotate only one of them: it counts for both.");
      return new Access(Level.DENIED, List.of());
    }
    return said.stream().findFirst().or(() -> first(types, origin)).orElse(Access.OPEN);
  }

  /** Warns of what is open by oversight: where something is guarded and operations are silent. */
  void reportUndecided() {
    if (guarded && !undecided.isEmpty()) {
      List<Origin> open = undecided.stream().sorted(Comparator.comparing(Origin::name)).toList();
      findings.report(
          OperationRules.OPEN_OPERATION,
          open.get(0),
          "Nothing says who may call "
              + open.stream().map(Origin::name).collect(Collectors.joining(", "))
              + ", while other parts of this module are guarded: everybody may.",
          "Annotate with @PermitAll what is meant to be open, or say what holds for the whole"
              + " module by the option -Atriglot.access=open, authenticated or denied.");
    }
  }

  private Access unannotated(Origin origin) {
    if (otherwise.isEmpty()) {
      undecided.add(origin);
    }
    return otherwise.orElse(Access.OPEN);
  }

  /** Whether it is said of the element who may call it. */
  static boolean isAnnotated(Element element) {
    return !annotations(element).isEmpty();
  }

  private static List<Annotated> annotations(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> new Annotated(element, mirror))
        .filter(
            annotation ->
                PACKAGES.stream()
                    .anyMatch(
                        name ->
                            Stream.of("RolesAllowed", "PermitAll", "DenyAll")
                                .map(name::concat)
                                .anyMatch(Annotated.qualifiedName(annotation.mirror())::equals)))
        .toList();
  }

  private Access access(List<Annotated> annotations, Origin origin) {
    if (annotations.size() > 1) {
      findings.report(
          OperationRules.ACCESS_CONFLICT,
          origin,
          origin
              + " has both @"
              + name(annotations.get(0))
              + " and @"
              + name(annotations.get(1))
              + ".",
          "Keep one of them.");
      return new Access(Level.DENIED, List.of());
    }
    Annotated annotation = annotations.get(0);
    guarded |= !name(annotation).equals("PermitAll");
    return switch (name(annotation)) {
      case "PermitAll" -> Access.OPEN;
      case "DenyAll" -> new Access(Level.DENIED, List.of());
      default -> roles(annotation.texts("value"));
    };
  }

  private static Access roles(List<String> roles) {
    if (roles.contains("**")) {
      return new Access(Level.AUTHENTICATED, List.of());
    }
    return roles.isEmpty() ? new Access(Level.DENIED, List.of()) : new Access(Level.ROLES, roles);
  }

  private static String name(Annotated annotation) {
    return Annotated.simpleName(annotation.mirror());
  }
}
