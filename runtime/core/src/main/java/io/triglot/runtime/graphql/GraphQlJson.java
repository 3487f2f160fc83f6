package io.triglot.runtime.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.runtime.graphql.plan.JsonBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of GraphQL's transports: maps, lists, strings, numbers, booleans and null. */
final class GraphQlJson {
  private static final int BUFFER = BufferRecycler.BYTE_WRITE_ENCODING_BUFFER;

  /** Each thread that has written a result may keep so much for the next one. */
  private static final int MAX_KEPT_BUFFER = 1 << 16;

  /** Apart, because few results have anything for it. */
  private static final class Others {
    static final JsonMapper MAPPER = new JsonMapper();
  }

  private GraphQlJson() {}

  /**
   * Reads a JSON object.
   *
   * @param what what it is, for the message
   * @throws MalformedRequestException when it is no JSON, or no object
   */
  static Map<String, @Nullable Object> object(byte[] json, String what) {
    try {
      return object(JsonInput.document(JsonInput.FACTORY.createParser(json)), what);
    } catch (IOException malformed) {
      throw noObject(what);
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
      return object(JsonInput.document(JsonInput.FACTORY.createParser(json)), what);
    } catch (IOException malformed) {
      throw noObject(what);
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
      if (JsonInput.document(JsonInput.FACTORY.createParser(json)) instanceof List<?> elements) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        elements.forEach(element -> objects.add(object(element, "body")));
        return objects;
      }
    } catch (IOException malformed) {
      // is no array either
    }
    throw new MalformedRequestException("body", "must be an array of JSON objects");
  }

  /** Writes a value in UTF-8. */
  static byte[] bytes(Object value) {
    BufferRecycler buffers = JsonInput.FACTORY._getBufferRecycler();
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
      return Others.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  @SuppressWarnings("unchecked") // the members of what JsonInput reads have names
  private static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> members) {
      return (Map<String, @Nullable Object>) members;
    }
    throw noObject(what);
  }

  private static MalformedRequestException noObject(String what) {
    return new MalformedRequestException(what, "must be a JSON object");
  }
}
