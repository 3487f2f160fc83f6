package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** OpenAPI documents as JSON text and as YAML, and several of them as one. */
final class OpenApiText {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private OpenApiText() {}

  /** The text of a document, indented, with a line end at its end. */
  static String of(ObjectNode document) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One document that describes what all of these describe: the first one, with the paths, tags and
   * components of the others. What two of them share is the same in both.
   */
  static String merge(Collection<String> documents) {
    ObjectNode merged = null;
    for (String text : documents) {
      ObjectNode document = parse(text);
      if (merged == null) {
        merged = document;
      } else {
        merge(document, merged);
      }
    }
    if (merged == null) {
      throw new IllegalArgumentException("no document");
    }
    sort(merged.withObjectProperty("paths"));
    merged.withObjectProperty("components").forEach(each -> sort((ObjectNode) each));
    return of(merged);
  }

  private static void merge(ObjectNode from, ObjectNode into) {
    from.withArrayProperty("tags").forEach(into.withArrayProperty("tags")::add);
    merge(from, into, "paths");
    merge(from, into, "components");
  }

  /** Adds the members of the members of an object. */
  private static void merge(ObjectNode from, ObjectNode into, String name) {
    ObjectNode target = into.withObjectProperty(name);
    from.withObjectProperty(name)
        .properties()
        .forEach(
            each -> target.withObjectProperty(each.getKey()).setAll((ObjectNode) each.getValue()));
  }

  private static void sort(ObjectNode object) {
    SortedMap<String, JsonNode> sorted = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      sorted.put(member.getKey(), member.getValue());
    }
    object.removeAll();
    sorted.forEach(object::set);
  }

  /** The same document as YAML. */
  static String yaml(String document) {
    try {
      return YAML.writeValueAsString(parse(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode parse(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
