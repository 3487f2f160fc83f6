package io.triglot.processor.types.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.types.EveryProtocol;
import io.triglot.processor.types.ReferenceMapper;
import io.triglot.processor.types.random.Model.Structure;
import io.triglot.runtime.grpc.MessageMarshaller;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** {@code -Dtriglot.models=100} tries a hundred models for each one that is tried otherwise. */
class RandomModelsTest {
  private static final int MODELS = Integer.getInteger("triglot.models", 1);
  private static final int VALUES = 10;

  private static final ObjectMapper REFERENCE = ReferenceMapper.create();

  /** What values are without the annotations of properties, which are about JSON alone. */
  private static final ObjectMapper PLAIN =
      REFERENCE.copy().setAnnotationIntrospector(new PropertiesAsTheyAre());

  @Property(tries = 12)
  void whatIsSentArrivesAndComesBack(
      @ForAll("models") List<Model> models, @ForAll CompilerKind compiler, @ForAll Random random)
      throws Exception {
    for (Model model : models) {
      try (TemporaryFolder folder = TemporaryFolder.create()) {
        travel(model, compiler, folder.path(), random);
      } catch (AssertionError e) {
        String sources = String.join("\n", new ModelSources(model).all());
        throw new AssertionError(e.getMessage() + "\nfor " + compiler + " of\n" + sources, e);
      }
    }
  }

  @Provide
  Arbitrary<List<Model>> models() {
    return Models.all().list().ofSize(MODELS);
  }

  private static void travel(Model model, CompilerKind compiler, Path directory, Random random)
      throws Exception {
    Compilation compilation =
        compiler.in(directory).compile(new ModelSources(model).all()).requireSuccess();
    ClassLoader loader = compilation.loader();
    Object service = loader.loadClass(ModelSources.SERVICE).getConstructor().newInstance();
    try (EveryProtocol protocols = EveryProtocol.of(service)) {
      Journey journey = new Journey(model, service, protocols);
      Values values = new Values(model, loader, random);
      for (Structure type : model.structures()) {
        for (int i = 0; i < VALUES; i++) {
          journey.of(type, values.of(type));
        }
      }
    }
  }

  /** Sends values to a service, whole and property by property. */
  private record Journey(Model model, Object service, EveryProtocol protocols) {
    void of(Structure type, Object value) throws Exception {
      JsonNode json = withoutNulls(EveryProtocol.json(REFERENCE.writeValueAsString(value)));
      JsonNode plain = withoutNulls(EveryProtocol.json(PLAIN.writeValueAsString(value)));
      overRest(type, "echo", value, json, json);
      overGraphQl(type, "echo", value, plain);
      overGrpc(type, "Echo", value);
      if (type.properties().size() > 1) {
        overRest(type, "make", value, properties(type, value), json);
        overGraphQl(type, "make", value, plain);
        overGrpc(type, "Make", value);
      }
    }

    /** The properties of a value, which are parameters, and so have no annotations themselves. */
    private static JsonNode properties(Structure type, Object value) throws Exception {
      ObjectNode properties = REFERENCE.createObjectNode();
      for (Model.Property property : type.properties()) {
        Field field = value.getClass().getDeclaredField(property.name());
        field.setAccessible(true);
        ObjectWriter writer = REFERENCE.writerFor(REFERENCE.constructType(field.getGenericType()));
        properties.set(
            property.name(), EveryProtocol.json(writer.writeValueAsString(field.get(value))));
      }
      return withoutNulls(properties);
    }

    private void overRest(
        Structure type, String operation, Object value, JsonNode sent, JsonNode json) {
      JsonNode answer =
          protocols.rest("POST", "/" + type.name() + "/" + operation, sent.toString());

      assertSame("REST", answer, json);
      assertReceived(value);
    }

    private void overGraphQl(Structure type, String operation, Object value, JsonNode json) {
      ObjectNode form = new GraphQlForm(model, true).of(type, json);
      GraphQlForm answers = new GraphQlForm(model, false);
      ObjectNode expected = answers.of(type, json);
      String field = operation + type.name();
      Map<String, String> arguments = protocols.arguments(field);
      JsonNode answer =
          protocols.graphQl(
              "mutation (%s) { %s(%s)%s }"
                  .formatted(
                      joined(arguments, "$%1$s: %2$s"),
                      field,
                      joined(arguments, "%1$s: $%1$s"),
                      answers.selection(type, List.of(expected))),
              EveryProtocol.variables(
                  operation.equals("echo") ? form.objectNode().set("sent", form) : form));

      assertSame("GraphQL", answer, expected);
      assertReceived(value);
    }

    /** The bytes of a message are those that protobuf's own library makes of its content. */
    private void overGrpc(Structure type, String operation, Object value)
        throws ReflectiveOperationException, InvalidProtocolBufferException {
      byte[] bytes = marshaller(type).toBytes(value);
      String rpc = operation + type.name();
      DynamicMessage.Builder request = DynamicMessage.newBuilder(protocols.input(rpc));
      if (operation.equals("Echo")) {
        var sent = request.getDescriptorForType().getFields().get(0);
        request.setField(sent, DynamicMessage.parseFrom(sent.getMessageType(), bytes));
        assertThat(((DynamicMessage) request.getField(sent)).toByteArray()).isEqualTo(bytes);
      } else {
        request.mergeFrom(bytes);
      }

      DynamicMessage answer = protocols.grpc(rpc, request.build());

      var result = answer.getDescriptorForType().getFields().get(0);
      assertThat(((DynamicMessage) answer.getField(result)).toByteArray())
          .as("gRPC")
          .isEqualTo(bytes);
      assertReceived(value);
    }

    @SuppressWarnings("unchecked")
    private MessageMarshaller<Object> marshaller(Structure type)
        throws ReflectiveOperationException {
      String name = ModelSources.PACKAGE + "." + type.name() + "Marshaller";
      Class<?> marshaller = Class.forName(name, true, service.getClass().getClassLoader());
      return (MessageMarshaller<Object>) marshaller.getField("INSTANCE").get(null);
    }

    private void assertReceived(Object value) {
      try {
        assertThat(service.getClass().getField("received").get(service))
            .usingRecursiveComparison()
            .isEqualTo(value);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    private static String joined(Map<String, String> arguments, String form) {
      return arguments.entrySet().stream()
          .map(argument -> form.formatted(argument.getKey(), argument.getValue()))
          .collect(Collectors.joining(", "));
    }

    private static void assertSame(String protocol, JsonNode answer, JsonNode sent) {
      assertThat(withoutNulls(answer).toPrettyString())
          .as(protocol)
          .isEqualTo(sent.toPrettyString());
    }

    private static JsonNode withoutNulls(JsonNode json) {
      if (json instanceof ObjectNode object) {
        object.remove("__typename");
        object.properties().removeIf(property -> property.getValue().isNull());
      }
      json.forEach(Journey::withoutNulls);
      return json;
    }
  }

  private static final class PropertiesAsTheyAre extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated property) {
      return JsonInclude.Value.empty();
    }

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated property) {
      return null;
    }

    @Override
    public @Nullable NameTransformer findUnwrappingNameTransformer(AnnotatedMember property) {
      return null;
    }
  }
}
