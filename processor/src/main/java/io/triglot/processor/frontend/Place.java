package io.triglot.processor.frontend;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * The handle of every origin: what something comes from, and where in the sources that is shown.
 *
 * @param element the declaration that it comes from
 * @param spot the declaration itself, or a part of it; another one if it has no position
 */
public record Place(Element element, Spot spot) {

  /**
   * What a diagnostic can point at.
   *
   * @param annotation the annotation on the element, where the spot is an annotation
   * @param value the value in the annotation, where the spot is a value
   */
  public record Spot(
      Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {}

  static Place of(Element element) {
    return new Place(element, new Spot(element, Optional.empty(), Optional.empty()));
  }
}
