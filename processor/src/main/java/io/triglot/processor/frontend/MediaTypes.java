package io.triglot.processor.frontend;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Reads {@code @Consumes} and {@code @Produces}. */
final class MediaTypes {
  private MediaTypes() {}

  /** What the annotation says of a method: on itself, or else on the class. */
  static List<String> of(ResourceMethod resource, String annotation) {
    return Stream.<Element>of(
            resource.jaxRs(), resource.jaxRs().getEnclosingElement(), resource.method().service())
        .flatMap(each -> JaxRs.find(each, annotation).stream())
        .findFirst()
        .map(found -> found.texts("value").stream().flatMap(MediaTypes::split).toList())
        .orElse(List.of());
  }

  private static Stream<String> split(String types) {
    return Stream.of(types.split(",")).map(String::strip);
  }
}
