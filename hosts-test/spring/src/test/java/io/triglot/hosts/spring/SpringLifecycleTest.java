package io.triglot.hosts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.spring.GrpcLifecycle;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** REST on Tomcat and gRPC beside it, in one application of Spring Boot that begins and ends. */
@Timeout(120)
class SpringLifecycleTest {
  private static ConfigurableApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        SpringApplication.run(Application.class, "--server.port=0", "--server.address=127.0.0.1");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void servesBothUntilTheCallsInFlightHaveEnded() throws Exception {
    Greetings greetings = context.getBean(Greetings.class);
    GrpcLifecycle lifecycle = context.getBean(GrpcLifecycle.class);
    lifecycle.stop();
    lifecycle.start(); // as a context does that is stopped and started again
    GrpcServer server = lifecycle.server();
    int port = server.port();
    ManagedChannel channel = channel(server);
    try {
      GreetingsGrpcClient grpc = GreetingsGrpcClient.of(channel);
      assertThat(overRest("/greetings/Ann")).isEqualTo("Hello, Ann");
      assertThat(grpc.greet("Ann")).isEqualTo("Hello, Ann");

      CompletableFuture<String> slow =
          CompletableFuture.supplyAsync(
              () -> grpc.greetSlowly("Bob"), task -> new Thread(task).start());
      greetings.awaitCaller();
      CompletableFuture<Void> ended =
          CompletableFuture.runAsync(context::close, task -> new Thread(task).start());
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

  private static ManagedChannel channel(GrpcServer server) {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  private static String overRest(String path) throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
