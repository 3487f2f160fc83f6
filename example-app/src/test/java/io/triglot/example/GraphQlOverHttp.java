package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** GraphQL over HTTP, with server-sent events for subscriptions. */
final class GraphQlOverHttp implements GraphQlClient.Transport {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final Optional<String> token;

  GraphQlOverHttp(int port, Optional<String> token) {
    this.endpoint = URI.create("http://127.0.0.1:" + port + "/graphql");
    this.token = token;
  }

  @Override
  public JsonNode execute(GraphQlRequest request) {
    return Json.parse(post(Json.text(request), "application/graphql-response+json").body());
  }

  /** Posts a body as it is. */
  HttpResponse<String> post(String body, String accept) {
    try {
      return http.send(request(body, accept), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public EventStream subscribe(GraphQlRequest request) {
    return ServerSentEvents.open(
        http,
        request(Json.text(request), "text/event-stream"),
        (stream, event, data) -> {
          if (event.equals("next")) {
            stream.add(GraphQlClient.event(Json.parse(data)));
          }
        },
        body -> GraphQlClient.failure(Json.parse(body)));
  }

  @Override
  public void close() {}

  private HttpRequest request(String body, String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body));
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return request.build();
  }
}
