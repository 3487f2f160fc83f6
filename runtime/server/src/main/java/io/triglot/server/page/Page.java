package io.triglot.server.page;

import static io.triglot.server.page.Html.element;

import io.triglot.server.page.Html.Element;
import java.util.List;

/** What all pages made here have in common. */
final class Page {
  private Page() {}

  /** An HTML document. */
  static String of(String title, Html... body) {
    StringBuilder out = new StringBuilder("<!doctype html>\n");
    element("html", head(title), element("body").add(List.of(body))).with("lang", "en").write(out);
    return out.append('\n').toString();
  }

  private static Element head(String title) {
    return element(
        "head",
        element("meta").with("charset", "utf-8"),
        element("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        element("meta").with("name", "color-scheme").with("content", "light dark"),
        element("link").with("rel", "icon").with("href", "data:,"),
        element("link").with("rel", "stylesheet").with("href", "." + Asset.PREFIX + "page.css"),
        element("title", title));
  }
}
