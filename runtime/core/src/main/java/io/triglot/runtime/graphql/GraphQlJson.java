package io.triglot.runtime.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.runtime.graphql.plan.PlainJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of GraphQL's transports: maps, lists, strings, numbers, booleans and null. */
final class GraphQlJson {
  /** Deeper input than any document of ours can select; keeps recursion well within the stack. */
  private static final int MAX_DEPTH = 200;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  // The shortest text that reads as the same number, as of JDK 19 (JDK-4511638).
                  .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader OBJECT =
      MAPPER.readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

  private static final ObjectReader OBJECTS =
      MAPPER.readerFor(new TypeReference<List<Map<String, @Nullable Object>>>() {});

  private GraphQlJson() {}

  /**
   * Reads a JSON object.
   *
   * @param what what it is, for the message
   * @throws MalformedRequestException when it is no JSON, or no object
   */
  static Map<String, @Nullable Object> object(byte[] json, String what) {
    try {
      return notNull(OBJECT.readValue(json), what);
    } catch (IOException malformed) {
      throw new MalformedRequestException(what, "must be a JSON object");
    }
  }

  /**
   * Reads a JSON object.
   *
   * @param what what it is, for the message
   * @throws MalformedRequestException when it is no JSON, or no object
   */
  static Map<String, @Nullable Object> object(String json, String what) {
    try {
      return notNull(OBJECT.readValue(json), what);
    } catch (JsonProcessingException malformed) {
      throw new MalformedRequestException(what, "must be a JSON object");
    }
  }

  /** Whether a text of JSON is an array, if it is anything. */
  static boolean isArray(byte[] json) {
    int i = 0;
    while (i < json.length
        && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t')) {
      i++;
    }
    return i < json.length && json[i] == '[';
  }

  /**
   * Reads an array of JSON objects.
   *
   * @throws MalformedRequestException when it is no JSON, or no array of objects
   */
  static List<Map<String, @Nullable Object>> objects(byte[] json) {
    try {
      List<Map<String, @Nullable Object>> objects = OBJECTS.readValue(json);
      objects.forEach(object -> notNull(object, "body"));
      return objects;
    } catch (IOException malformed) {
      throw new MalformedRequestException("body", "must be an array of JSON objects");
    }
  }

  /** Writes a value in UTF-8. */
  static byte[] bytes(Object value) {
    BufferRecycler buffers = MAPPER.getFactory()._getBufferRecycler();
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(buffers)) {
      try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
        PlainJson.write(json, value);
      }
      return bytes.getClearAndRelease();
    } catch (IOException unwritable) {
      throw new IllegalStateException("A result holds a value that JSON cannot say", unwritable);
    } finally {
      buffers.releaseToPool();
    }
  }

  /** Writes a value as text. */
  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      PlainJson.write(json, value);
    } catch (IOException unwritable) {
      throw new IllegalStateException("A result holds a value that JSON cannot say", unwritable);
    }
    return text.toString();
  }

  private static Map<String, @Nullable Object> notNull(
      @Nullable Map<String, @Nullable Object> object, String what) {
    if (object == null) {
      throw new MalformedRequestException(what, "must be a JSON object");
    }
    return object;
  }
}
