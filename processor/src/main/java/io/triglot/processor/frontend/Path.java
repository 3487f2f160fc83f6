package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the reader came to where it is: from an operation or an annotated type, through the fields
 * that lead on.
 *
 * @param steps what was passed, such as {@code ProductService.product}, then {@code Product.photo}
 * @param origin the last step that has a place in the sources of this compilation
 */
record Path(List<String> steps, Origin origin) {
  Path {
    steps = List.copyOf(steps);
  }

  /** A path that begins at this origin. */
  static Path from(Origin origin) {
    return new Path(List.of(origin.name()), origin);
  }

  /** This path and one more step. */
  Path then(Origin next) {
    return new Path(Stream.concat(steps.stream(), Stream.of(next.name())).toList(), next);
  }

  @Override
  public String toString() {
    return String.join(" → ", steps);
  }
}
