package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.Caller;
import io.triglot.server.notes.TaskService;
import io.triglot.server.notes.TaskServiceGrpcClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The context of a call is the same on threads that are not the call's own. */
@Timeout(120)
class OtherThreadsTest {
  @ParameterizedTest
  @ValueSource(strings = {"newCachedThreadPool", "newVirtualThreadPerTaskExecutor"})
  void theContextIsKnownThere(String kind) throws Exception {
    ExecutorService threads = threads(kind);
    try (TriglotServer server =
        TriglotServer.builder()
            .service(new TaskService(threads))
            .authenticator(request -> Optional.of(new Caller("ann", Set.of())))
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0)
            .start()) {
      assertThat(rest(server.uri())).isEqualTo('"' + told("REST") + '"');
      assertThat(graphQl(server.uri())).contains('"' + told("GRAPHQL") + '"');
      assertThat(grpc(server.grpcPort())).isEqualTo(told("GRPC"));
    } finally {
      threads.shutdownNow();
    }
  }

  private static String told(String protocol) {
    return "elsewhere " + protocol + " elsewhere hello ann in time awaited";
  }

  private static ExecutorService threads(String kind) throws ReflectiveOperationException {
    assumeTrue(
        Runtime.version().feature() >= 21 || !kind.contains("Virtual"), "needs virtual threads");
    return (ExecutorService) Executors.class.getMethod(kind).invoke(null);
  }

  private static String rest(URI server) throws Exception {
    return send(HttpRequest.newBuilder(server.resolve("/elsewhere")));
  }

  private static String graphQl(URI server) throws Exception {
    return send(
        HttpRequest.newBuilder(server.resolve("/graphql"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"query\":\"{ elsewhere }\"}")));
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(request.header("X-Note", "hello").build(), BodyHandlers.ofString())
        .body();
  }

  private static String grpc(int port) throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      Metadata metadata = new Metadata();
      metadata.put(Metadata.Key.of("x-note", Metadata.ASCII_STRING_MARSHALLER), "hello");
      return TaskServiceGrpcClient.of(channel)
          .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
          .elsewhere()
          .toCompletableFuture()
          .get();
    } finally {
      channel.shutdownNow();
    }
  }
}
