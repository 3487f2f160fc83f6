package io.triglot.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON as a client of the shop reads and writes it, strict about fields that it does not know. */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T read(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not a " + type.getSimpleName() + ": " + node, e);
    }
  }

  static <T> List<T> readAll(JsonNode array, Class<T> type) {
    List<T> values = new ArrayList<>();
    array.forEach(node -> values.add(read(node, type)));
    return values;
  }

  /**
   * The failure that a problem document or the extensions of a GraphQL error tell.
   *
   * @param standard the members that are not details
   */
  static CallFailure failure(JsonNode error, String message, Set<String> standard) {
    Map<String, String> details = new LinkedHashMap<>();
    error
        .properties()
        .forEach(
            member -> {
              if (!standard.contains(member.getKey())) {
                JsonNode value = member.getValue();
                details.put(member.getKey(), value.isTextual() ? value.asText() : value.toString());
              }
            });
    return new CallFailure(
        error.path("code").asText(),
        error.path("reason").asText(),
        message,
        details,
        error.path("violations").findValuesAsText("field"));
  }
}
