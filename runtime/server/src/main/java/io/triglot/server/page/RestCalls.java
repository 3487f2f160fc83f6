package io.triglot.server.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.server.page.ApiListing.Argument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Calls of REST operations by curl, from the OpenAPI document. Immutable. */
public final class RestCalls {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNode NONE = JsonNodeFactory.instance.missingNode();
  private static final String FILE = "@file";

  private final JsonSample samples;
  private final Map<String, Found> operations = new HashMap<>();

  private record Found(String method, String path, JsonNode operation) {}

  /** What can be called by a document, as JSON. */
  public RestCalls(String openApi) {
    JsonNode document = read(openApi);
    samples = new JsonSample(document);
    document
        .path("paths")
        .properties()
        .forEach(path -> path.getValue().properties().forEach(each -> add(path.getKey(), each)));
  }

  private void add(String path, Map.Entry<String, JsonNode> operation) {
    String id = operation.getValue().path("operationId").asText();
    operations.putIfAbsent(
        id, new Found(operation.getKey().toUpperCase(Locale.ROOT), path, operation.getValue()));
  }

  /**
   * The call of an operation; empty where the document does not have it.
   *
   * @param id with the name of the service, such as {@code OrderService.createOrder}
   */
  public Optional<String> of(String id) {
    return Optional.ofNullable(operations.get(id)).map(this::line);
  }

  /** What the API is called. */
  public String title() {
    return samples.document().at("/info/title").asText("API");
  }

  /** How callers sign in. */
  public Credential credential() {
    return samples.document().at("/components/securitySchemes").properties().stream()
        .findFirst()
        .flatMap(scheme -> Credential.of(scheme.getValue()))
        .orElse(Credential.BEARER);
  }

  /** Values of an operation's arguments by their names, for protocols that tell less of types. */
  public ObjectNode arguments(String id) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    Found found = operations.get(id);
    if (found != null) {
      parameters(found.operation())
          .forEach(each -> arguments.set(each.path("name").asText(), samples.ofHolder(each)));
      JsonNode body = json(found.operation());
      if (!body.isMissingNode() && samples.ofHolder(body) instanceof ObjectNode values) {
        values.properties().forEach(value -> arguments.set(value.getKey(), value.getValue()));
      }
    }
    return arguments;
  }

  /** What the document says of what an operation receives: parameters, and members of a body. */
  public List<Argument> described(String id) {
    List<Argument> described = new ArrayList<>();
    Found found = operations.get(id);
    if (found != null) {
      for (JsonNode parameter : found.operation().path("parameters")) {
        JsonNode resolved = samples.resolved(parameter);
        describe(resolved.path("name").asText(), resolved, described);
      }
      json(found.operation())
          .at("/schema/properties")
          .properties()
          .forEach(member -> describe(member.getKey(), member.getValue(), described));
    }
    return described;
  }

  private static void describe(String name, JsonNode argument, List<Argument> described) {
    String doc = argument.path("description").asText();
    if (!doc.isEmpty()) {
      described.add(new Argument(name, doc));
    }
  }

  private String line(Found found) {
    JsonNode operation = found.operation();
    List<String> words = new ArrayList<>(List.of("curl"));
    boolean streams = streams(operation);
    if (streams) {
      words.add("-N");
    }
    JsonNode content = samples.resolved(operation.path("requestBody")).path("content");
    boolean posts = !content.isEmpty();
    if (!found.method().equals(posts ? "POST" : "GET")) {
      words.addAll(found.method().equals("HEAD") ? List.of("-I") : List.of("-X", found.method()));
    }
    if (!operation.path("security").isEmpty()) {
      words.add(credential().curl());
    }
    if (streams) {
      words.add("-H 'Accept: text/event-stream'");
    }
    headers(operation, words);
    body(content, words);
    if (downloads(operation)) {
      words.add("-OJ");
    }
    words.add(Shell.word(ApiListing.HTTP + path(found) + query(operation)));
    return String.join(" ", words);
  }

  private void headers(JsonNode operation, List<String> words) {
    for (JsonNode parameter : parameters(operation)) {
      String name = parameter.path("name").asText();
      String value = text(samples.ofHolder(parameter));
      switch (parameter.path("in").asText()) {
        case "header" -> words.add("-H " + Shell.word(name + ": " + header(name, value)));
        case "cookie" -> words.add("-b " + Shell.word(name + "=" + value));
        default -> {}
      }
    }
  }

  /** A header field's value: that of a precondition is an entity tag (RFC 9110, section 13.1). */
  private static String header(String name, String value) {
    return name.startsWith("If-") && name.endsWith("Match") && !value.startsWith("\"")
        ? "\"" + value + "\""
        : value;
  }

  private void body(JsonNode content, List<String> words) {
    if (content.isEmpty()) {
      return;
    }
    Map.Entry<String, JsonNode> first =
        content.properties().stream()
            .filter(each -> each.getKey().contains("json"))
            .findFirst()
            .orElseGet(() -> content.properties().iterator().next());
    String type = first.getKey();
    if (type.equals("multipart/form-data")) {
      JsonNode schema = samples.resolved(first.getValue().path("schema"));
      for (JsonNode field : schema.path("required")) {
        JsonNode property = samples.resolved(schema.path("properties").path(field.asText()));
        String value = isFile(property) ? FILE : text(samples.of(property));
        words.add("-F " + Shell.word(field.asText() + "=" + value));
      }
    } else if (type.equals("application/x-www-form-urlencoded")) {
      samples
          .ofHolder(first.getValue())
          .properties()
          .forEach(
              field ->
                  words.add(
                      "--data-urlencode "
                          + Shell.word(field.getKey() + "=" + text(field.getValue()))));
    } else if (type.contains("json")) {
      words.add("-H " + Shell.word("Content-Type: " + type));
      words.add("-d " + Shell.word(samples.ofHolder(first.getValue()).toString()));
    } else {
      String known = type.contains("*") ? "application/octet-stream" : type;
      words.add("-H " + Shell.word("Content-Type: " + known));
      words.add("--data-binary " + FILE);
    }
  }

  private static boolean isFile(JsonNode property) {
    return property.has("contentMediaType")
        || property.path("format").asText().equals("binary")
        || !property.has("type");
  }

  private String path(Found found) {
    String path = found.path();
    for (JsonNode parameter : parameters(found.operation())) {
      if (parameter.path("in").asText().equals("path")) {
        path =
            path.replace(
                "{" + parameter.path("name").asText() + "}",
                encoded(text(samples.ofHolder(parameter))));
      }
    }
    return path;
  }

  private String query(JsonNode operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : parameters(operation)) {
      if (parameter.path("in").asText().equals("query")) {
        pairs.add(
            encoded(parameter.path("name").asText())
                + "="
                + encoded(text(samples.ofHolder(parameter))));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  /** The parameters that a client must send, or whose author has given an example. */
  private List<JsonNode> parameters(JsonNode operation) {
    List<JsonNode> required = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode resolved = samples.resolved(parameter);
      if (resolved.path("required").asBoolean()) {
        required.add(resolved);
      }
    }
    return required;
  }

  private JsonNode json(JsonNode operation) {
    return samples.resolved(operation.path("requestBody")).path("content").properties().stream()
        .filter(each -> each.getKey().contains("json"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NONE);
  }

  private static boolean streams(JsonNode operation) {
    return success(operation).has("text/event-stream");
  }

  private static boolean downloads(JsonNode operation) {
    JsonNode content = success(operation);
    return !content.isEmpty()
        && content.properties().stream()
            .map(Map.Entry::getKey)
            .noneMatch(type -> type.contains("json") || type.startsWith("text/"));
  }

  private static JsonNode success(JsonNode operation) {
    return operation.path("responses").properties().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(response -> response.getValue().path("content"))
        .findFirst()
        .orElse(NONE);
  }

  /** A value as it stands in an address, a header or a form; of a list the first element. */
  private static String text(JsonNode value) {
    JsonNode one = value.isArray() && value.has(0) ? value.get(0) : value;
    return one.isValueNode() ? one.asText() : one.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
