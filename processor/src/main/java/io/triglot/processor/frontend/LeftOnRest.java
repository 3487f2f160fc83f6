package io.triglot.processor.frontend;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of an adopted resource stays on REST, and what guards it there: one note for the class. */
final class LeftOnRest {
  private final Origin resource;
  private final List<String> reasons = new ArrayList<>();
  private final SortedMap<String, String> uncalled = new TreeMap<>();
  private final SortedSet<String> guards = new TreeSet<>();
  private List<String> injected = List.of();

  LeftOnRest(Origin resource) {
    this.resource = resource;
  }

  /** Notes a method that cannot cross. */
  void add(String method, Collection<Diagnostic> refusals) {
    uncalled.remove(method);
    reasons.add(
        method
            + ": "
            + refusals.stream()
                .map(each -> each.problem() + " " + each.remedy())
                .distinct()
                .collect(Collectors.joining(" ")));
  }

  /** Notes a method that leads to a resource of its own. */
  void locator(String method) {
    reasons.add(
        method + ": It locates a sub-resource. Offer what that does by methods with a verb.");
  }

  /** Notes a method whose name another operation has. */
  void overload(String method) {
    reasons.add(
        method
            + ": Another method is called so, too. Name one of them by @ApiOperation(name = …).");
  }

  /** Notes a method that crosses, but that the REST client does not have. */
  void uncalled(String method, String reason) {
    uncalled.put(method, reason);
  }

  /** Notes a name binding or a filter that only REST passes. */
  void guardedBy(String guard) {
    guards.add(guard);
  }

  /** Notes that nothing can cross, since these members are injected from the request of REST. */
  void injected(List<String> members) {
    injected = List.copyOf(members);
  }

  List<String> guards() {
    return List.copyOf(guards);
  }

  /** Writes the note, if there is something to say. */
  void report(Findings findings) {
    if (!injected.isEmpty()) {
      reportInjected(findings);
      return;
    }
    if (reasons.isEmpty() && guards.isEmpty() && uncalled.isEmpty()) {
      return;
    }
    String left =
        reasons.isEmpty()
            ? "All of " + resource + " is adopted."
            : "Of "
                + resource
                + " stay on REST only\n"
                + lines(reasons.stream().sorted())
                + "\n  All else is adopted.";
    if (!uncalled.isEmpty()) {
      left +=
          "\n  Its REST client leaves out\n"
              + lines(
                  uncalled.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()))
              + "\n ";
    }
    findings.report(
        OperationRules.NOT_ADOPTED,
        resource,
        left,
        guards.isEmpty()
            ? "What may stay there needs no change."
            : "It is guarded by "
                + String.join(", ", guards)
                + ", which only REST passes: see that the authenticator asks for as much.");
  }

  private static String lines(Stream<String> reasons) {
    return reasons.map(each -> "    " + each).collect(Collectors.joining("\n"));
  }

  private void reportInjected(Findings findings) {
    findings.report(
        OperationRules.NOT_ADOPTED,
        resource,
        "%s stays on REST only, because its instances are made for a request of REST: %s."
            .formatted(resource, String.join(", ", injected)),
        "Make them parameters of the methods that need them, or write @ApiField(ignore = true) on"
            + " those that no adopted method needs.");
  }
}
