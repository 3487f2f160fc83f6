package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.link;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.ApiListing.Operation;
import io.triglot.server.page.ApiListing.Route;
import io.triglot.server.page.ApiListing.Service;
import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page at {@code /}: every operation of an API with its three names, and links to the rest. */
public final class StartPage {
  private StartPage() {}

  /** The page as an HTML document. */
  public static String render(ApiListing api) {
    return Page.of(
        "API",
        element(
            "header",
            element("h1", "One API, three protocols"),
            element(
                "p",
                "Each operation can be called by REST, GraphQL and gRPC: with the same rights, the"
                    + " same checks and the same errors.")),
        element("main", protocols(api))
            .add(api.services().stream().map(StartPage::service).toList()),
        element("footer", element("p", text("Served by Triglot. "), link("/health", "Health"))));
  }

  private static Element protocols(ApiListing api) {
    return element(
            "section",
            protocol(
                "REST",
                "JSON over HTTP on this port",
                link("/openapi.json", "OpenAPI"),
                link("/openapi.yaml", "YAML")),
            protocol(
                "GraphQL",
                "HTTP, server-sent events and WebSocket at /graphql",
                api.schema()
                    ? new Html[] {link("/graphql", "Explorer"), link("/schema.graphqls", "Schema")}
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
        "article",
        element("h2", name),
        element("p", where),
        element("p", links).with("class", "links"));
  }

  private static Element service(Service service) {
    Element table =
        element(
            "table",
            element(
                "thead",
                element(
                    "tr", column("Operation"), column("REST"), column("GraphQL"), column("gRPC"))),
            element("tbody").add(service.operations().stream().map(StartPage::operation).toList()));
    return element("section", element("h2", service.name()), table);
  }

  private static Element column(String name) {
    return element("th", name).with("scope", "col");
  }

  private static Element operation(Operation operation) {
    Element name = element("th", element("strong", operation.name())).with("scope", "row");
    if (operation.access() != null) {
      name = name.add(List.of(element("small", operation.access())));
    }
    return element(
        "tr",
        name,
        cell("REST", operation.route() == null ? null : route(operation.route())),
        cell("GraphQL", operation.field() == null ? null : element("code", operation.field())),
        cell("gRPC", operation.rpc() == null ? null : rpc(operation.rpc())));
  }

  private static Element cell(String protocol, @Nullable Html content) {
    return element("td", content == null ? text("–") : content).with("data-protocol", protocol);
  }

  private static Element route(Route route) {
    Html template =
        route.isLink() ? link(route.template(), route.template()) : text(route.template());
    return element(
        "code", element("span", route.method()).with("class", "method"), text(" "), template);
  }

  /** A long name, which may be broken where it has a dot or a slash. */
  private static Element rpc(String name) {
    List<Html> parts = new ArrayList<>();
    for (String part : name.split("(?<=[./])")) {
      parts.add(text(part));
      parts.add(element("wbr"));
    }
    return element("code").add(parts);
  }
}
