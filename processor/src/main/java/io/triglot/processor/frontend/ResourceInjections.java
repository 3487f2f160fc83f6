package io.triglot.processor.frontend;

import io.triglot.processor.frontend.ArgumentReader.Target;
import io.triglot.processor.model.Origin;
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
 * What a container injects into the instances of a resource from the request of REST: fields,
 * setters and parameters of constructors. A container that is shown a call as such a request does
 * the same for other protocols, as far as they have what is injected.
 *
 * @param members what can be injected for a call, too
 * @param refused what only a request of HTTP has, each like {@code request (@Context)}
 */
record ResourceInjections(List<Target> members, List<String> refused) {
  private static final List<String> VALUES =
      List.of("PathParam", "QueryParam", "HeaderParam", "CookieParam", "FormParam", "MatrixParam");

  /** What other protocols have a place for: what callers send, and the metadata of calls. */
  private static final Set<String> VALUES_OF_CALL =
      Set.of("PathParam", "QueryParam", "HeaderParam", "CookieParam", "BeanParam");

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

  private static final Set<String> OF_CALL =
      Set.of("core.UriInfo", "core.HttpHeaders", "core.SecurityContext", "core.Request");

  private static final Set<String> OF_REQUEST =
      Set.of("container.ContainerRequestContext", "HttpServletRequest", "HttpServletResponse");

  /** Takes copies. */
  ResourceInjections {
    members = List.copyOf(members);
    refused = List.copyOf(refused);
  }

  /** What is injected into a class; not what is said to be for REST only. */
  static ResourceInjections of(TypeElement type, Symbols symbols, Origin resource) {
    List<Target> members = new ArrayList<>();
    for (TypeElement each : symbols.lineage(type)) {
      for (VariableElement field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
        members.add(target(field, field.asType(), symbols, resource));
      }
      for (ExecutableElement method : ElementFilter.methodsIn(each.getEnclosedElements())) {
        if (method.getParameters().size() == 1 && JaxRs.verb(method).isEmpty()) {
          members.add(target(method, method.getParameters().get(0).asType(), symbols, resource));
        }
      }
    }
    ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .flatMap(constructor -> constructor.getParameters().stream())
        .forEach(each -> members.add(target(each, each.asType(), symbols, resource)));
    members.removeIf(each -> isForRestOnly(each) || annotation(each).isEmpty());
    return new ResourceInjections(
        members.stream().filter(each -> !isOnlyHttp(each)).toList(),
        members.stream()
            .filter(ResourceInjections::isOnlyHttp)
            .map(ResourceInjections::shown)
            .toList());
  }

  private static Target target(Element member, TypeMirror type, Symbols symbols, Origin resource) {
    String name = member.getSimpleName().toString();
    return new Target(
        member instanceof ExecutableElement ? BeanArguments.property(name) : name,
        type,
        member,
        symbols.origin(member, resource + "." + name, resource));
  }

  /** What is injected, each like {@code tenant (@PathParam)}. */
  List<String> shown() {
    return members.stream().map(ResourceInjections::shown).toList();
  }

  private static String shown(Target member) {
    return member.element().getSimpleName() + " (@" + annotation(member).orElseThrow() + ")";
  }

  private static boolean isForRestOnly(Target member) {
    return Annotated.find(member.element(), Triglot.FIELD)
        .map(annotation -> annotation.flag("ignore", false))
        .orElse(false);
  }

  /** The annotation that has something of a request injected. */
  private static Optional<String> annotation(Target member) {
    Optional<String> value =
        VALUES.stream()
            .filter(name -> JaxRs.findParameter(member.element(), name).isPresent())
            .findFirst();
    if (value.isPresent()) {
      return value;
    }
    if (JaxRs.find(member.element(), "BeanParam").isPresent()) {
      return Optional.of("BeanParam");
    }
    String type = typeName(member);
    if (JaxRs.find(member.element(), "core.Context").isPresent()) {
      return Optional.of("Context").filter(any -> !OF_APPLICATION.contains(type));
    }
    return Stream.of("Inject", "Autowired")
        .filter(injection -> Annotated.isPresent(member.element(), injection))
        .filter(any -> OF_CALL.contains(type) || OF_REQUEST.contains(type))
        .findFirst();
  }

  private static boolean isOnlyHttp(Target member) {
    String annotation = annotation(member).orElseThrow();
    return !VALUES_OF_CALL.contains(annotation) && !OF_CALL.contains(typeName(member));
  }

  private static String typeName(Target member) {
    return JaxRs.nameOf(member.type())
        .orElseGet(
            () -> {
              String name = member.type().toString();
              return name.substring(name.lastIndexOf('.') + 1);
            });
  }
}
