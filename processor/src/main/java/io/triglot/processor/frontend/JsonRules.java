package io.triglot.processor.frontend;

import io.triglot.processor.model.JsonInclusion;
import io.triglot.processor.model.ObjectType.OtherMembers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * What Jackson's annotations on a class say about its properties.
 *
 * @param ignored the names in JSON of properties that are left out
 * @param lenient whether unknown members are skipped
 * @param inclusion which values are written, where a property does not say it
 */
record JsonRules(
    Optional<JsonNaming> naming, Set<String> ignored, boolean lenient, JsonInclusion inclusion) {

  /** Those of a class, which it may have from its superclasses and interfaces. */
  static JsonRules of(List<TypeElement> lineage) {
    Optional<Annotated> ignoring = first(lineage, "JsonIgnoreProperties");
    return new JsonRules(
        first(lineage, "JsonNaming").flatMap(JsonRules::naming),
        new TreeSet<>(ignoring.map(found -> found.texts("value")).orElse(List.of())),
        ignoring.map(found -> found.flag("ignoreUnknown", false)).orElse(false),
        first(lineage, "JsonInclude")
            .flatMap(Jackson::inclusion)
            .filter(inclusion -> inclusion != JsonInclusion.NON_DEFAULT)
            .orElse(JsonInclusion.ALWAYS));
  }

  /** The name of a property. */
  String name(String javaName, FieldAnnotation field, Collection<Element> declarations) {
    return Jackson.name(declarations)
        .or(field::name)
        .orElseGet(() -> naming.map(each -> each.apply(javaName)).orElse(javaName));
  }

  /** Which values of a property are written. */
  JsonInclusion inclusion(Collection<Element> declarations) {
    return Jackson.findAll(declarations, "JsonInclude")
        .flatMap(annotation -> Jackson.inclusion(annotation).stream())
        .findFirst()
        .orElse(inclusion);
  }

  /** The members of an object that are no fields. */
  OtherMembers otherMembers(Collection<String> ignoredProperties) {
    Set<String> all = new TreeSet<>(ignored);
    all.addAll(ignoredProperties);
    return new OtherMembers(new ArrayList<>(all), lenient);
  }

  private static Optional<Annotated> first(List<TypeElement> lineage, String annotation) {
    return lineage.stream().flatMap(type -> Jackson.find(type, annotation).stream()).findFirst();
  }

  private static Optional<JsonNaming> naming(Annotated annotation) {
    return annotation
        .value("value")
        .filter(value -> value.getValue() instanceof DeclaredType)
        .map(value -> ((DeclaredType) value.getValue()).asElement().getSimpleName().toString())
        .flatMap(JsonNaming::of);
  }
}
