package io.triglot.runtime.rest;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells clients of REST what {@code @ApiRestDeprecated} says of resource methods that their own
 * container serves, and of their classes: to be registered there, as a provider of {@code
 * jakarta.ws.rs}. Generated resources need it not. Immutable and thread-safe.
 */
public final class DeprecatedResources implements DynamicFeature {
  private static final String ANNOTATION = "io.triglot.ApiRestDeprecated";

  /** What is to be registered. */
  public DeprecatedResources() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Stream.<AnnotatedElement>concat(
            Stream.of(resource.getResourceMethod()),
            Stream.<Class<?>>iterate(
                resource.getResourceClass(), type -> type != null, Class::getSuperclass))
        .flatMap(element -> deprecation(element).stream())
        .findFirst()
        .ifPresent(deprecation -> context.register(new DeprecationHeaders(deprecation)));
  }

  private static Optional<RestDeprecation> deprecation(AnnotatedElement element) {
    return Stream.of(element.getAnnotations())
        .filter(each -> each.annotationType().getName().equals(ANNOTATION))
        .findFirst()
        .map(
            found ->
                RestDeprecation.of(
                    text(found, "since"), text(found, "sunset"), text(found, "link")));
  }

  /** The annotations are in an artifact that depends on this one. */
  private static String text(Annotation annotation, String member) {
    try {
      return (String) annotation.annotationType().getMethod(member).invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
