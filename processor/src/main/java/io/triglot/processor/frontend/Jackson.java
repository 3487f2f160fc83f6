package io.triglot.processor.frontend;

import io.triglot.processor.model.JsonInclusion;
import io.triglot.processor.model.JsonMember;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Jackson's annotations, which are known by their names: Jackson itself need not be there. */
final class Jackson {
  private Jackson() {}

  /** The annotation of this simple name, of Jackson 2 or 3. */
  static Optional<Annotated> find(Element element, String simpleName) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> Annotated.simpleName(mirror).equals(simpleName))
        .filter(Jackson::isJackson)
        .findFirst()
        .map(mirror -> new Annotated(element, mirror));
  }

  /** The annotations of this simple name on any of the elements. */
  static Stream<Annotated> findAll(Collection<? extends Element> elements, String simpleName) {
    return elements.stream().flatMap(element -> find(element, simpleName).stream());
  }

  /** The name that a property is given on one of its declarations. */
  static Optional<String> name(Collection<? extends Element> declarations) {
    return Stream.of("JsonProperty", "JsonGetter", "JsonSetter")
        .flatMap(annotation -> findAll(declarations, annotation))
        .map(annotation -> annotation.text("value"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Further names under which a property is read. */
  static List<String> aliases(Collection<? extends Element> declarations) {
    return findAll(declarations, "JsonAlias")
        .flatMap(annotation -> annotation.texts("value").stream())
        .distinct()
        .toList();
  }

  /** What the names of an object's members have around them that stand in its place. */
  static Optional<JsonMember.Affixes> unwrapped(Collection<? extends Element> declarations) {
    return findAll(declarations, "JsonUnwrapped")
        .filter(annotation -> annotation.flag("enabled", true))
        .findFirst()
        .map(
            annotation ->
                new JsonMember.Affixes(annotation.text("prefix"), annotation.text("suffix")));
  }

  /** Which values an annotation says to write; empty where it does not, or in a way of its own. */
  static Optional<JsonInclusion> inclusion(Annotated include) {
    return include.constants("value").stream()
        .flatMap(
            name -> Stream.of(JsonInclusion.values()).filter(known -> known.name().equals(name)))
        .findFirst();
  }

  /** Whether a method or field is said to be a property, whatever it looks like. */
  static boolean isProperty(Element element) {
    return find(element, "JsonProperty").isPresent() || find(element, "JsonGetter").isPresent();
  }

  /** Whether this declaration of a property is to be ignored. */
  static boolean isIgnored(Element declaration) {
    return find(declaration, "JsonIgnore").filter(found -> found.flag("value", true)).isPresent();
  }

  /** Whether the declaration says of itself that it is one of a property's. */
  private static boolean isExplicit(Element declaration) {
    return Stream.of("JsonProperty", "JsonGetter", "JsonSetter")
        .anyMatch(annotation -> find(declaration, annotation).isPresent());
  }

  /**
   * Whether a property is ignored as a whole: one declaration of it says so, and no other one says
   * that it is a property nevertheless.
   */
  static boolean isIgnored(Collection<? extends Element> declarations) {
    return declarations.stream().anyMatch(Jackson::isIgnored)
        && declarations.stream().noneMatch(each -> isExplicit(each) && !isIgnored(each));
  }

  /** Whether {@code @JsonProperty} gives the property this access. */
  static boolean hasAccess(Collection<? extends Element> declarations, String access) {
    return findAll(declarations, "JsonProperty")
        .anyMatch(annotation -> annotation.constants("access").contains(access));
  }

  /** Whether Jackson makes instances by this constructor or method. */
  static boolean isCreator(Element constructor) {
    return find(constructor, "JsonCreator")
        .filter(found -> !found.constants("mode").contains("DISABLED"))
        .isPresent();
  }

  private static boolean isJackson(AnnotationMirror mirror) {
    return Annotated.qualifiedName(mirror).matches("(com\\.fasterxml|tools)\\.jackson\\..*");
  }
}
