package io.triglot.runtime.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells an object from all others of a schema: its type, and its key there. It travels as
 * opaque text, which clients hand back and do not read; it is not signed, since it says no more
 * than a caller may ask for.
 *
 * @param type the name of the object type
 * @param key the values of the fields of the key, serialized
 */
record GlobalId(String type, List<Object> key) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Takes a copy. */
  GlobalId {
    key = List.copyOf(key);
  }

  /** The text that {@link #parse} takes. */
  String text() {
    List<Object> parts = new ArrayList<>(key);
    parts.add(0, type);
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The id behind a text; empty for a text that no object has ever had. */
  static Optional<GlobalId> parse(String text) {
    try {
      Object[] parts = JSON.readValue(Base64.getUrlDecoder().decode(text), Object[].class);
      return parts != null
              && parts.length > 1
              && parts[0] instanceof String type
              && Arrays.stream(parts).allMatch(GlobalId::isScalar)
          ? Optional.of(new GlobalId(type, List.of(parts).subList(1, parts.length)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isScalar(@Nullable Object part) {
    return part instanceof String || part instanceof Number || part instanceof Boolean;
  }
}
