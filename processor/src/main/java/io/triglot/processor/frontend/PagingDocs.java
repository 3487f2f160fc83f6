package io.triglot.processor.frontend;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What the contracts say of the types of ours that have a place in them. Class files have no doc
 * comments, and what the contracts tell callers is not what Javadoc tells those who program them.
 */
final class PagingDocs {
  private static final Map<String, String> COMMENTS =
      Map.of(
          "io.triglot.PageRequest",
          """
          @param first how many elements at most, in the order of the list
          @param after the place behind which they are; the page is the first one where it is absent
          @param last how many elements at most, in front of a place or at the end of the list
          @param before the place in front of which they are
          """,
          "io.triglot.Page",
          """
          A part of a list.
          @param items the elements, in the order of the list
          @param next the place after which the next page is; absent on the last page
          @param previous the place before which the previous page is; absent on the first page
          @param total how many elements the whole list has
          """,
          "io.triglot.Page.Edge",
          """
          An element of a list.
          @param node the element
          @param cursor its place in the list
          """);

  private static final Map<String, String> METHODS =
      Map.of(
          "edges", "The elements with their places.",
          "pageInfo", "Where the page is in the list.");

  private PagingDocs() {}

  /** The comment; empty for what is not ours. */
  static Optional<DocComment> of(Element element) {
    return comment(element).map(DocReader::parse);
  }

  private static Optional<String> comment(Element element) {
    if (element instanceof TypeElement type) {
      return Optional.ofNullable(COMMENTS.get(type.getQualifiedName().toString()));
    }
    return element.getEnclosingElement() instanceof TypeElement owner
            && owner.getQualifiedName().contentEquals("io.triglot.Page")
        ? Optional.ofNullable(METHODS.get(element.getSimpleName().toString()))
        : Optional.empty();
  }
}
