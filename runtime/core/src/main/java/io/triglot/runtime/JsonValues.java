package io.triglot.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as plain Java: null, {@code String}, {@code Boolean}, a number, a {@code List} or a
 * {@code Map} of these by name. Whole numbers are {@code Integer}, {@code Long} or {@code
 * BigInteger}, others {@code BigDecimal}. What is none of these is made so by the one reference
 * mapper, which finds out about a class by reflection. For generated code.
 */
public final class JsonValues {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonValues() {}

  /**
   * Any value as plain Java.
   *
   * @throws IllegalArgumentException for what the reference mapper cannot write
   */
  public static @Nullable Object of(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return ofMap(map);
    }
    if (value instanceof Iterable<?> elements && !(value instanceof JsonNode)) {
      List<@Nullable Object> plain = new ArrayList<>();
      elements.forEach(element -> plain.add(of(element)));
      return plain;
    }
    return MAPPER.convertValue(value, Object.class);
  }

  /** The members of an object as plain Java. */
  public static Map<String, @Nullable Object> ofMap(Map<?, ?> map) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    map.forEach((name, value) -> plain.put(String.valueOf(name), of(value)));
    return plain;
  }

  /** The members of a node as plain Java. */
  public static Map<String, @Nullable Object> ofNode(ObjectNode node) {
    return MAPPER.convertValue(node, new TypeReference<Map<String, @Nullable Object>>() {});
  }

  /** A plain value as a node. */
  public static JsonNode node(Object plain) {
    return MAPPER.valueToTree(plain);
  }

  /** A plain value as JSON. */
  public static String text(@Nullable Object plain) {
    return MAPPER.valueToTree(plain).toString();
  }

  /** Plain members as a node. */
  public static ObjectNode objectNode(Map<String, @Nullable Object> plain) {
    return MAPPER.valueToTree(plain);
  }

  /** What makes plain values into instances of a class, or fails with IllegalArgumentException. */
  public static <T> Function<Object, T> reader(Class<T> type) {
    return plain -> MAPPER.convertValue(plain, type);
  }

  /** What makes plain values into instances of a type, or fails with IllegalArgumentException. */
  public static <T> Function<Object, T> reader(TypeReference<T> type) {
    Type java = type.getType();
    return plain -> MAPPER.convertValue(plain, MAPPER.constructType(java));
  }
}
