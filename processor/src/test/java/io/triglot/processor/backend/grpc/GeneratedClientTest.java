package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generated client and its service, on both ends of a channel. */
@Timeout(60)
class GeneratedClientTest {
  private static final Metadata.Key<String> TRACE =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

  @TempDir static Path directory;
  private static Compilation compilation;
  private static Object service;
  private static GrpcFixture bar;
  private static GrpcFixture next;
  private static BiFunction<Channel, String, Object> scenarios;

  /** The traces that calls of the next server had, and whether they had a deadline. */
  private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void open() throws ReflectiveOperationException {
    compilation = TestCompiler.javac(directory).compile(ClientSources.all()).requireSuccess();
    ClassLoader loader = compilation.loader();
    Class<?> type = loader.loadClass("com.acme.bar.EspressoBar");
    next =
        GrpcFixture.hosting(
            compilation,
            type.getConstructor().newInstance(),
            server -> server.intercept(new Recorder()));
    service = type.getConstructor().newInstance();
    type.getField("upstream")
        .set(
            service,
            loader
                .loadClass("com.acme.bar.EspressoBarGrpcClient")
                .getMethod("of", Channel.class)
                .invoke(null, next.channel()));
    bar = GrpcFixture.hosting(compilation, service, server -> {});
    scenarios =
        (BiFunction<Channel, String, Object>)
            loader.loadClass("com.acme.bar.Scenarios").getConstructor().newInstance();
  }

  @AfterAll
  static void close() {
    bar.close();
    next.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is a stub             | true
          unary                 | Coffee[name=Flat White, color=LIGHT, extras=[milk, sugar]]
          absent                | true
          present               | Lungo
          async                 | 7
          stream                | 1000
          stream in part        | [0, 1, 2]
          upload                | 6
          upload with arguments | hot [a, b]
          both ways             | [2, 4, 6]
          """)
  void hasTheMethodsOfItsService(String scenario, String result) {
    assertThat(run(scenario)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          checked error    | 10 1.50 DARK null: Only 10 beans are left
          unchecked error  | closed already
          async error      | 0 10 LIGHT null: Only 0 beans are left
          stream error     | 1 1 LIGHT x: Only 1 beans are left
          upload error     | 105 1 DARK many: Only 105 beans are left
          undeclared error | UNAVAILABLE
          bug              | INTERNAL
          deadline         | DEADLINE_EXCEEDED
          """)
  void throwsWhatTheServiceDeclares(String scenario, String result) {
    assertThat(run(scenario)).isEqualTo(result);
  }

  @Test
  void failsWithTheErrorOfTheCallersOwnPublisher() {
    assertThat(run("upload that fails")).isEqualTo("mine");
  }

  @Test
  void cancelsACallWhoseStageIsCancelled() throws Exception {
    CompletableFuture<?> response =
        (CompletableFuture<?>) scenarios.apply(bar.channel(), "async forever");
    future("requested").get(30, TimeUnit.SECONDS);
    assertThat(response.cancel(true)).isTrue();
    assertThat(future("ended").get(30, TimeUnit.SECONDS)).asString().contains("cancelled");
  }

  @Test
  void slowsTheServicesPublisherToThePaceOfItsSubscriber() throws Exception {
    AtomicInteger emitted = (AtomicInteger) service.getClass().getField("emitted").get(service);
    int before = emitted.get();
    Flow.Subscription stream = (Flow.Subscription) scenarios.apply(bar.channel(), "stream slowly");
    assertThat(emitted.get() - before).isBetween(5, 5 + 2 * 16);
    stream.request(1_000);
    stream.cancel();
  }

  private static CompletableFuture<?> future(String field) throws ReflectiveOperationException {
    return (CompletableFuture<?>) service.getClass().getField(field).get(service);
  }

  @Test
  void implementsTheInterfaceOfItsService() {
    assertThat(compilation.source("com/acme/bar/EspressoBarGrpcClient.java"))
        .contains("extends ServiceClient<EspressoBarGrpcClient> implements Bar {")
        .contains("  public Bar.Coffee makeCoffee(String name, int beans) throws OutOfBeans {");
  }

  @Test
  void overridesOnlyWhatAnInterfaceDeclares(@TempDir Path partly) {
    String client =
        TestCompiler.javac(partly)
            .compile(
                """
                    package com.acme;

                    public interface Named {
                      String name();
                    }
                    """,
                """
                    package com.acme;

                    import io.triglot.ApiOperation;

                    public class Names implements Named {
                      @ApiOperation("GET /name")
                      @Override
                      public String name() {
                        return "Ada";
                      }

                      @ApiOperation("GET /nickname")
                      public String nickname() {
                        return "A";
                      }
                    }
                    """)
            .requireSuccess()
            .source("com/acme/NamesGrpcClient.java");

    assertThat(client)
        .contains("implements Named {")
        .contains("  @Override\n  public String name() {")
        .doesNotContain("  @Override\n  public String nickname() {");
  }

  @Test
  void hasTheTraceOfTheCallThatItIsMadeFor() {
    assertThat(run("trace")).isEqualTo("00-1");
    assertThat(run("no cause")).isEqualTo("none");
  }

  @Test
  void handsTraceAndDeadlineOnFromServerToServer() {
    SEEN.clear();
    assertThat(run("trace of the next")).isEqualTo("00-2 with deadline");
    assertThat(run("next")).isEqualTo("from next");
    assertThat(SEEN).containsExactly("00-2 in time", "00-3 in time");
  }

  private static String run(String scenario) {
    return String.valueOf(scenarios.apply(bar.channel(), scenario));
  }

  /** An interceptor of an application's own. */
  private static final class Recorder implements ServerInterceptor {
    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> handler) {
      boolean limited = Context.current().getDeadline() != null;
      SEEN.add(headers.get(TRACE) + (limited ? " in time" : ""));
      return handler.startCall(call, headers);
    }
  }
}
