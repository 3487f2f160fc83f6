package io.triglot.runtime.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.runtime.graphql.plan.JsonBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of GraphQL's transports: maps, lists, strings, numbers, booleans and null. */
final class GraphQlJson {
  /** Deeper input than any document of ours can select; keeps recursion well within the stack. */
  private static final int MAX_DEPTH = 200;

  private static final int BUFFER = BufferRecycler.BYTE_WRITE_ENCODING_BUFFER;

  /** Each thread that has written a result may keep so much for the next one. */
  private static final int MAX_KEPT_BUFFER = 1 << 16;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
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
    JsonBytes json = new JsonBytes(buffers.allocByteBuffer(BUFFER), GraphQlJson::other);
    try {
      json.value(value);
      return json.written();
    } catch (IllegalArgumentException unwritable) {
      throw new IllegalStateException("A result holds a value that JSON cannot say", unwritable);
    } finally {
      if (json.buffer().length <= MAX_KEPT_BUFFER) {
        buffers.releaseByteBuffer(BUFFER, json.buffer());
      }
      buffers.releaseToPool();
    }
  }

  /** Writes a value as text. */
  static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  private static byte[] other(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  private static Map<String, @Nullable Object> notNull(
      @Nullable Map<String, @Nullable Object> object, String what) {
    if (object == null) {
      throw new MalformedRequestException(what, "must be a JSON object");
    }
    return object;
  }
}
