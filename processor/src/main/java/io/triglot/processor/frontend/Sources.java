package io.triglot.processor.frontend;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * What is compiled from source in this compilation. Other declarations come from class files: these
 * have no positions and no doc comments.
 */
public final class Sources {
  private final Set<String> types = new HashSet<>();
  private Set<String> latest = Set.of();
  private boolean all;

  /** Takes in the sources of one more round. */
  public void add(RoundEnvironment round) {
    latest =
        round.getRootElements().stream()
            .filter(TypeElement.class::isInstance)
            .map(type -> ((TypeElement) type).getQualifiedName().toString())
            .collect(Collectors.toUnmodifiableSet());
    types.addAll(latest);
  }

  /** Whether no round has come yet. */
  public boolean areNone() {
    return types.isEmpty();
  }

  /** Notes that there will be no more. */
  public void finish() {
    all = true;
  }

  /** Whether there will be no more. */
  boolean areAll() {
    return all;
  }

  /** The qualified names of the top-level types. */
  SortedSet<String> topLevel() {
    return new TreeSet<>(types);
  }

  /** Whether the element stands in one of the sources. */
  public boolean contain(Element element) {
    return isIn(element, types);
  }

  /** Whether the element stands in one of the sources that the latest round came with. */
  boolean areNew(Element element) {
    return isIn(element, latest);
  }

  private static boolean isIn(Element element, Set<String> types) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost instanceof TypeElement type
        && types.contains(type.getQualifiedName().toString());
  }
}
