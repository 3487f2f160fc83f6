package io.triglot.processor.contract;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.TypeDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type's definition as text: what its sources say, for compilations that see only its class file.
 * That has lost the docs and, depending on the compiler, the order of members, the names of
 * parameters and the nullness of types.
 */
public final class DefinitionText {
  /** The suffix of the class that holds the text of a type. */
  public static final String HOLDER = "ApiType";

  private static final String PLACE = "place";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addSerializer(new OriginSerializer())
                  .addDeserializer(Origin.class, new OriginDeserializer()))
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .annotationIntrospector(new SealedTypes())
          .build();

  private DefinitionText() {}

  /** The text of a definition, without the places it comes from. */
  public static String of(TypeDefinition definition) {
    try {
      return MAPPER
              .writerFor(TypeDefinition.class)
              .withDefaultPrettyPrinter()
              .writeValueAsString(definition)
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The definition that a text holds, all of it from one place; empty for a text of another version
   * of ours that is no longer understood.
   */
  public static Optional<TypeDefinition> parse(String text, Origin place) {
    try {
      return Optional.of(
          MAPPER.readerFor(TypeDefinition.class).withAttribute(PLACE, place).readValue(text));
    } catch (JsonProcessingException otherVersion) {
      return Optional.empty();
    }
  }

  /** A value of a sealed interface is written with the name of its class. */
  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;
    private static final JsonTypeInfo.Value NAMED =
        JsonTypeInfo.Value.construct(Id.NAME, As.PROPERTY, "is", null, false, null, null);

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
      return annotated.getRawType().isSealed()
          ? NAMED
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(Annotated annotated) {
      return annotated.getRawType().isSealed()
          ? Stream.of(annotated.getRawType().getPermittedSubclasses())
              .map(permitted -> new NamedType(permitted, permitted.getSimpleName()))
              .toList()
          : super.findSubtypes(annotated);
    }
  }

  private static final class OriginSerializer extends StdSerializer<Origin> {
    private static final long serialVersionUID = 1;

    OriginSerializer() {
      super(Origin.class);
    }

    @Override
    public void serialize(Origin origin, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(origin.name());
    }
  }

  private static final class OriginDeserializer extends StdDeserializer<Origin> {
    private static final long serialVersionUID = 1;

    OriginDeserializer() {
      super(Origin.class);
    }

    @Override
    public Origin deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return new Origin(in.getText(), ((Origin) context.getAttribute(PLACE)).handle());
    }
  }
}
