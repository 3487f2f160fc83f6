package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.ApiListing.Address;
import io.triglot.server.page.ApiListing.Argument;
import io.triglot.server.page.ApiListing.Failure;
import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Service;
import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An operation on the start page. */
final class OperationPart {
  private static final Names PLAIN = new Names(Map.of());

  private OperationPart() {}

  static Element of(Service service, Operation operation, Names names) {
    String id = service.name() + "." + operation.name();
    Element head =
        element(
            "h3",
            element("a", operation.name()).with("href", "#" + id),
            text(" "),
            element("small", "for " + operation.access()).with("class", "access"));
    return element(
            "article",
            head.with("id", id),
            element("p", names.code(operation.signature())),
            new Html.Markdown(operation.doc()))
        .with("aria-labelledby", id)
        .add(deprecation(operation.deprecation()))
        .add(arguments(operation.arguments()))
        .add(addresses(operation))
        .add(errors(operation.errors()))
        .add(calls(operation));
  }

  /** That something is deprecated; nothing for an empty text. */
  static List<Element> deprecation(String markdown) {
    return markdown.isEmpty()
        ? List.of()
        : List.of(element("div", new Html.Markdown(markdown)).with("class", "warning"));
  }

  private static List<Element> arguments(List<Argument> arguments) {
    return arguments.isEmpty()
        ? List.of()
        : List.of(
            element("dl")
                .with("class", "arguments")
                .add(arguments.stream().map(OperationPart::argument).toList()));
  }

  private static Element argument(Argument argument) {
    return element(
        "div",
        element("dt", element("code", argument.name())),
        element("dd", new Html.Markdown(argument.doc())));
  }

  private static List<Element> addresses(Operation operation) {
    return operation.addresses().isEmpty()
        ? List.of()
        : List.of(
            element("dl")
                .with("class", "addresses")
                .add(operation.addresses().stream().map(OperationPart::address).toList()));
  }

  private static Element address(Address address) {
    return element(
        "div", element("dt", address.protocol()), element("dd", PLAIN.code(address.text())));
  }

  private static List<Element> errors(List<Failure> errors) {
    if (errors.isEmpty()) {
      return List.of();
    }
    List<Html> all = new ArrayList<>(List.of(text("Fails with")));
    for (Failure error : errors) {
      all.add(text(all.size() == 1 ? " " : ", "));
      all.add(element("code", error.reason()));
      all.add(text(" (" + error.code() + ")"));
    }
    return List.of(element("p").with("class", "errors").add(all));
  }

  private static List<Element> calls(Operation operation) {
    List<Element> calls =
        operation.addresses().stream().flatMap(each -> call(operation, each).stream()).toList();
    return calls.isEmpty()
        ? List.of()
        : List.of(
            element("details", element("summary", text("Calls to copy"), named(operation)))
                .add(calls));
  }

  /** What tells one summary from the other where only they are read out. */
  private static Element named(Operation operation) {
    return element("span", " of " + operation.name()).with("class", "aloud");
  }

  private static List<Element> call(Operation operation, Address address) {
    String call = address.call();
    if (call == null) {
      return List.of();
    }
    String name = operation.name() + " by " + address.protocol();
    return List.of(
        element(
                "div",
                element("h4", address.protocol()),
                element("button", "Copy")
                    .with("type", "button")
                    .with("aria-label", "Copy the call of " + name)
                    .with("hidden", ""),
                element("pre", element("code", call)))
            .with("class", "call"));
  }
}
