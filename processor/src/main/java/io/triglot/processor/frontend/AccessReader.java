package io.triglot.processor.frontend;

import io.triglot.processor.model.Access;
import io.triglot.processor.model.Access.Level;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Reads {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} of Jakarta Annotations and
 * of its predecessor. The method's own word counts before that of the class.
 */
final class AccessReader {
  private static final Set<String> PACKAGES =
      Set.of("jakarta.annotation.security.", "javax.annotation.security.");
  private final Findings findings;

  AccessReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * Who may call.
   *
   * @param declarations whose word counts, the first that has one before the others
   */
  Access read(Stream<? extends Element> declarations, Origin origin) {
    return declarations
        .map(this::annotations)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> access(found, origin))
        .orElse(Access.OPEN);
  }

  private List<Annotated> annotations(Element element) {
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
