package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.LinkedHashMap;
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
  static final DocComment NONE = of(Doc.NONE);

  /** A comment of a main description only. */
  static DocComment of(Doc text) {
    return new DocComment(text, Map.of(), Map.of(), Doc.NONE, Optional.empty());
  }

  Doc parameter(String name) {
    return parameters.getOrDefault(name, Doc.NONE);
  }

  /** The description of the parameter, where there is one only: of a setter, for example. */
  Doc onlyParameter() {
    return parameters.size() == 1 ? parameters.values().iterator().next() : Doc.NONE;
  }

  /** The main description; where there is none, what is returned. */
  Doc summary() {
    return text.or(result);
  }

  /**
   * This comment, and where it says nothing of a part that methods inherit, what the other one
   * says. Neither deprecation nor exceptions are inherited.
   */
  DocComment or(DocComment other) {
    Map<String, Doc> all = new LinkedHashMap<>(parameters);
    other.parameters.forEach((name, doc) -> all.merge(name, doc, Doc::or));
    return new DocComment(
        text.or(other.text), all, exceptions, result.or(other.result), deprecated);
  }
}
