package io.triglot.runtime.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as maps, lists, strings, booleans, nulls and numbers: {@code Integer},
 * {@code Long} or {@code BigInteger} where they are whole, otherwise {@code BigDecimal}. Of members
 * of one name the last counts.
 *
 * <p>From tokens, not by a mapper: to make one is half of what the first request costs.
 */
final class JsonInput {
  /** Deeper input than any document of ours can select; keeps recursion well within the stack. */
  private static final int MAX_DEPTH = 200;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private JsonInput() {}

  /** The one value of a document, which is closed then. */
  static @Nullable Object document(JsonParser document) throws IOException {
    try (document) {
      document.nextToken();
      Object value = value(document);
      if (document.nextToken() != null) {
        throw new JsonParseException(document, "expected the end of the document");
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new JsonParseException(in, "expected a value");
    }
    return switch (token) {
      case START_OBJECT -> members(in);
      case START_ARRAY -> elements(in);
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> in.getNumberValue();
      case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonParseException(in, "expected a value");
    };
  }

  private static Map<String, @Nullable Object> members(JsonParser in) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      members.put(name, value(in));
    }
    return members;
  }

  private static List<@Nullable Object> elements(JsonParser in) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(in));
    }
    return elements;
  }
}
