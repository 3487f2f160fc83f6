package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.grpc.ForwardedFailures;
import io.triglot.runtime.grpc.ForwardedHeaders;
import io.triglot.runtime.grpc.GrpcEndpoint;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A REST client, REST on one server, which calls the service on another one by gRPC. */
@Timeout(120)
class TurnedRoundTest {
  private static Object desk;
  private static Server behind;
  private static ManagedChannel channel;
  private static RestHost front;
  private static BiFunction<URI, String, Object> scenarios;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void open(@TempDir Path directory) throws Exception {
    ClassLoader loader =
        TestCompiler.javac(directory).compile(DeskSources.all()).requireSuccess().loader();
    desk = loader.loadClass("com.acme.desk.NewsDesk").getConstructor().newInstance();
    behind =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addServices(
                GrpcEndpoint.of(
                        Api.builder()
                            .service(desk)
                            .authenticator(TurnedRoundTest::authenticate)
                            .build())
                    .services())
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", behind.getPort()).usePlaintext().build();
    Object remote =
        loader
            .loadClass("com.acme.desk.DeskGrpcClient")
            .getMethod("of", Channel.class)
            .invoke(
                null, ClientInterceptors.intercept(channel, ForwardedHeaders.of("Authorization")));
    front =
        JerseyHost.start(
            RestEndpoint.of(
                Api.builder().service(remote).interceptor(ForwardedFailures.INSTANCE).build()),
            10_000);
    scenarios =
        (BiFunction<URI, String, Object>)
            loader.loadClass("com.acme.desk.Scenarios").getConstructor().newInstance();
  }

  private static Optional<Caller> authenticate(CallRequest request) {
    Optional<String> token = request.header("Authorization");
    if (token.filter("expired"::equals).isPresent()) {
      throw new Failure(
              StatusCode.UNAUTHENTICATED, "TOKEN_EXPIRED", "Sign in again", List.of(), Map.of())
          .asException();
    }
    return token.map(name -> new Caller(name, Set.of()));
  }

  @AfterAll
  static void close() throws ReflectiveOperationException {
    ((CountDownLatch) desk.getClass().getField("released").get(desk)).countDown();
    front.close();
    channel.shutdownNow();
    behind.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent            | null
          query             | 1.0 [BLUE] Optional[a&b= ö] [1, 2]
          optional          | latestOptional.empty
          optional int      | OptionalInt[3]OptionalInt.empty
          body              | Order[reader=Ö, copies={RED=2}, notes=[n], secret=s3cret]
          void              | [x 1.250 null]
          stage             | 7000000000
          stream            | 1000
          stream of objects | [0, 1]
          trace             | 00-1
          error             | SoldOut 7 1.50 BLUE null RestCallException
          stage error       | SoldOut 0 10 BLUE null RestCallException
          stream error      | SoldOut 1 1 RED x RestCallException
          refused stream    | SoldOut 2 1 RED y RestCallException
          bug               | 500 INTERNAL INTERNAL
          """)
  void answersAsBefore(String scenario, String result) {
    assertThat(String.valueOf(scenarios.apply(front.uri(), scenario))).isEqualTo(result);
  }

  @Test
  void handsTheCallersCredentialsOn() {
    RestClient.Reply reply =
        new RestClient(front.uri()).get("/headers/authorization", "Authorization", "ada");
    assertThat(reply.text()).isEqualTo("\"ada\"");
  }

  @Test
  void tellsTheRefusalsOfTheServerBehind() {
    RestClient.Reply reply =
        new RestClient(front.uri()).get("/issues/a", "Authorization", "expired");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.text()).contains("\"reason\":\"TOKEN_EXPIRED\"", "Sign in again");
  }
}
