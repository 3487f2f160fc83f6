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
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The definition of a service, a type or an error as text: what its sources say, for compilations
 * that see only its class file. That has lost the docs and, depending on the compiler, the order of
 * members, the names of parameters and the nullness of types.
 */
public final class DefinitionText {
  /** The suffix of the class that holds the text of a type. */
  public static final String TYPE = "ApiType";

  /** The suffix of the class that holds the text of a service. */
  public static final String SERVICE = "ApiService";

  /** The suffix of the class that holds the text of an error. */
  public static final String ERROR = "ApiError";

  private static final String PLACE = "place";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule()
                  .addSerializer(new OriginSerializer())
                  .addSerializer(new SetSerializer())
                  .addSerializer(Duration.class, ToStringSerializer.instance)
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(Origin.class, new OriginDeserializer())
                  .addDeserializer(
                      Duration.class, new ParsedText<>(Duration.class, Duration::parse))
                  .addDeserializer(
                      LocalDate.class, new ParsedText<>(LocalDate.class, LocalDate::parse)))
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

  /** The text of a type, without the places it comes from. */
  public static String of(TypeDefinition type) {
    return of(TypeDefinition.class, type);
  }

  /** The text of a service, without the places it comes from. */
  public static String of(Service service) {
    return of(Service.class, service);
  }

  /** The text of an error, without the places it comes from. */
  public static String of(ErrorType error) {
    return of(ErrorType.class, error);
  }

  private static <T> String of(Class<T> kind, T definition) {
    try {
      return MAPPER
              .writerFor(kind)
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
   *
   * @param kind {@link TypeDefinition}, {@link Service} or {@link ErrorType}
   */
  public static <T> Optional<T> parse(Class<T> kind, String text, Origin place) {
    try {
      return Optional.of(
          kind.cast(MAPPER.readerFor(kind).withAttribute(PLACE, place).readValue(text)));
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

  /** Sets have no order of their own that would be the same in the next compilation. */
  private static final class SetSerializer extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1;

    SetSerializer() {
      super(TypeFactory.defaultInstance().constructCollectionType(Set.class, Object.class));
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (Object each : set.stream().sorted(Comparator.comparing(Object::toString)).toList()) {
        provider.defaultSerializeValue(each, out);
      }
      out.writeEndArray();
    }
  }

  private static final class ParsedText<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Function<String, T> parser;

    ParsedText(Class<T> type, Function<String, T> parser) {
      super(type);
      this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return parser.apply(in.getText());
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
