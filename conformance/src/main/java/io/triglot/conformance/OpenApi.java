package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.runtime.Api;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.rest.RestEndpoint;
import io.triglot.runtime.rest.RestRoute;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The OpenAPI document of an API, by operation. Immutable. */
final class OpenApi {
  private final JsonNode document;
  private final Map<String, Route> routes = new TreeMap<>();

  OpenApi(Api api) {
    RestEndpoint endpoint = RestEndpoint.of(api);
    document = Http.parse(endpoint.openApi());
    for (RestRoute route : endpoint.routes()) {
      JsonNode described =
          document
              .path("paths")
              .path(route.template())
              .path(route.method().toLowerCase(java.util.Locale.ROOT));
      routes.put(
          route.operation().id(), new Route(route.method(), route.template(), described, this));
    }
  }

  /** Where an operation is found; empty where it is not offered on REST. */
  Optional<Route> route(OperationDescriptor operation) {
    return Optional.ofNullable(routes.get(operation.id()));
  }

  /** The schema itself, where it is given by reference. */
  JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isTextual() ? resolved(document.at(reference.asText().substring(1))) : schema;
  }

  /**
   * One route.
   *
   * @param method the HTTP method
   * @param template the path with its variables
   * @param described the operation object
   */
  record Route(String method, String template, JsonNode described, OpenApi document) {
    /** The parameters: objects with {@code name}, {@code in} and {@code schema}. */
    Iterable<JsonNode> parameters() {
      return described.path("parameters");
    }

    boolean hasParameter(String name) {
      for (JsonNode parameter : parameters()) {
        if (parameter.path("name").asText().equals(name)) {
          return true;
        }
      }
      return false;
    }

    /** The schema of the body; missing where there is none. */
    JsonNode body() {
      JsonNode content = described.path("requestBody").path("content");
      return document.resolved(content.path("application/json").path("schema"));
    }
  }
}
