package io.triglot.processor.types;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Locale;

/** The mapper whose JSON is that of REST, but for languages: they are BCP 47 tags there. */
public final class ReferenceMapper {
  private ReferenceMapper() {}

  /** A mapper of its own for each caller. */
  public static ObjectMapper create() {
    return JsonMapper.builder()
        .addModules(new JavaTimeModule(), new Jdk8Module())
        .addModule(new SimpleModule().addSerializer(Locale.class, new LanguageTags()))
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build();
  }

  private static final class LanguageTags extends StdScalarSerializer<Locale> {
    private static final long serialVersionUID = 1;

    LanguageTags() {
      super(Locale.class);
    }

    @Override
    public void serialize(Locale locale, JsonGenerator json, SerializerProvider serializers)
        throws IOException {
      json.writeString(locale.toLanguageTag());
    }
  }
}
