package io.triglot.runtime.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * How entities of adopted resources are written and read: as their own container does. Thread-safe.
 *
 * <p>With JSON-B, for example, {@code write} is {@code jsonb.toJson(entity, type).getBytes(UTF_8)}.
 */
public interface EntityFormat {
  /** The JSON of an entity, in UTF-8. */
  byte[] write(Object entity, Type type) throws IOException;

  /** An entity of this JSON, in UTF-8; null where it says so. */
  @Nullable Object read(byte[] content, Type type) throws IOException;

  /** What a mapper of Jackson writes and reads. */
  static EntityFormat of(ObjectMapper mapper) {
    return new EntityFormat() {
      @Override
      public byte[] write(Object entity, Type type) throws IOException {
        return mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(entity);
      }

      @Override
      public @Nullable Object read(byte[] content, Type type) throws IOException {
        return mapper.readValue(content, mapper.constructType(type));
      }
    };
  }
}
