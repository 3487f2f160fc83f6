package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.text;

import io.triglot.server.page.ApiListing.Field;
import io.triglot.server.page.ApiListing.Type;
import io.triglot.server.page.Html.Element;
import java.util.ArrayList;
import java.util.List;

/** The types of an API on the start page. */
final class TypePart {
  static final String ID = "types";

  private static final List<String> PROTOCOLS = List.of("REST", "GraphQL", "gRPC");

  private TypePart() {}

  /** All of them; nothing where there is none. */
  static List<Element> of(List<Type> types, Names names) {
    return types.isEmpty()
        ? List.of()
        : List.of(
            element(
                    "section",
                    element("h2", "Types").with("id", ID),
                    element("p", "What operations receive and give, as each protocol has it."))
                .with("class", "service")
                .with("aria-labelledby", ID)
                .add(types.stream().map(type -> article(type, names)).toList()));
  }

  private static Element article(Type type, Names names) {
    String id = Names.id(type.name());
    List<String> protocols =
        PROTOCOLS.stream()
            .filter(
                each -> type.fields().stream().anyMatch(field -> field.forms().containsKey(each)))
            .toList();
    List<Element> columns = new ArrayList<>(List.of(head("field")));
    protocols.forEach(protocol -> columns.add(head(protocol)));
    columns.add(head("what it is"));
    Element head = element("thead", element("tr").add(columns));
    Element body =
        element("tbody")
            .add(type.fields().stream().map(field -> row(field, protocols, names)).toList());
    return element(
            "article",
            element("h3", element("a", type.name()).with("href", "#" + id)).with("id", id))
        .add(otherNames(type))
        .add(List.of(new Html.Markdown(type.doc()), element("table", head, body)))
        .with("class", "type")
        .with("aria-labelledby", id);
  }

  private static List<Element> otherNames(Type type) {
    List<Html> said = new ArrayList<>();
    type.names()
        .forEach(
            (protocol, name) -> {
              said.add(text((said.isEmpty() ? "" : ", ") + protocol + ": "));
              said.add(element("code", name));
            });
    return said.isEmpty() ? List.of() : List.of(element("p").add(said));
  }

  private static Element head(String text) {
    return element("th", text).with("scope", "col");
  }

  private static Element row(Field field, List<String> protocols, Names names) {
    List<Element> cells = new ArrayList<>();
    cells.add(element("th", element("code", field.name())).with("scope", "row"));
    for (String protocol : protocols) {
      String form = field.forms().get(protocol);
      cells.add(
          (form == null ? element("td", "–") : element("td", names.code(form)))
              .with("data-protocol", protocol));
    }
    cells.add(element("td", new Html.Markdown(field.doc())));
    return element("tr").add(cells);
  }
}
