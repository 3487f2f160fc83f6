package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Sends requests over real sockets. */
final class RestClient {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  RestClient(URI root) {
    this.root = root;
  }

  /** A response whose content is text. */
  record Reply(int status, HttpResponse<String> response) {
    JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError(response.body(), e);
      }
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    Optional<String> mediaType() {
      return response.headers().firstValue("Content-Type").map(type -> type.split(";")[0]);
    }
  }

  Reply get(String target, String... headers) {
    return send("GET", target, "", headers);
  }

  Reply post(String target, String json, String... headers) {
    return send("POST", target, json, headers);
  }

  Reply send(String method, String target, String content, String... headers) {
    HttpRequest.Builder request = request(method, target, content, headers);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * The request as it will be sent; one with content is said to be JSON, if it says nothing else.
   */
  HttpRequest.Builder request(String method, String target, String content, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(target))
            .method(
                method,
                content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
    if (!content.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  HttpClient http() {
    return http;
  }

  /** The status line that a target gets which no client library would send. */
  String getRaw(String target) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
