package io.triglot.processor.output;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule.Severity;
import io.triglot.processor.frontend.Place;
import java.util.Arrays;
import javax.lang.model.element.Element;

/** Heeds {@code @SuppressWarnings} with the id of a rule, on the element or around it. */
final class Suppression {
  private Suppression() {}

  /** Whether the user does not want to see it. Errors are always seen. */
  static boolean covers(Diagnostic diagnostic) {
    if (diagnostic.rule().severity() == Severity.ERROR
        || !(diagnostic.origin().handle() instanceof Place place)) {
      return false;
    }
    for (Element e = place.spot().element(); e != null; e = e.getEnclosingElement()) {
      SuppressWarnings suppressed = e.getAnnotation(SuppressWarnings.class);
      if (suppressed != null
          && Arrays.asList(suppressed.value()).contains(diagnostic.rule().id())) {
        return true;
      }
    }
    return false;
  }
}
