package io.triglot.hosts.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.cdi.GrpcLifecycle;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** REST on Grizzly and gRPC beside it, in one application of CDI that begins and ends. */
@Timeout(120)
class CdiLifecycleTest {
  private static WeldContainer container;
  private static HttpServer http;

  @BeforeAll
  static void start() {
    container = new Weld().initialize();
    http =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), new ResourceConfig(GreetingResource.class));
  }

  @AfterAll
  static void stop() {
    http.shutdownNow();
    if (container.isRunning()) {
      container.shutdown();
    }
  }

  @Test
  void servesBothUntilTheCallsInFlightHaveEnded() throws Exception {
    Greetings greetings = container.select(Greetings.class).get();
    GrpcServer server = container.select(GrpcLifecycle.class).get().server().orElseThrow();
    int port = server.port();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      GreetingsGrpcClient grpc = GreetingsGrpcClient.of(channel);
      assertThat(overRest("Ann")).isEqualTo("Hello, Ann");
      assertThat(grpc.greet("Ann")).isEqualTo("Hello, Ann");

      CompletableFuture<String> slow =
          CompletableFuture.supplyAsync(
              () -> grpc.greetSlowly("Bob"), task -> new Thread(task).start());
      greetings.awaitCaller();
      CompletableFuture<Void> ended =
          CompletableFuture.runAsync(container::shutdown, task -> new Thread(task).start());
      while (server.isReady()) {
        Thread.onSpinWait();
      }
      assertThat(ended).isNotDone();
      greetings.go();

      assertThat(slow.get()).isEqualTo("Hello, Bob");
      ended.get();
      assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
          .isInstanceOf(IOException.class);
    } finally {
      channel.shutdownNow();
    }
  }

  private static String overRest(String name) throws IOException, InterruptedException {
    int port = http.getListeners().iterator().next().getPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/greetings/" + name))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
