package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.JavaName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Knows where nullness cannot be known: the annotations on types, such as JSpecify's, stand in a
 * class file, but javac shows them from its version 22 on.
 *
 * @see <a href="https://bugs.openjdk.org/browse/JDK-8225377">JDK-8225377</a>
 */
final class ClassFileNullness {
  static final Rule RULE = Rule.warning("TriglotUnknownNullness");

  /** A class of ours in which a method returns what may be null. */
  private static final JavaName PROBE = JavaName.of("io.triglot.runtime", "Optionals");

  private final Symbols symbols;
  private final Findings findings;
  private final boolean blind;
  private final Set<Element> reported = new HashSet<>();

  ClassFileNullness(Symbols symbols, Findings findings) {
    this.symbols = symbols;
    this.findings = findings;
    this.blind = symbols.find(PROBE).filter(ClassFileNullness::isHidden).isPresent();
  }

  private static boolean isHidden(TypeElement probe) {
    return ElementFilter.methodsIn(probe.getEnclosedElements()).stream()
        .allMatch(method -> method.getReturnType().getAnnotationMirrors().isEmpty());
  }

  /** Whether something that seems never to be null may be said to be in a way that is not seen. */
  boolean isUnknown(List<? extends Element> declarations, Path path) {
    Element first = declarations.get(0);
    if (!blind || symbols.isSource(first)) {
      return false;
    }
    Element owner = first;
    while (!(owner instanceof TypeElement)) {
      owner = Symbols.enclosing(owner);
    }
    if (Symbols.javaName((TypeElement) owner).packageName().equals(Triglot.PACKAGE)) {
      return false; // ours say by Optional what may be absent
    }
    if (reported.add(owner)) {
      String name = Symbols.shownName((TypeElement) owner);
      findings.report(
          RULE,
          path.origin(),
          name
              + " comes from a class file, in which this compiler does not show what may be null; "
              + "all its references are taken for nullable.",
          "Compile with JDK 22 or later, or compile the module of "
              + name
              + " with Triglot's processor.");
    }
    return true;
  }
}
