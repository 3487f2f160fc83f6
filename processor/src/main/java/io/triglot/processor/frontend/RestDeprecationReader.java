package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.RestDeprecation;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads since when, and until when, an operation is deprecated on REST. */
final class RestDeprecationReader {
  private final Findings findings;

  RestDeprecationReader(Findings findings) {
    this.findings = findings;
  }

  /** What the method says, else its service. */
  Optional<RestDeprecation> read(OperationMethod method, List<TypeElement> lineage) {
    List<Element> declarations = method.accessDeclarations(lineage).distinct().toList();
    return first(declarations, Triglot.REST_DEPRECATED)
        .map(found -> written(found, method.origin()))
        .or(() -> first(declarations, "java.lang.Deprecated").flatMap(this::dated));
  }

  private static Optional<Annotated> first(List<Element> declarations, String annotation) {
    return declarations.stream()
        .flatMap(each -> Annotated.find(each, annotation).stream())
        .findFirst();
  }

  /** A version is no date. */
  private Optional<RestDeprecation> dated(Annotated deprecated) {
    return parse(deprecated.text("since"))
        .map(day -> new RestDeprecation(Optional.of(day), Optional.empty(), Optional.empty()));
  }

  private RestDeprecation written(Annotated annotation, Origin operation) {
    RestDeprecation read =
        new RestDeprecation(
            day(annotation, "since", operation),
            day(annotation, "sunset", operation),
            Stream.of(annotation.text("link")).filter(link -> !link.isEmpty()).findFirst());
    if (read.since().isPresent() && read.sunset().filter(read.since().get()::isAfter).isPresent()) {
      refuse(
          annotation,
          "sunset",
          operation + " ends on REST before it is deprecated there.",
          "Write a sunset that is not before " + read.since().get() + ".");
    }
    if (read.link().filter(link -> !isAbsolute(link)).isPresent()) {
      refuse(
          annotation,
          "link",
          "\"" + read.link().get() + "\" is no address of a page.",
          "Write an absolute URL, such as https://example.com/migration.");
    }
    return read;
  }

  private Optional<LocalDate> day(Annotated annotation, String member, Origin operation) {
    String text = annotation.text(member);
    Optional<LocalDate> day = parse(text);
    if (!text.isEmpty() && day.isEmpty()) {
      refuse(
          annotation,
          member,
          "\"" + text + "\", since which or until when " + operation + " is on REST, is no date.",
          "Write a year, month and day, such as 2026-01-31.");
    }
    return day;
  }

  private void refuse(Annotated annotation, String member, String problem, String remedy) {
    findings.report(
        OperationRules.REST_DEPRECATION,
        new Origin(annotation.element().toString(), annotation.place(member)),
        problem,
        remedy);
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What can stand between angle brackets in a header (RFC 8288). */
  private static boolean isAbsolute(String link) {
    try {
      return URI.create(link).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
