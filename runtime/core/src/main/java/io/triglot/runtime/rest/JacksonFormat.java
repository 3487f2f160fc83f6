package io.triglot.runtime.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The format of resources of which nothing is said. */
final class JacksonFormat {
  /**
   * Reads what newer servers have; writes dates as text, which servers read whatever they write.
   */
  static final EntityFormat LENIENT =
      EntityFormat.of(
          JsonMapper.builder()
              .addModule(new Jdk8Module())
              .addModule(new JavaTimeModule())
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
              .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build());

  private JacksonFormat() {}
}
