package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the routes that users write: an HTTP method, one blank, a path template. */
final class RouteReader {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private final Findings findings;

  RouteReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * The route; empty after a diagnostic.
   *
   * @param origin the annotation value
   */
  Optional<Route> readRoute(String text, Origin origin) {
    String subject = "The route \"" + text + "\" of " + origin;
    int blank = text.indexOf(' ');
    String method = blank < 0 ? text : text.substring(0, blank);
    if (!METHODS.contains(method)) {
      String upper = method.toUpperCase(Locale.ROOT);
      return refuse(
          subject,
          origin,
          new PathTemplate.Fault(
              0,
              "an HTTP method must stand here",
              METHODS.contains(upper)
                  ? "Did you mean " + upper + "?"
                  : "Write one of " + String.join(", ", METHODS) + ", a blank, and the path."),
          0);
    }
    if (blank < 0) {
      return refuse(
          subject,
          origin,
          new PathTemplate.Fault(
              text.length(),
              "the path is missing",
              "Write it after the method, such as " + method + " /products."),
          0);
    }
    String path = text.substring(blank + 1);
    Optional<PathTemplate.Fault> fault = PathTemplate.fault(path);
    return fault.isPresent()
        ? refuse(subject, origin, fault.get(), blank + 1)
        : Optional.of(new Route(method, path, origin));
  }

  /**
   * The path of a service, which has no variables; empty after a diagnostic.
   *
   * @param origin the annotation value
   */
  Optional<String> readPath(String path, Origin origin) {
    Optional<PathTemplate.Fault> fault =
        path.contains("{")
            ? Optional.of(
                new PathTemplate.Fault(
                    path.indexOf('{'),
                    "there are no variables in the path of a service",
                    "Write them in the routes of its operations."))
            : PathTemplate.fault(path);
    return fault.isPresent()
        ? refuse("The path \"" + path + "\" of " + origin, origin, fault.get(), 0)
        : Optional.of(path.equals("/") ? "" : path);
  }

  private <T> Optional<T> refuse(
      String subject, Origin origin, PathTemplate.Fault fault, int offset) {
    return findings.refuse(
        OperationRules.MALFORMED_ROUTE,
        origin,
        subject
            + " is malformed: at character "
            + (offset + fault.at() + 1)
            + ", "
            + fault.problem()
            + ".",
        fault.remedy());
  }
}
