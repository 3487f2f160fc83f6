package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.Map;
import java.util.Optional;

/**
 * A doc comment, taken apart.
 *
 * @param text the main description
 * @param parameters the descriptions of parameters and record components, by name
 * @param exceptions the names of exceptions as the tags write them, with their descriptions
 * @param result what is returned
 * @param deprecated why the declaration is deprecated
 */
record DocComment(
    Doc text,
    Map<String, Doc> parameters,
    Map<String, Doc> exceptions,
    Doc result,
    Optional<Doc> deprecated) {
  /** No comment. */
  static final DocComment NONE =
      new DocComment(Doc.NONE, Map.of(), Map.of(), Doc.NONE, Optional.empty());

  Doc parameter(String name) {
    return parameters.getOrDefault(name, Doc.NONE);
  }

  /** The main description; where there is none, what is returned. */
  Doc summary() {
    return text.isEmpty() ? result : text;
  }
}
