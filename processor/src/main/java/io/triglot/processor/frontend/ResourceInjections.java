package io.triglot.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What a container injects into the instances of a resource from the request of REST. Calls on
 * other protocols have none, so such instances cannot serve them.
 */
final class ResourceInjections {
  private static final List<String> VALUES =
      List.of("PathParam", "QueryParam", "HeaderParam", "CookieParam", "FormParam", "MatrixParam");

  /** What {@code @Context} is also for, and does not depend on a request. */
  private static final Set<String> OF_APPLICATION =
      Set.of(
          "core.Application",
          "core.Configuration",
          "ext.Providers",
          "container.ResourceContext",
          "sse.Sse",
          "ServletContext",
          "ServletConfig");

  private static final Set<String> OF_REQUEST =
      Set.of(
          "core.UriInfo",
          "core.HttpHeaders",
          "core.SecurityContext",
          "core.Request",
          "container.ContainerRequestContext",
          "HttpServletRequest",
          "HttpServletResponse");

  private ResourceInjections() {}

  /**
   * The members that are injected so, each like {@code tenant (@PathParam)}; not those that are
   * said to be for REST only.
   */
  static List<String> ofRequest(TypeElement type, Symbols symbols) {
    List<String> found = new ArrayList<>();
    for (TypeElement each : symbols.lineage(type)) {
      for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
        add(field, field.asType(), found);
      }
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (method.getParameters().size() == 1 && JaxRs.verb(method).isEmpty()) {
          add(method, method.getParameters().get(0).asType(), found);
        }
      }
    }
    ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .flatMap(constructor -> constructor.getParameters().stream())
        .forEach(parameter -> add(parameter, parameter.asType(), found));
    return found;
  }

  private static void add(Element member, TypeMirror type, List<String> found) {
    boolean forRestOnly =
        Annotated.find(member, Triglot.FIELD)
            .map(annotation -> annotation.flag("ignore", false))
            .orElse(false);
    if (!forRestOnly) {
      annotation(member, type)
          .ifPresent(name -> found.add(member.getSimpleName() + " (@" + name + ")"));
    }
  }

  /** The annotation that has something of a request injected. */
  private static Optional<String> annotation(Element member, TypeMirror type) {
    Optional<String> value =
        VALUES.stream().filter(name -> JaxRs.findParameter(member, name).isPresent()).findFirst();
    if (value.isPresent()) {
      return value;
    }
    if (JaxRs.find(member, "BeanParam").isPresent()) {
      return Optional.of("BeanParam");
    }
    String name = JaxRs.nameOf(type).orElseGet(() -> simpleName(type));
    if (JaxRs.find(member, "core.Context").isPresent()) {
      return Optional.of("Context").filter(any -> !OF_APPLICATION.contains(name));
    }
    return Stream.of("Inject", "Autowired")
        .filter(injection -> Annotated.isPresent(member, injection) && OF_REQUEST.contains(name))
        .findFirst();
  }

  private static String simpleName(TypeMirror type) {
    String name = type.toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
