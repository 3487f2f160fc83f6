package io.triglot.processor.frontend;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the source that a diagnostic can point at, and that a generated file is made from: the
 * handle of every origin.
 *
 * @param element the declaration
 * @param annotation the annotation on it, where the place is an annotation
 * @param value the value in the annotation, where the place is a value
 */
public record Place(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

  static Place of(Element element) {
    return new Place(element, Optional.empty(), Optional.empty());
  }
}
