package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.triglot.example.orders.proto.CreateOrderRequest;
import io.triglot.example.orders.proto.OrderServiceGrpc;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Orders over connections that break: tries again, with the same idempotency key, until there is an
 * answer.
 */
final class OrderAttempts implements AutoCloseable {
  private static final int MOST_TRIES = 100;
  private static final int CHANNELS = 5;
  private static final Metadata.Key<String> KEY =
      Metadata.Key.of("idempotency-key", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String rest;
  private final String graphQl;
  private final List<ManagedChannel> channels;
  private final String authorization;
  private final AtomicInteger repetitions = new AtomicInteger();

  OrderAttempts(int restPort, int graphQlPort, int grpcPort, String token) {
    rest = "http://127.0.0.1:" + restPort + "/orders";
    graphQl = "http://127.0.0.1:" + graphQlPort + "/graphql";
    channels =
        IntStream.range(0, CHANNELS)
            .mapToObj(
                i ->
                    Grpc.newChannelBuilderForAddress(
                            "127.0.0.1", grpcPort, InsecureChannelCredentials.create())
                        .build())
            .toList();
    authorization = "Bearer " + token;
  }

  /** What came of one try. */
  private record Outcome(String orderId, String refusal) {
    static Outcome ordered(String id) {
      return new Outcome(id, "");
    }
  }

  /** How often an order had to be sent again. */
  int repetitions() {
    return repetitions.get();
  }

  /** The id of the order; empty if there is not enough in stock. */
  Optional<String> order(Wire wire, String key, String productId, int quantity)
      throws InterruptedException {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        Outcome outcome =
            switch (wire) {
              case REST -> rest(key, productId, quantity);
              case GRAPHQL, GRAPHQL_WEBSOCKET -> graphQl(key, productId, quantity);
              case GRPC -> grpc(key, productId, quantity);
            };
        if (!outcome.orderId().isEmpty()) {
          return Optional.of(outcome.orderId());
        }
        if (outcome.refusal().equals("INSUFFICIENT_STOCK")) {
          return Optional.empty();
        }
      } catch (IOException | StatusRuntimeException broken) {
        // nobody knows whether the order was placed
      }
      repetitions.incrementAndGet();
      // As clients do, so that they do not all come back at once.
      Thread.sleep(ThreadLocalRandom.current().nextInt(5, 50));
    }
    throw new AssertionError("No answer after " + MOST_TRIES + " tries of " + key);
  }

  private Outcome rest(String key, String productId, int quantity)
      throws IOException, InterruptedException {
    String body = "{\"productId\":\"%s\",\"quantity\":%d}".formatted(productId, quantity);
    HttpResponse<String> response = post(rest, key, body, HttpClient.Version.HTTP_1_1);
    JsonNode json = Json.parse(response.body());
    return response.statusCode() / 100 == 2
        ? Outcome.ordered(json.path("id").asText())
        : new Outcome("", json.path("reason").asText());
  }

  private Outcome graphQl(String key, String productId, int quantity)
      throws IOException, InterruptedException {
    String query =
        "mutation { createOrder(input: {productId: \\\"%s\\\", quantity: %d}) { id } }"
            .formatted(productId, quantity);
    HttpResponse<String> response =
        post(graphQl, key, "{\"query\":\"" + query + "\"}", HttpClient.Version.HTTP_2);
    JsonNode json = Json.parse(response.body());
    return json.has("errors")
        ? new Outcome("", json.path("errors").path(0).path("extensions").path("reason").asText())
        : Outcome.ordered(json.path("data").path("createOrder").path("id").asText());
  }

  private HttpResponse<String> post(String uri, String key, String body, HttpClient.Version version)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(uri))
            .version(version)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private Outcome grpc(String key, String productId, int quantity) {
    Metadata metadata = new Metadata();
    metadata.put(KEY, key);
    metadata.put(AUTHORIZATION, authorization);
    CreateOrderRequest.Builder request = CreateOrderRequest.newBuilder();
    request.getInputBuilder().setProductId(productId).setQuantity(quantity);
    ManagedChannel channel = channels.get(Math.floorMod(key.hashCode(), CHANNELS));
    try {
      return Outcome.ordered(
          OrderServiceGrpc.newBlockingStub(channel)
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
              .withWaitForReady()
              .withDeadlineAfter(30, TimeUnit.SECONDS)
              .createOrder(request.build())
              .getResult()
              .getId());
    } catch (StatusRuntimeException refused) {
      return switch (refused.getStatus().getCode()) {
        case FAILED_PRECONDITION -> new Outcome("", GrpcClient.failure(refused).reason());
        default -> throw refused;
      };
    }
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
  }
}
