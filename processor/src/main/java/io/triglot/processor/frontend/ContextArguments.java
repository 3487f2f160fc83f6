package io.triglot.processor.frontend;

import io.triglot.processor.frontend.ArgumentReader.Target;
import io.triglot.processor.model.Argument;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads what a resource method is given without the caller sending it as a value. */
final class ContextArguments {
  /** What RESTEasy Reactive gives without an annotation, too. */
  private static final Set<String> CONTEXTS =
      Set.of(
          "core.HttpHeaders",
          "core.SecurityContext",
          "core.UriInfo",
          "core.Request",
          "core.Application",
          "core.Configuration",
          "container.ResourceContext",
          "container.ResourceInfo",
          "ext.Providers");

  /** What only a request of HTTP has. */
  private static final Map<String, String> ONLY_HTTP =
      Map.of(
          "HttpServletRequest", "Take HttpHeaders, UriInfo or SecurityContext in its place.",
          "HttpServletResponse", "Return a Response in its place.",
          "ContainerRequestContext", "Take HttpHeaders, UriInfo or SecurityContext in its place.",
          "RoutingContext", "Take HttpHeaders, UriInfo or SecurityContext in its place.",
          "HttpServerRequest", "Take HttpHeaders, UriInfo or SecurityContext in its place.",
          "HttpServerResponse", "Return a Response in its place.",
          "SseEventSink", "Return a publisher in its place, such as a Flow.Publisher or a Multi.",
          "Sse", "Return a publisher in its place, such as a Flow.Publisher or a Multi.");

  private ContextArguments() {}

  /** What is given; empty for what callers send, and for what was refused. */
  static Optional<Argument> read(Target target, Findings findings) {
    Optional<TypeElement> type = ArgumentReader.typeOf(target);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    JavaName name = Symbols.javaName(type.get());
    if (isRefused(target)) {
      return findings.refuse(
          OperationRules.NOT_ADOPTED,
          target.origin(),
          "It takes a " + name.simpleName() + ", which only a request of HTTP has.",
          ONLY_HTTP.getOrDefault(name.simpleName(), ""));
    }
    if (JaxRs.find(target.element(), "container.Suspended").isPresent()) {
      return Optional.of(new Argument.Suspended(name));
    }
    String api = JaxRs.nameOf(target.type()).orElse("");
    if (api.equals("core.Cookie")) {
      return ParameterSource.of(target.element(), target.javaName())
          .filter(Source.Cookie.class::isInstance)
          .map(source -> cookie(target, name, ((Source.Cookie) source).name()));
    }
    if (!isContext(target, name, api)) {
      return Optional.empty();
    }
    return Optional.of(
        isOptional(name)
            ? new Argument.Context(held(target.type()).orElse(name), true)
            : new Argument.Context(name, false));
  }

  private static Argument cookie(Target target, JavaName type, String name) {
    TypeRef text = new TypeRef.ScalarRef(Scalar.STRING, false, true);
    return new Argument.CookieObject(
        Parameter.header(target.javaName(), text, target.origin()), type, name);
  }

  /** Whether it is nothing that other protocols can give. */
  static boolean isRefused(Target target) {
    return ArgumentReader.typeOf(target)
        .map(Symbols::javaName)
        .filter(name -> ONLY_HTTP.containsKey(name.simpleName()))
        .filter(
            name ->
                name.packageName()
                    .matches("(jakarta|javax)\\.(servlet|ws\\.rs)(\\..*)?|io\\.vertx\\..*"))
        .isPresent();
  }

  private static boolean isOptional(JavaName name) {
    return name.canonical().equals("java.util.Optional");
  }

  private static Optional<JavaName> held(TypeMirror optional) {
    return ((DeclaredType) optional)
        .getTypeArguments().stream()
            .filter(DeclaredType.class::isInstance)
            .map(type -> Symbols.javaName((TypeElement) ((DeclaredType) type).asElement()))
            .findFirst();
  }

  private static boolean isContext(Target target, JavaName name, String api) {
    return JaxRs.find(target.element(), "core.Context").isPresent()
        || CONTEXTS.contains(api)
        || Annotated.isPresent(target.element(), "Auth")
        || name.canonical().equals("java.security.Principal")
        || name.canonical().equals(Triglot.CALL_CONTEXT);
  }
}
