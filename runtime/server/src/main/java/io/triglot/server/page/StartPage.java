package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.link;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.ApiListing.Service;
import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * The page at {@code /}: every operation of an API with its addresses on the protocols, and links
 * to where it is tried out. It is whole without scripts; they filter, and copy lines.
 */
public final class StartPage {
  private StartPage() {}

  /** The page as an HTML document. */
  public static String render(ApiListing api) {
    long operations = api.services().stream().mapToLong(each -> each.operations().size()).sum();
    return Page.of(
        api.title(),
        element("a", "To the operations").with("class", "skip").with("href", "#operations"),
        element(
            "header",
            element("h1", api.title()),
            element(
                "p",
                "One API, three protocols: each operation can be called by REST, GraphQL and gRPC,"
                    + " with the same rights, the same checks and the same errors.")),
        element("main", protocols(api), filter(operations), contents(api), operations(api)),
        element("footer", element("p", text("Served by Triglot. "), link("/health", "Health"))),
        element("script").with("src", "." + Asset.PREFIX + "page.js"));
  }

  private static Element protocols(ApiListing api) {
    return element(
            "section",
            protocol(
                "REST",
                "JSON over HTTP on this port",
                link("/openapi", "Try it"),
                link("/openapi.json", "OpenAPI"),
                link("/openapi.yaml", "YAML")),
            protocol(
                "GraphQL",
                "HTTP, server-sent events and WebSocket at /graphql",
                api.schema()
                    ? new Html[] {link("/graphql", "Try it"), link("/schema.graphqls", "Schema")}
                    : new Html[0]),
            protocol(
                "gRPC",
                "HTTP/2 on port " + api.grpcPort() + ", with reflection and health",
                link("/proto", ".proto files")))
        .with("class", "protocols")
        .with("aria-label", "Protocols");
  }

  private static Element protocol(String name, String where, Html... links) {
    return element(
            "div",
            element("h2", name),
            element("p", where),
            element("p", links).with("class", "links"))
        .with("class", "card");
  }

  /** Shown by the script, since it does nothing without one. */
  private static Element filter(long operations) {
    return element(
            "form",
            element("label", "Filter operations").with("for", "filter"),
            element("input")
                .with("id", "filter")
                .with("type", "search")
                .with("autocomplete", "off")
                .with("spellcheck", "false")
                .with("placeholder", "name, path, type, role …"),
            element("p", operations + " operations").with("id", "count").with("role", "status"))
        .with("role", "search")
        .with("hidden", "");
  }

  private static Element contents(ApiListing api) {
    List<Element> entries = new ArrayList<>();
    for (Service service : api.services()) {
      entries.add(entry(service.name(), service.name(), service.operations().size()));
    }
    if (!api.types().isEmpty()) {
      entries.add(entry("Types", TypePart.ID, api.types().size()));
    }
    return element("nav", element("ul").add(entries)).with("aria-label", "Contents");
  }

  private static Element entry(String name, String id, int size) {
    return element(
        "li", element("a", name).with("href", "#" + id), text(" "), element("small", "" + size));
  }

  private static Element operations(ApiListing api) {
    Names names = Names.of(api.types());
    return element("div")
        .with("id", "operations")
        .add(api.services().stream().map(service -> service(service, names)).toList())
        .add(TypePart.of(api.types(), names));
  }

  private static Element service(Service service, Names names) {
    return element(
            "section",
            element("h2", service.name()).with("id", service.name()),
            new Html.Markdown(service.doc()))
        .with("class", "service")
        .with("aria-labelledby", service.name())
        .add(OperationPart.deprecation(service.deprecation()))
        .add(
            List.copyOf(
                service.operations().stream()
                    .map(operation -> OperationPart.of(service, operation, names))
                    .toList()));
  }
}
