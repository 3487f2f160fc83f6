package io.triglot.processor.frontend;

import io.triglot.processor.model.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads doc comments. What the comment of a method does not say, and what its {@code {@inheritDoc}}
 * stands for, comes from the methods that it overrides, nearest first, superclasses before
 * interfaces.
 */
final class DocReader {
  private final Symbols symbols;
  private final DocSources sources;

  DocReader(Symbols symbols) {
    this.symbols = symbols;
    this.sources = new DocSources(symbols);
  }

  /** The comment of a declaration; of a parameter, what its method's comment says of it. */
  DocComment read(Element element) {
    if (element instanceof VariableElement && element.getKind() == ElementKind.PARAMETER) {
      return DocComment.of(
          read(Symbols.enclosing(element)).parameter(element.getSimpleName().toString()));
    }
    DocComment inherited =
        element instanceof ExecutableElement method
            ? sources.overridden(method).stream()
                .map(this::read)
                .reduce(DocComment.NONE, DocComment::or)
            : DocComment.NONE;
    return symbols
        .comment(element)
        .map(text -> resolve(element, text, inherited).or(inherited))
        .or(() -> PagingDocs.of(element))
        .orElseGet(() -> DocComment.NONE.or(inherited));
  }

  /** What the first of these declarations of one thing says that says anything. */
  Doc ofAny(List<? extends Element> declarations) {
    return declarations.stream()
        .map(this::read)
        .map(comment -> comment.summary().or(comment.onlyParameter()))
        .reduce(Doc.NONE, Doc::or);
  }

  /**
   * Why the element is deprecated; empty text if it is deprecated without a reason, and nothing if
   * it is not deprecated.
   */
  Optional<String> deprecation(Element element) {
    Optional<String> reason = read(element).deprecated().map(Doc::text);
    return Annotated.find(element, "java.lang.Deprecated").isPresent()
        ? reason.or(() -> Optional.of(""))
        : reason;
  }

  /** A comment that stands by itself. */
  static DocComment parse(String comment) {
    return new Resolution(RawComment.parse(comment), DocComment.NONE, JavadocText.Scope.ALONE)
        .comment();
  }

  private DocComment resolve(Element element, String text, DocComment inherited) {
    JavadocText.Scope scope =
        new JavadocText.Scope(
            symbols.isMarkdown(element), reference -> sources.constant(element, reference));
    return new Resolution(RawComment.parse(text), inherited, scope).comment();
  }

  /** A comment whose {@code {@inheritDoc}} is told. */
  private record Resolution(RawComment raw, DocComment inherited, JavadocText.Scope scope) {
    DocComment comment() {
      return new DocComment(
          doc(raw.text(), inherited.text()),
          docs(raw.parameters(), inherited::parameter),
          docs(raw.exceptions(), name -> inherited.exceptions().getOrDefault(name, Doc.NONE)),
          raw.result().map(text -> doc(text, inherited.result())).orElse(Doc.NONE),
          raw.deprecated().map(text -> doc(text, Doc.NONE)));
    }

    private Map<String, Doc> docs(Map<String, String> texts, Function<String, Doc> overridden) {
      return texts.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry -> doc(entry.getValue(), overridden.apply(entry.getKey())),
                  (first, second) -> first,
                  LinkedHashMap::new));
    }

    private Doc doc(String text, Doc overridden) {
      return new JavadocText(scope, overridden).toDoc(text);
    }
  }
}
