package io.triglot.runtime.idempotency;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest of arguments that is the same for the same values, in every JVM. What cannot be looked
 * into counts as its class alone: to take two requests for the same does less harm than to refuse
 * an honest repetition.
 */
final class Fingerprint {
  private static final ObjectMapper FIELDS =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(MapperFeature.USE_ANNOTATIONS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Fingerprint() {}

  static String of(List<? extends @Nullable Object> arguments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object argument : arguments) {
        byte[] content = content(argument);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] content(@Nullable Object argument) {
    try {
      return FIELDS.writeValueAsBytes(argument);
    } catch (JsonProcessingException opaque) {
      return String.valueOf(argument == null ? null : argument.getClass().getName())
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
