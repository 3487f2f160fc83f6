package io.triglot.processor.frontend;

import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.Sharing;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads {@code @ApiFederated}. */
final class SharingReader {
  private SharingReader() {}

  /** What the first annotation on one of the declarations says; empty where there is none. */
  static Optional<Sharing> of(List<? extends Element> declarations) {
    return declarations.stream()
        .flatMap(each -> Annotated.find(each, Triglot.FEDERATED).stream())
        .findFirst()
        .map(
            found ->
                new Sharing(
                    found.flag("shareable", false),
                    found.flag("external", false),
                    EntityKey.names(found.text("provides")),
                    EntityKey.names(found.text("requires"))));
  }
}
