package io.triglot.processor.frontend;

import io.triglot.processor.frontend.AdoptedResultReader.Read;
import io.triglot.processor.frontend.ArgumentReader.Arguments;
import io.triglot.processor.model.Argument.Received;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.List;

/**
 * Refuses bodies and entities that are not JSON: what they have in their own media type may be
 * something else than what their Java types say.
 */
final class MediaTypeCheck {
  private static final String JSON = "\\*/\\*|application/(\\*|json|[\\w.-]+\\+json)(;.*)?";
  private static final String STREAMED =
      "text/event-stream(;.*)?|application/(x-ndjson|stream\\+json|x-json-stream)(;.*)?";
  private static final String TEXT = "text/(plain|\\*)(;.*)?";

  private final Findings findings;

  MediaTypeCheck(Findings findings) {
    this.findings = findings;
  }

  /** Whether it can cross; if not, there is a diagnostic. */
  boolean check(ResourceMethod resource, Arguments arguments, Read answered) {
    return checkBody(resource, arguments) && checkEntity(resource, answered);
  }

  private boolean checkBody(ResourceMethod resource, Arguments arguments) {
    List<String> types = MediaTypes.of(resource, "Consumes");
    return arguments.arguments().stream()
            .noneMatch(each -> each instanceof Received one && one.source() instanceof Source.Body)
        || fits(types, isText(bodyType(arguments)), false)
        || refuse(resource, "takes", types, "Consumes");
  }

  private static TypeRef bodyType(Arguments arguments) {
    return arguments.arguments().stream()
        .filter(each -> each instanceof Received one && one.source() instanceof Source.Body)
        .map(each -> ((Received) each).parameter())
        .flatMap(name -> arguments.parameters().stream().filter(p -> p.javaName().equals(name)))
        .map(parameter -> parameter.type())
        .findFirst()
        .orElseThrow();
  }

  private boolean checkEntity(ResourceMethod resource, Read answered) {
    List<String> types = MediaTypes.of(resource, "Produces");
    return answered.result().type() instanceof VoidRef
        || fits(
            types,
            isText(answered.result().type()),
            answered.result().form() == ResultForm.PUBLISHER)
        || refuse(resource, "gives", types, "Produces");
  }

  private static boolean fits(List<String> types, boolean text, boolean stream) {
    return types.isEmpty()
        || types.stream()
            .anyMatch(
                type ->
                    type.matches(JSON)
                        || text && type.matches(TEXT)
                        || stream && type.matches(STREAMED));
  }

  /** Whether it is the same as text and as JSON, or is nothing but bytes. */
  private static boolean isText(TypeRef type) {
    return type.present() instanceof ScalarRef scalar && !scalar.scalar().isStructured();
  }

  private boolean refuse(
      ResourceMethod resource, String what, List<String> types, String annotation) {
    findings.report(
        OperationRules.NOT_ADOPTED,
        resource.method().origin(),
        "It " + what + " " + String.join(" or ", types) + ".",
        "Add application/json to @" + annotation + ", if it can do that.");
    return false;
  }
}
