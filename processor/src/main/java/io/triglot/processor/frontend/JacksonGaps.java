package io.triglot.processor.frontend;

import io.triglot.processor.model.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Says what Jackson's annotations ask for and the contracts do not follow. */
final class JacksonGaps {
  private static final Set<String> BY_CODE = Set.of("JsonSerialize", "JsonDeserialize");
  private static final List<String> CODE =
      List.of("using", "contentUsing", "keyUsing", "nullsUsing", "converter", "contentConverter");
  private static final List<String> OF_PROPERTIES =
      List.of(
          "JsonBackReference",
          "JsonFilter",
          "JsonIdentityInfo",
          "JsonIdentityReference",
          "JsonIgnoreProperties",
          "JsonIncludeProperties",
          "JsonManagedReference",
          "JsonRawValue",
          "JsonTypeInfo");
  private static final List<String> OF_TYPES =
      List.of(
          "JsonAppend",
          "JsonAutoDetect",
          "JsonFilter",
          "JsonIdentityInfo",
          "JsonIncludeProperties");
  private static final List<String> OF_MEMBERS = List.of("JsonAnyGetter", "JsonAnySetter");

  private final Findings findings;

  JacksonGaps(Findings findings) {
    this.findings = findings;
  }

  /** Checks what stands on a property that is part of the API. */
  void checkProperty(Collection<? extends Element> declarations, Origin property) {
    if (Jackson.findAll(declarations, "JsonInclude").anyMatch(JacksonGaps::includesOtherwise)) {
      report("JsonInclude", property);
    }
    reportAny(OF_PROPERTIES, declarations, property);
    reportCode(declarations, property);
  }

  /** Checks what stands on a class whose properties are part of the API. */
  void checkType(TypeElement type, Origin origin) {
    if (Jackson.find(type, "JsonInclude")
        .filter(
            include ->
                includesOtherwise(include) || include.constants("value").contains("NON_DEFAULT"))
        .isPresent()) {
      report("JsonInclude", origin);
    }
    if (Jackson.find(type, "JsonNaming").isPresent()
        && JsonRules.of(List.of(type)).naming().isEmpty()) {
      report("JsonNaming", origin);
    }
    if (type.getKind() != ElementKind.ENUM
        && Jackson.find(type, "JsonFormat")
            .filter(format -> format.constants("shape").contains("ARRAY"))
            .isPresent()) {
      report("JsonFormat", origin);
    }
    reportAny(OF_TYPES, List.of(type), origin);
    reportAny(OF_MEMBERS, type.getEnclosedElements(), origin);
    reportCode(List.of(type), origin);
  }

  private void reportAny(
      List<String> names, Collection<? extends Element> declarations, Origin origin) {
    names.stream()
        .filter(name -> Jackson.findAll(declarations, name).findAny().isPresent())
        .forEach(name -> report(name, origin));
  }

  /** Checks what a hierarchy of types is told about how to tell them apart. */
  void checkHierarchy(List<TypeElement> lineage, Origin origin) {
    if (JacksonTypeInfo.of(lineage).filter(info -> !info.isFollowed()).isPresent()) {
      report("JsonTypeInfo", origin);
    }
    if (Jackson.findAll(lineage, "JsonTypeIdResolver").findAny().isPresent()) {
      report("JsonTypeIdResolver", origin);
    }
  }

  private void reportCode(Collection<? extends Element> declarations, Origin origin) {
    BY_CODE.stream()
        .sorted()
        .filter(
            name ->
                Jackson.findAll(declarations, name)
                    .anyMatch(
                        found -> CODE.stream().anyMatch(each -> found.value(each).isPresent())))
        .forEach(name -> report(name, origin));
  }

  /** Whether it leaves out what none of the usual ways leaves out. */
  private static boolean includesOtherwise(Annotated include) {
    return include.constants("value").contains("CUSTOM")
        || include.constants("content").stream()
            .anyMatch(content -> !content.matches("ALWAYS|USE_DEFAULTS"));
  }

  /** Says that an annotation is not followed. */
  void report(String annotation, Origin origin) {
    findings.report(
        TypeRules.JACKSON_ANNOTATION,
        origin,
        "@"
            + annotation
            + " on "
            + origin
            + " is not followed: JSON will not be what Jackson would write.",
        "Take it away, or say by @SuppressWarnings(\"TriglotJacksonAnnotation\") that it may differ.");
  }
}
