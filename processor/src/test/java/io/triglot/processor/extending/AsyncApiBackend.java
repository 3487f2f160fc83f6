package io.triglot.processor.extending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The operations that answer with streams, as an AsyncAPI 3 document: each is a channel to which
 * the application sends what the publisher publishes.
 */
public final class AsyncApiBackend implements Backend {
  /** Where the document is. */
  public static final String PATH = "META-INF/triglot/asyncapi.json";

  private static final String TITLE = "asyncapi.title";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public String id() {
    return "asyncapi";
  }

  @Override
  public Set<String> options() {
    return Set.of(TITLE);
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    SortedMap<JavaName, String> fragments = new TreeMap<>();
    for (Service service : model.services()) {
      if (service.operations().stream().anyMatch(AsyncApiBackend::streams)) {
        fragments.put(service.javaName(), text(part(model, service)));
      }
    }
    return new Channels(fragments);
  }

  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    if (fragments.isEmpty()) {
      return;
    }
    ObjectNode document = NODES.objectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", options.get(TITLE).orElse("API"))
        .put("version", "1.0.0");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    for (String fragment : fragments.values()) {
      JsonNode part = json(fragment);
      channels.setAll((ObjectNode) part.get("channels"));
      operations.setAll((ObjectNode) part.get("operations"));
      schemas.setAll((ObjectNode) part.get("schemas")); // what two services share, both have
    }
    sink.resource(PATH, text(document));
  }

  private static ObjectNode part(ApiModel model, Service service) {
    ObjectNode part = NODES.objectNode();
    ObjectNode channels = part.putObject("channels");
    ObjectNode operations = part.putObject("operations");
    PayloadSchemas schemas = new PayloadSchemas(model);
    for (Operation operation : service.operations()) {
      if (streams(operation)) {
        String id = channel(service, operation);
        ObjectNode channel = channels.putObject(id).put("address", id);
        channel
            .putObject("messages")
            .putObject("element")
            .set("payload", schemas.of(operation.result()));
        ObjectNode sent = operations.putObject(id).put("action", "send");
        if (!operation.doc().isEmpty()) {
          sent.put("description", operation.doc().text());
        }
        sent.putObject("channel").put("$ref", "#/channels/" + id);
      }
    }
    part.set("schemas", schemas.definitions());
    return part;
  }

  private static boolean streams(Operation operation) {
    return operation.form() == ResultForm.PUBLISHER;
  }

  private static String channel(Service service, Operation operation) {
    return service.name() + "." + operation.name();
  }

  private static String text(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Channels(SortedMap<JavaName, String> fragments) implements Lowered {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of(); // AsyncAPI can say whatever a stream may carry
    }

    @Override
    public Optional<String> address(Service service, Operation operation) {
      return streams(operation)
          ? Optional.of("send " + channel(service, operation))
          : Optional.empty();
    }

    @Override
    public void write(OutputSink sink) {
      // No Java: whoever publishes to a broker subscribes to the service's method.
    }
  }
}
