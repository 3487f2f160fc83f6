package io.triglot.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What the clients of REST and GraphQL share. */
final class Http {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PendingAnswer send(
      HttpRequest.Builder request, Function<HttpResponse<String>, Answer> interpretation) {
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request.build(), BodyHandlers.ofString());
    return new PendingAnswer(response.thenApply(interpretation), () -> response.cancel(true));
  }

  /** A document, or the data of the first of its server-sent events. */
  static JsonNode parse(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    return parse(
        type.startsWith("text/event-stream") ? firstData(response.body()) : response.body());
  }

  static JsonNode parse(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + json, e);
    }
  }

  private static String firstData(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring("data:".length()).strip())
        .findFirst()
        .orElse("");
  }
}
