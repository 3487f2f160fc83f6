package io.triglot.server.page;

import static io.triglot.server.page.Html.element;
import static io.triglot.server.page.Html.link;

import io.triglot.server.page.Html.Element;
import java.util.Collection;

/** The page at {@code /proto}: a link to every {@code .proto} file. */
public final class ProtoIndex {
  private ProtoIndex() {}

  /**
   * The page as an HTML document.
   *
   * @param paths the import paths of the files
   */
  public static String render(Collection<String> paths) {
    return Page.of(
        ".proto files",
        element("header", element("h1", ".proto files"), element("p", link("/", "All operations"))),
        element("main", list(paths)));
  }

  private static Element list(Collection<String> paths) {
    return element("ul")
        .add(paths.stream().map(path -> element("li", link("/proto/" + path, path))).toList());
  }
}
