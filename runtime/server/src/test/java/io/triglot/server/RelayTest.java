package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.RelayService;
import io.triglot.server.notes.RelayServiceGrpcClient;
import io.triglot.server.notes.TaskService;
import io.triglot.server.notes.TaskServiceGrpcClient;
import io.triglot.server.notes.TaskServiceRestClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the caller of one server means for the calls that it makes of another one. */
@Timeout(120)
class RelayTest {
  private final TaskService tasks = new TaskService();
  private final TriglotServer behind = start(tasks);
  private final ManagedChannel channel = channel(behind);
  private final TaskServiceGrpcClient byGrpc = TaskServiceGrpcClient.of(channel);
  private final TaskServiceRestClient byRest =
      TaskServiceRestClient.of(RestChannel.to(behind.uri()));

  @AfterEach
  void stop() {
    channel.shutdownNow();
    behind.close();
  }

  private static TriglotServer start(Object service) {
    return TriglotServer.builder().service(service).host("127.0.0.1").port(0).grpcPort(0).start();
  }

  private static ManagedChannel channel(TriglotServer server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();
  }

  private static CompletableFuture<String> get(TriglotServer server, String path) {
    return TestHost.client(HttpClient.Version.HTTP_2)
        .sendAsync(
            HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString())
        .thenApply(answer -> answer.statusCode() + " " + answer.body());
  }

  @Test
  void theDeadlineOfACallByRestReachesTheServiceBehindByGrpc() {
    try (TriglotServer front = start(new RelayService(() -> String.valueOf(byGrpc.remaining())))) {
      assertThat(get(front, "/relayed").join()).isEqualTo("200 \"-1\"");
      String left = get(front, "/relayed-in-time").join().replaceAll("200 |\"", "");
      assertThat(Long.parseLong(left)).isBetween(1L, 60_000L);
    }
  }

  @Test
  void theDeadlineOfACallByGrpcReachesTheServiceBehindByGrpc() {
    try (TriglotServer front = start(new RelayService(() -> String.valueOf(byGrpc.remaining())))) {
      ManagedChannel callers = channel(front);
      try {
        String left =
            RelayServiceGrpcClient.of(callers)
                .withDeadlineAfter(Duration.ofSeconds(50))
                .relayedInTime();
        assertThat(Long.parseLong(left)).isBetween(1L, 50_000L);
      } finally {
        callers.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"REST", "gRPC"})
  void aCallerOfRestThatGoesAwayCancelsTheCallsOfTheServiceBehind(String way) throws Exception {
    Callable<String> blocking = way.equals("REST") ? byRest::blocking : byGrpc::blocking;
    try (TriglotServer front = start(new RelayService(blocking))) {
      CompletableFuture<?> answer =
          TestHost.client(HttpClient.Version.HTTP_2)
              .sendAsync(
                  HttpRequest.newBuilder(front.uri().resolve("/relayed")).build(),
                  BodyHandlers.ofString());
      assertThat(tasks.next()).isEqualTo("begun false");
      answer.cancel(true);
      assertThat(tasks.next()).isEqualTo("cancelled true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"REST", "gRPC"})
  void aCallerOfGrpcThatGoesAwayCancelsTheCallsOfTheServiceBehind(String way) throws Exception {
    Callable<String> blocking = way.equals("REST") ? byRest::blocking : byGrpc::blocking;
    try (TriglotServer front = start(new RelayService(blocking))) {
      ManagedChannel callers = channel(front);
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> relayed(RelayServiceGrpcClient.of(callers)));
      assertThat(tasks.next()).isEqualTo("begun false");
      callers.shutdownNow();
      assertThat(tasks.next()).isEqualTo("cancelled true");
      assertThat(answer.handle((value, failure) -> failure).join()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"REST", "gRPC"})
  void whatGoesOnAfterTheAnswerIsNotCancelled(String way) throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CompletableFuture<String> after = new CompletableFuture<>();
    Callable<String> answersFirst =
        () -> {
          CallContext call = CallContext.served().orElseThrow();
          after.completeAsync(() -> afterwards(answered, way, call));
          return "first";
        };
    try (TriglotServer front = start(new RelayService(answersFirst))) {
      ManagedChannel callers = channel(front);
      try {
        assertThat(RelayServiceGrpcClient.of(callers).relayed()).isEqualTo("first");
        answered.countDown();
        assertThat(after.get(60, TimeUnit.SECONDS)).contains("fr");
      } finally {
        callers.shutdownNow();
      }
    }
  }

  private String afterwards(CountDownLatch answered, String way, CallContext call) {
    try {
      answered.await();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
    return way.equals("REST")
        ? byRest.onBehalfOf(call).languages()
        : byGrpc.onBehalfOf(call).languages();
  }

  private static String relayed(RelayServiceGrpcClient client) {
    try {
      return client.relayed();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
