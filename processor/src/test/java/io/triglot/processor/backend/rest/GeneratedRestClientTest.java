package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
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

/** A generated REST client and its service, behind our endpoint and behind Jersey. */
@Timeout(120)
class GeneratedRestClientTest {
  @TempDir static Path directory;
  private static Compilation compilation;
  private static Object desk;
  private static RestHost direct;
  private static RestHost jersey;
  private static BiFunction<URI, String, Object> scenarios;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void open() throws Exception {
    compilation = TestCompiler.javac(directory).compile(DeskSources.all()).requireSuccess();
    ClassLoader loader = compilation.loader();
    desk = loader.loadClass("com.acme.desk.NewsDesk").getConstructor().newInstance();
    RestEndpoint endpoint = RestEndpoint.of(Api.of(desk));
    direct = DirectHost.start(endpoint, 10_000);
    jersey = JerseyHost.start(endpoint, 10_000);
    scenarios =
        (BiFunction<URI, String, Object>)
            loader.loadClass("com.acme.desk.Scenarios").getConstructor().newInstance();
  }

  @AfterAll
  static void close() throws ReflectiveOperationException {
    ((CountDownLatch) desk.getClass().getField("released").get(desk)).countDown();
    direct.close();
    jersey.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value | Issue[id=a/b ö+%?, price=2.50, color=RED, headlines=[], pages=null, editor=Optional[Ada], circulation=null]
          absent            | null
          no segment        | java.lang.IllegalArgumentException: id: no path has ".." as one of its segments
          query             | 1.0 [BLUE] Optional[a&b= ö] [1, 2]
          empty query       | null [] Optional.empty []
          optional          | latestOptional.empty
          optional int      | OptionalInt[3]OptionalInt.empty
          body              | Order[reader=Ö, copies={RED=2}, notes=[n], secret=s3cret]
          void              | [x 1.250 null]
          stage             | 7000000000
          mono              | [withdrawn y]
          stream            | 1000
          stream of objects | [0, 1]
          interceptor       | Desk.headerOf
          no cause          | Desk.headerOf
          trace             | 00-1
          """)
  void hasTheMethodsOfItsService(String scenario, String result) {
    assertThat(run(direct, scenario)).isEqualTo(result);
    if (!scenario.equals("value")) { // Grizzly refuses encoded slashes
      assertThat(run(jersey, scenario)).isEqualTo(result);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error          | SoldOut 7 1.50 BLUE null RestCallException
          stage error    | SoldOut 0 10 BLUE null RestCallException
          stream error   | SoldOut 1 1 RED x RestCallException
          refused stream | SoldOut 2 1 RED y RestCallException
          bug            | 500 INTERNAL INTERNAL
          deadline       | 0 DEADLINE_EXCEEDED DEADLINE_EXCEEDED
          deadline of the cause | 0 DEADLINE_EXCEEDED DEADLINE_EXCEEDED
          no server      | 0 UNAVAILABLE UNAVAILABLE
          """)
  void throwsWhatTheServiceDeclares(String scenario, String result) {
    assertThat(run(direct, scenario)).isEqualTo(result);
    assertThat(run(jersey, scenario)).isEqualTo(result);
  }

  @Test
  void takesAPathThatIsNotThereForAFailure() {
    assertThat(run(direct, "no such path")).isEqualTo("404 NOT_FOUND ROUTE_NOT_FOUND");
    assertThat(run(jersey, "no such path")).isEqualTo("404 NOT_FOUND NOT_FOUND");
  }

  /** On a small machine it has one thread, which anybody may block (JDK 25). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          body           | Order[reader=Ö, copies={RED=2}, notes=[n], secret=s3cret]
          stage          | 7000000000
          refused stream | SoldOut 2 1 RED y RestCallException
          deadline       | 0 DEADLINE_EXCEEDED DEADLINE_EXCEEDED
          """)
  void doesNotWaitForTheCommonPool(String scenario, String result) {
    CountDownLatch released = new CountDownLatch(1);
    for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().execute(() -> await(released));
    }
    try {
      assertThat(run(direct, scenario)).isEqualTo(result);
    } finally {
      released.countDown();
    }
  }

  @Test
  void readsNoMoreOfAStreamThanItsSubscriberAsksFor() throws Exception {
    AtomicInteger emitted = (AtomicInteger) desk.getClass().getField("emitted").get(desk);
    CompletableFuture<?> ended = (CompletableFuture<?>) desk.getClass().getField("ended").get(desk);
    int before = emitted.get();
    assertThat(run(direct, "stream in part")).isEqualTo("[0, 1, 2]");
    assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo("cancelled");
    assertThat(emitted.get() - before).isLessThan(1_000_000);
  }

  @Test
  void implementsTheInterfaceOfItsService() {
    assertThat(compilation.source("com/acme/desk/DeskRestClient.java"))
        .contains("public final class DeskRestClient implements Desk {")
        .contains("  @Override\n  public String placeOrder(Order order) throws SoldOut {")
        .contains("channel.onBehalfOf(context)");
  }

  @Test
  void isCompiledByEclipseToo(@TempDir Path eclipse) {
    TestCompiler.ecj(eclipse).compile(DeskSources.all()).requireSuccess();
  }

  @Test
  void cannotReadWhatHasNoConstructor(@TempDir Path closed) {
    String client =
        TestCompiler.javac(closed)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public class Clocks {
                  @ApiOperation("GET /clock")
                  public Clock clock() {
                    return Clock.of("noon");
                  }

                  public static final class Clock {
                    private final String time;

                    private Clock(String time) {
                      this.time = time;
                    }

                    static Clock of(String time) {
                      return new Clock(time);
                    }

                    public String getTime() {
                      return time;
                    }
                  }
                }
                """)
            .requireSuccess()
            .source("com/acme/ClocksRestClient.java");
    assertThat(client).contains("throw new UnsupportedOperationException(");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String run(RestHost host, String scenario) {
    return String.valueOf(scenarios.apply(host.uri(), scenario));
  }
}
