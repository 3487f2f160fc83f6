package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What the schema of a value tells of it, as far as there is one.
 *
 * @param schema resolved
 */
record Described(OpenApi document, JsonNode schema) {
  Described property(String name) {
    return resolved(schema.path("properties").path(name));
  }

  Described element() {
    return resolved(schema.path("items"));
  }

  Described entry() {
    return resolved(schema.path("additionalProperties"));
  }

  /** Whether a property does nothing but tell of which type the object is. */
  boolean isTag(String property) {
    return property(property).schema().has("const");
  }

  /** Of a value of a hierarchy, which JSON tags by a property, the member that it is. */
  Optional<Member> member(JsonNode value) {
    JsonNode discriminator = schema.path("discriminator");
    String property = discriminator.path("propertyName").asText();
    if (property.isEmpty() || !value.path(property).isTextual()) {
      return Optional.empty();
    }
    String tag = value.path(property).asText();
    String reference = discriminator.path("mapping").path(tag).asText();
    if (reference.isEmpty()) {
      throw new InexpressibleException("There is no member " + tag);
    }
    ObjectNode untagged = value.deepCopy();
    untagged.remove(property);
    Described described = resolved(Json.object().put("$ref", reference));
    return Optional.of(
        new Member(tag, reference.substring(reference.lastIndexOf('/') + 1), untagged, described));
  }

  private Described resolved(JsonNode found) {
    return new Described(document, document.resolved(found));
  }

  /**
   * A value of a hierarchy.
   *
   * @param tag what JSON calls its type
   * @param schemaName what OpenAPI calls it, with the hierarchy's name in front or without
   * @param value without the tag
   */
  record Member(String tag, String schemaName, ObjectNode value, Described described) {
    /**
     * Which of these fields is for it.
     *
     * @throws InexpressibleException when none is
     */
    String field(Collection<String> fields) {
      return fields.stream()
          .filter(field -> plain(tag).equals(plain(field)))
          .findFirst()
          .or(
              () ->
                  fields.stream()
                      .filter(field -> plain(schemaName).endsWith(plain(field)))
                      .max(Comparator.comparing(String::length)))
          .orElseThrow(() -> new InexpressibleException("There is no member " + tag));
    }

    private static String plain(String name) {
      return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
  }
}
