package io.triglot.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls the routes of the OpenAPI document.
 *
 * @param base the address below which the routes are found
 */
record RestClient(Http http, URI base, OpenApi document) implements ProtocolClient {
  private static final Set<String> STANDARD =
      Set.of("type", "title", "status", "detail", "instance", "code", "reason", "violations");

  @Override
  public Protocol protocol() {
    return Protocol.REST;
  }

  @Override
  public Optional<OpenApi.Route> route(OperationDescriptor operation) {
    return document.route(operation);
  }

  @Override
  public PendingAnswer send(
      OperationDescriptor operation, Arguments given, Map<String, String> headers) {
    ObjectNode arguments = given.first();
    OpenApi.Route route = document.route(operation).orElseThrow();
    HttpRequest.Builder request = HttpRequest.newBuilder();
    headers.forEach(request::header);
    String path = route.template();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : route.parameters()) {
      String name = parameter.path("name").asText();
      for (String value : values(arguments.path(name))) {
        switch (parameter.path("in").asText()) {
          case "path" -> path = path.replace("{" + name + "}", encoded(value));
          case "query" -> query.add(encoded(name) + "=" + encoded(value));
          case "cookie" -> request.header("Cookie", name + "=" + value);
          default -> request.header(parameter.path("header").asText(name), value);
        }
      }
    }
    String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
    request.uri(base.resolve(target.substring(1)));
    JsonNode body = route.body();
    if (!route.lines().isMissingNode()) {
      request
          .header("Content-Type", "application/x-ndjson")
          .method(route.method(), BodyPublishers.ofString(lines(route.lines(), operation, given)));
    } else if (body.isMissingNode()) {
      request.method(route.method(), BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(
              route.method(),
              BodyPublishers.ofString(body(route, body, operation, arguments).toString()));
    }
    return http.send(request, RestClient::answer);
  }

  private static JsonNode body(
      OpenApi.Route route, JsonNode schema, OperationDescriptor operation, ObjectNode arguments) {
    List<String> names =
        operation.parameters().stream().filter(name -> !route.hasParameter(name)).toList();
    if (Samples.isOfArguments(schema, operation.parameters(), route)) {
      return arguments.deepCopy().retain(names);
    }
    JsonNode only = arguments.path(names.get(0));
    return only.isMissingNode() ? JsonNodeFactory.instance.nullNode() : only;
  }

  /** What the messages have beside the arguments: the only member, or several of one object. */
  private static String lines(JsonNode schema, OperationDescriptor operation, Arguments given) {
    List<String> names = new ArrayList<>(given.names());
    names.removeAll(operation.parameters());
    Set<String> members = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(members::add);
    StringBuilder lines = new StringBuilder();
    for (ObjectNode message : given.messages()) {
      JsonNode value =
          members.equals(Set.copyOf(names))
              ? message.deepCopy().retain(names)
              : message.path(names.get(0));
      if (!value.isMissingNode()) {
        lines.append(value).append('\n');
      }
    }
    return lines.toString();
  }

  private static Answer answer(HttpResponse<String> response) {
    boolean stream =
        response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
    if (response.statusCode() / 100 == 2 && !(stream && response.body().contains("event: error"))) {
      return Answer.OK;
    }
    JsonNode problem = Http.parse(response);
    return Answer.of(problem, problem.path("detail").asText(), STANDARD);
  }

  private static List<String> values(JsonNode argument) {
    List<String> values = new ArrayList<>();
    if (argument.isArray()) {
      argument.forEach(each -> values.add(each.asText()));
    } else if (!argument.isMissingNode() && !argument.isNull()) {
      values.add(argument.asText());
    }
    return values;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
