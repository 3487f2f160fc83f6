package io.triglot.processor.frontend;

import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Scalar;
import io.triglot.processor.model.SentValue;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/** Tells which resource methods a generated client cannot call by the REST that they have. */
final class RestCallability {
  private static final String JSON = "\\*/\\*|application/(\\*|json|[\\w.-]+\\+json)(;.*)?";
  private static final String FORM = "\\*/\\*|application/(\\*|x-www-form-urlencoded)(;.*)?";

  /** What is text alike for JAX-RS and for JSON. */
  private static final Set<Scalar> PLAIN =
      EnumSet.of(
          Scalar.STRING,
          Scalar.CHAR,
          Scalar.BYTES,
          Scalar.BOOLEAN,
          Scalar.BYTE,
          Scalar.SHORT,
          Scalar.INT,
          Scalar.LONG,
          Scalar.FLOAT,
          Scalar.DOUBLE,
          Scalar.BIG_DECIMAL,
          Scalar.BIG_INTEGER);

  private RestCallability() {}

  /** Why it cannot be called; empty if it can. */
  static Optional<String> obstacle(Operation operation, ResourceMethod resource) {
    AdoptedMethod method = operation.adopted().orElseThrow();
    List<SentValue> sent = SentValue.of(operation);
    return Stream.of(
            encoded(resource),
            result(operation, method),
            path(method, sent),
            body(method, sent),
            form(method, sent))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> encoded(ResourceMethod resource) {
    ExecutableElement method = resource.jaxRs();
    return Stream.concat(
                Stream.of(method, resource.method().service()), method.getParameters().stream())
            .anyMatch(each -> JaxRs.find(each, "Encoded").isPresent())
        ? Optional.of("It takes text as it is encoded (@Encoded).")
        : Optional.empty();
  }

  private static Optional<String> result(Operation operation, AdoptedMethod method) {
    if (operation.form() == ResultForm.PUBLISHER) {
      return Optional.of("It gives a stream, which each container writes in its own way.");
    }
    if (operation.result() instanceof VoidRef) {
      return Optional.empty();
    }
    if (method.verb().equals("HEAD")) {
      return Optional.of("No answer to HEAD has an entity.");
    }
    return isJson(operation.result(), method.produces())
        ? Optional.empty()
        : Optional.of("Its " + String.join(" or ", method.produces()) + " is no JSON.");
  }

  private static Optional<String> path(AdoptedMethod method, List<SentValue> sent) {
    Set<String> given =
        sent.stream()
            .filter(each -> !(each.parameter().type().carrier() instanceof ListRef))
            .map(SentValue::source)
            .filter(Source.PathVariable.class::isInstance)
            .map(source -> ((Source.PathVariable) source).name())
            .collect(Collectors.toSet());
    return ResourcePath.variables(method.path()).stream()
        .filter(variable -> !given.contains(variable))
        .findFirst()
        .map(variable -> "No parameter says what {" + variable + "} of its path is.");
  }

  private static Optional<String> body(AdoptedMethod method, List<SentValue> sent) {
    return sent.stream()
        .filter(each -> each.source() instanceof Source.Body)
        .filter(each -> !isJson(each.parameter().type(), method.consumes()))
        .findFirst()
        .map(each -> "Its " + String.join(" or ", method.consumes()) + " is no JSON.");
  }

  private static boolean isJson(TypeRef type, List<String> mediaTypes) {
    return mediaTypes.isEmpty()
        || mediaTypes.stream().anyMatch(each -> each.matches(JSON))
        || type.present() instanceof ScalarRef scalar && PLAIN.contains(scalar.scalar());
  }

  private static Optional<String> form(AdoptedMethod method, List<SentValue> sent) {
    if (sent.stream().noneMatch(each -> each.source() instanceof Source.Form)) {
      return Optional.empty();
    }
    if (sent.stream().anyMatch(each -> each.source() instanceof Source.Body)) {
      return Optional.of("It takes a body beside the fields of a form.");
    }
    return method.consumes().isEmpty()
            || method.consumes().stream().anyMatch(each -> each.matches(FORM))
        ? Optional.empty()
        : Optional.of("Its form is " + String.join(" or ", method.consumes()) + ".");
  }
}
