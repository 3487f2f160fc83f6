package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.model.CallHints;
import io.triglot.processor.model.RestDeprecation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What OpenAPI documents say of the headers of responses. */
final class ResponseHeaders {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ResponseHeaders() {}

  /** Adds those of a call that succeeds. */
  static void addTo(ObjectNode response, ResourceMethod method, int status) {
    Optional<RestDeprecation> deprecation = method.deprecation();
    CallHints hints = method.operation().traits().hints();
    if (status / 100 == 2 && status != 204 && method.success().location().isPresent()) {
      String found =
          method.isAccepted() ? "Where to look for what becomes of it." : "Where it is found.";
      add(response, "Location", found, string().put("format", "uri-reference"));
    }
    if (method.isTagged() && status != 204) {
      add(response, "ETag", "The version of the result.", string());
    }
    if (hints.isCached() && (status == 200 || status == 304)) {
      add(response, "Cache-Control", "For how long the answer holds (RFC 9111).", string());
    }
    List<String> links = links(method, status, deprecation);
    if (!links.isEmpty()) {
      add(response, "Link", "Links (RFC 8288): " + String.join("; ", links) + ".", string());
    }
    deprecation
        .flatMap(RestDeprecation::since)
        .ifPresent(
            day ->
                add(
                    response,
                    "Deprecation",
                    "Since when the operation is deprecated, as `@` and seconds (RFC 9745).",
                    string()));
    deprecation
        .flatMap(RestDeprecation::sunset)
        .ifPresent(
            day ->
                add(
                    response,
                    "Sunset",
                    "From when on the operation may not answer any more (RFC 8594).",
                    string()));
  }

  /** Adds when a call that was refused can be made again. */
  static ObjectNode addRetry(ObjectNode response) {
    add(
        response,
        "Retry-After",
        "After how many seconds the call can be made again, where that is known.",
        NODES.objectNode().put("type", "integer").put("minimum", 0));
    return response;
  }

  /** Adds the name of a file. */
  static void addDisposition(ObjectNode response) {
    add(
        response,
        "Content-Disposition",
        "The name under which it is to be saved, if it has one.",
        string());
  }

  private static List<String> links(
      ResourceMethod method, int status, Optional<RestDeprecation> deprecation) {
    List<String> links = new ArrayList<>();
    if (method.isPaged() && status == 200) {
      links.add("`first`, and `prev` and `next` where there are such pages");
    }
    if (deprecation.flatMap(RestDeprecation::link).isPresent()) {
      links.add("what is told of the deprecation");
    }
    return links;
  }

  private static ObjectNode string() {
    return NODES.objectNode().put("type", "string");
  }

  private static void add(ObjectNode response, String name, String description, ObjectNode schema) {
    response
        .withObjectProperty("headers")
        .putObject(name)
        .put("description", description)
        .set("schema", schema);
  }
}
