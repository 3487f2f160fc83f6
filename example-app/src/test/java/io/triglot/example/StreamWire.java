package io.triglot.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Channel;
import io.triglot.runtime.rest.RestChannel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a client reads a stream that goes on after a number, on each protocol. */
enum StreamWire {
  REST {
    @Override
    <T> Received<T> open(RunningShop shop, String token, Asked<T> asked) {
      RestChannel channel =
          RestChannel.builder(uri(shop))
              .interceptor(
                  (operation, request) -> request.setHeader("Authorization", "Bearer " + token))
              .build();
      return Received.of(asked.rest().apply(channel));
    }
  },

  GRPC {
    @Override
    <T> Received<T> open(RunningShop shop, String token, Asked<T> asked) {
      GrpcClient client =
          shop.closedAtTheEnd(new GrpcClient(shop.shop().grpcPort(), Optional.of(token)));
      return Received.of(asked.grpc().apply(client.channel()));
    }
  },

  GRAPHQL {
    @Override
    <T> Received<T> open(RunningShop shop, String token, Asked<T> asked) {
      String query = "subscription { result: " + asked.graphQl() + " }";
      HttpRequest request =
          HttpRequest.newBuilder(uri(shop).resolve("/graphql"))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .header("Accept", "text/event-stream")
              .POST(BodyPublishers.ofString(Json.text(Map.of("query", query))))
              .build();
      return Received.of(subscriber -> read(request, subscriber, asked.type()));
    }
  };

  /**
   * What is asked for.
   *
   * @param graphQl the field, with arguments and selection
   */
  record Asked<T>(
      Function<RestChannel, Flow.Publisher<T>> rest,
      Function<Channel, Flow.Publisher<T>> grpc,
      String graphQl,
      Class<T> type) {}

  /** What there is, and what is to come. */
  abstract <T> Received<T> open(RunningShop shop, String token, Asked<T> asked);

  private static URI uri(RunningShop shop) {
    return URI.create("http://127.0.0.1:" + shop.shop().port());
  }

  private static <T> void read(
      HttpRequest request, Flow.Subscriber<? super T> subscriber, Class<T> type) {
    CompletableFuture<HttpResponse<Stream<String>>> response =
        HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofLines());
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {
            response.thenAccept(answer -> answer.body().close());
          }
        });
    Thread reader =
        new Thread(
            () -> {
              try (Stream<String> lines = response.join().body()) {
                lines
                    .filter(line -> line.startsWith("data:") && line.length() > 6)
                    .forEach(line -> subscriber.onNext(result(line.substring(5), type)));
                subscriber.onComplete();
              } catch (RuntimeException | AssertionError failure) {
                subscriber.onError(failure);
              }
            },
            "graphql-stream");
    reader.setDaemon(true);
    reader.start();
  }

  private static <T> T result(String data, Class<T> type) {
    JsonNode response = Json.parse(data);
    return Json.read(response.at("/data/result"), type);
  }
}
