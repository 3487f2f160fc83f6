package io.triglot.processor.frontend;

import java.lang.reflect.Method;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/**
 * Tells which doc comments are Markdown (JEP 467). We run on compilers that have none, and so ask
 * for the method that tells it.
 */
final class MarkdownComments {
  private MarkdownComments() {}

  /** The test for the elements of a compiler. */
  static Predicate<Element> in(Elements elements) {
    try {
      Method kind = Elements.class.getMethod("getDocCommentKind", Element.class);
      return element -> isMarkdown(elements, kind, element);
    } catch (NoSuchMethodException beforeMarkdown) {
      return element -> false;
    }
  }

  private static boolean isMarkdown(Elements elements, Method kind, Element element) {
    try {
      return "END_OF_LINE".equals(String.valueOf(kind.invoke(elements, element)));
    } catch (ReflectiveOperationException notSupported) {
      return false;
    }
  }
}
