package io.triglot.runtime.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The OpenAPI documents of several services as one. */
final class OpenApiDocument {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private OpenApiDocument() {}

  /** Apart, because a server that starts needs none of its classes. */
  private static final class Yaml {
    static final ObjectMapper MAPPER =
        YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
  }

  /**
   * One document that describes what all of these describe: the first one, with the paths, tags and
   * components of the others.
   *
   * @throws IllegalStateException where two of them describe different types by one name
   */
  static String merge(Collection<String> documents) {
    ObjectNode merged = empty();
    for (String text : documents) {
      ObjectNode document = parse(text);
      if (merged.path("paths").isEmpty()) {
        merged = document;
      } else {
        document.withArrayProperty("tags").forEach(merged.withArrayProperty("tags")::add);
        requireSame(schemas(document), schemas(merged));
        merge(document, merged, "paths");
        merge(document, merged, "components");
      }
    }
    sort(merged.withObjectProperty("paths"));
    merged.withObjectProperty("components").forEach(each -> sort((ObjectNode) each));
    return merged.toPrettyString();
  }

  /** The same document with its servers, where they are absolute paths, below another one. */
  static String below(String basePath, String text) {
    ObjectNode document = parse(text);
    for (JsonNode server : document.path("servers")) {
      String url = server.path("url").asText();
      if (url.startsWith("/")) {
        ((ObjectNode) server).put("url", basePath + url);
      }
    }
    return document.toPrettyString();
  }

  /** The same document as YAML. */
  static String yaml(String text) {
    try {
      return Yaml.MAPPER.writeValueAsString(parse(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON has a form in YAML", e);
    }
  }

  /** What describes an API without any service on REST. */
  private static ObjectNode empty() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", "API").put("version", "1.0.0");
    document.putObject("paths");
    return document;
  }

  private static ObjectNode schemas(ObjectNode document) {
    return document.withObjectProperty("components").withObjectProperty("schemas");
  }

  private static void requireSame(ObjectNode some, ObjectNode others) {
    for (Map.Entry<String, JsonNode> schema : some.properties()) {
      if (others.has(schema.getKey()) && !others.get(schema.getKey()).equals(schema.getValue())) {
        throw new IllegalStateException(
            "Two services have different schemas of the name %s in OpenAPI. Give one of the types another name, as in @ApiType(name = \"Other%s\")."
                .formatted(schema.getKey(), schema.getKey()));
      }
    }
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

  private static ObjectNode parse(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a generated OpenAPI document is not JSON", e);
    }
  }
}
