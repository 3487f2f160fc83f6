package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import java.util.Optional;

/**
 * Reads from the annotations of JAX-RS where a request of REST has the value of a parameter of a
 * plain operation, or of a part of one.
 */
final class SourceReader {
  private static final Rule RULE = Rule.error("TriglotParameterSource");

  private final Findings findings;

  SourceReader(Findings findings) {
    this.findings = findings;
  }

  /** What an annotation says; empty where none does. */
  Optional<Source> of(ParameterReader.Read parameter) {
    Optional<Source> source =
        parameter.declarations().stream()
            .flatMap(each -> ParameterSource.of(each, parameter.name()).stream())
            .findFirst();
    FieldAnnotation annotation = FieldAnnotation.of(parameter.declarations());
    return annotation.isEventId()
        ? Optional.of(
            new Source.LastEvent(
                source.isPresent() && source.get() instanceof Source.Query query
                    ? query.name()
                    : annotation.nameOr(parameter.name())))
        : source;
  }

  /** Whether a value of this type can be there; else reports it. */
  boolean fits(ParameterReader.Read parameter, Optional<Source> source, TypeRef type) {
    if (source.isPresent() && source.get() instanceof Source.Matrix) {
      return refuse(
          parameter, " is a matrix parameter, which routes have none of.", "Use @QueryParam.");
    }
    if (source.filter(ParameterSource::isMetadata).isEmpty() || ParameterTypes.isSingle(type)) {
      return true;
    }
    return refuse(
        parameter,
        " is in a header, which has one value that is text, but its type is no scalar and no enum.",
        "Take one value, or take it from the query or the body.");
  }

  private boolean refuse(ParameterReader.Read parameter, String problem, String remedy) {
    findings.report(RULE, parameter.origin(), parameter.origin() + problem, remedy);
    return false;
  }
}
