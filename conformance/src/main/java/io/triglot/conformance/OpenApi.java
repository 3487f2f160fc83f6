package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.runtime.Api;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.rest.RestEndpoint;
import io.triglot.runtime.rest.RestRoute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The OpenAPI document of an API, by operation; or one that says the same of operations that are
 * not offered on REST. Immutable.
 */
final class OpenApi {
  private final JsonNode document;
  private final Map<String, Route> routes = new TreeMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  static OpenApi of(Api api) {
    RestEndpoint endpoint = RestEndpoint.of(api);
    OpenApi openApi = new OpenApi(Http.parse(endpoint.openApi()));
    for (RestRoute route : endpoint.routes()) {
      JsonNode described =
          openApi
              .document
              .path("paths")
              .path(route.template())
              .path(route.method().toLowerCase(Locale.ROOT));
      openApi.routes.put(
          route.operation().id(), new Route(route.method(), route.template(), described, openApi));
    }
    return openApi;
  }

  /**
   * How an operation would be described whose arguments are the members of a JSON body.
   *
   * @param arguments the name of their schema
   * @param schemas all schemas, by name
   */
  static Route described(String arguments, Map<String, ObjectNode> schemas) {
    ObjectNode document = Json.object();
    ObjectNode known = document.putObject("components").putObject("schemas");
    schemas.forEach(known::set);
    ObjectNode operation = Json.object();
    operation
        .putObject("requestBody")
        .putObject("content")
        .putObject("application/json")
        .set("schema", Json.reference(arguments));
    return new Route("", "", operation, new OpenApi(document));
  }

  /** Where an operation is found; empty where it is not offered on REST. */
  Optional<Route> route(OperationDescriptor operation) {
    return Optional.ofNullable(routes.get(operation.id()))
        .map(route -> route.of(operation.parameters()));
  }

  /** The schema itself, where it is given by reference or in parts. */
  JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    if (reference.isTextual()) {
      return resolved(document.at(reference.asText().substring(1)));
    }
    return schema.has("allOf") ? merged(schema) : schema;
  }

  private ObjectNode merged(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.remove("allOf");
    for (JsonNode each : schema.get("allOf")) {
      JsonNode part = resolved(each);
      part.properties().stream()
          .filter(member -> !whole.has(member.getKey()))
          .forEach(member -> whole.set(member.getKey(), member.getValue().deepCopy()));
      part.path("properties")
          .properties()
          .forEach(
              each2 ->
                  whole.withObjectProperty("properties").set(each2.getKey(), each2.getValue()));
      if (whole.path("required") != part.path("required")) {
        part.path("required").forEach(whole.withArrayProperty("required")::add);
      }
    }
    return whole;
  }

  /**
   * One route.
   *
   * @param method the HTTP method
   * @param template the path with its variables
   * @param described the operation object
   */
  record Route(String method, String template, JsonNode described, OpenApi document) {
    /**
     * The parameters of the method: objects with {@code name}, {@code in} and {@code schema}. What
     * is no argument of its own elsewhere, such as an idempotency key, is none of these; what has
     * another name elsewhere has that, and {@code header} is the one it has here.
     */
    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      for (JsonNode parameter : described.path("parameters")) {
        switch (parameter.path("name").asText()) {
          case "Idempotency-Key", "If-None-Match", "Last-Event-ID" -> {}
          case "If-Match" -> parameters.add(expectedVersion(parameter));
          default -> parameters.add(parameter);
        }
      }
      return parameters;
    }

    /** The tags of the versions that are expected; any is in every protocol's form. */
    private static JsonNode expectedVersion(JsonNode parameter) {
      ObjectNode version = parameter.deepCopy();
      version.put("name", "expectedVersion").put("header", parameter.path("name").asText());
      version.putObject("schema").put("type", "string").put("example", "*");
      return version;
    }

    /** The same without what only callers on REST can ask for: some fields, or further ones. */
    Route of(Collection<String> names) {
      ObjectNode told = described.deepCopy();
      Iterator<JsonNode> each = told.path("parameters").elements();
      while (each.hasNext()) {
        JsonNode parameter = each.next();
        if (parameter.path("in").asText().equals("query")
            && !parameter.path("required").asBoolean()
            && !names.contains(parameter.path("name").asText())) {
          each.remove();
        }
      }
      return new Route(method, template, told, document);
    }

    boolean hasParameter(String name) {
      return !parameter(name).isMissingNode();
    }

    /** The schema of the body; missing where there is none. */
    JsonNode body() {
      JsonNode content = described.path("requestBody").path("content");
      return document.resolved(content.path("application/json").path("schema"));
    }

    /** The schema of each line of the body; missing where it has no lines. */
    JsonNode lines() {
      JsonNode content = described.path("requestBody").path("content");
      return document.resolved(content.path("application/x-ndjson").path("schema"));
    }

    /** The same with a body that has the value of a line as its only member. */
    Route ofOneLine() {
      ObjectNode told = described.deepCopy();
      JsonNode line =
          described.path("requestBody").path("content").path("application/x-ndjson").path("schema");
      told.putObject("requestBody")
          .putObject("content")
          .putObject("application/json")
          .set("schema", Json.objectOf(Map.of("line", line), List.of()));
      return new Route(method, template, told, document);
    }

    /** The schema of an argument. */
    JsonNode argument(String name, Iterable<String> names) {
      if (hasParameter(name)) {
        return document.resolved(parameter(name).path("schema"));
      }
      JsonNode body = body();
      return Samples.isOfArguments(body, names, this)
          ? document.resolved(body.path("properties").path(name))
          : body;
    }

    private JsonNode parameter(String name) {
      for (JsonNode parameter : parameters()) {
        if (parameter.path("name").asText().equals(name)) {
          return parameter;
        }
      }
      return Json.missing();
    }
  }
}
