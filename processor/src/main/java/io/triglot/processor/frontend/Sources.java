package io.triglot.processor.frontend;

import java.util.HashSet;
import java.util.Set;
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

  /** Takes in the sources of one more round. */
  public void add(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        types.add(type.getQualifiedName().toString());
      }
    }
  }

  /** Whether the element stands in one of the sources. */
  public boolean contain(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost instanceof TypeElement type
        && types.contains(type.getQualifiedName().toString());
  }
}
