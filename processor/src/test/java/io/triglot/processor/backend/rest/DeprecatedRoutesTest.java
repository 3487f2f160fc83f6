package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.rest.RestEndpoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients are told of deprecated routes, by our endpoint and by Jersey. */
@Timeout(120)
class DeprecatedRoutesTest {
  private static final Path SOURCE =
      Path.of("src/test/resources/cases/rest/deprecated/input/Papers.java");

  private static RestHost direct;
  private static RestHost jersey;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    Object papers =
        TestCompiler.javac(directory)
            .compile(List.of(SOURCE))
            .requireSuccess()
            .load("com.acme.papers.Papers")
            .getConstructor()
            .newInstance();
    RestEndpoint endpoint = RestEndpoint.of(Api.of(papers));
    direct = DirectHost.start(endpoint, 1_000);
    jersey = JerseyHost.start(endpoint, 1_000);
  }

  @AfterAll
  static void close() {
    direct.close();
    jersey.close();
  }

  @Test
  void tellTheirDates() {
    for (RestHost host : List.of(direct, jersey)) {
      Reply reply = client(host).get("/papers/count");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Deprecation")).isEqualTo("@1768435200");
      assertThat(reply.header("Sunset")).isEqualTo("Thu, 31 Dec 2026 00:00:00 GMT");
      assertThat(reply.response().headers().allValues("Link"))
          .containsExactlyInAnyOrder(
              "<https://example.com/grpc?from=rest>; rel=\"deprecation\"",
              "<https://example.com/grpc?from=rest>; rel=\"sunset\"");
    }
  }

  @Test
  void tellWhatTheirServiceSaysUnlessTheySayMore() {
    for (RestHost host : List.of(direct, jersey)) {
      Reply reply = client(host).get("/papers/a");
      assertThat(reply.header("Deprecation")).isEqualTo("@1768435200");
      assertThat(reply.header("Sunset")).isEmpty();
      assertThat(reply.header("Link")).isEmpty();
    }
  }

  @Test
  void tellItWithErrorsAndWithoutContentToo() {
    for (RestHost host : List.of(direct, jersey)) {
      Reply failure = client(host).get("/papers/bug");
      assertThat(failure.status()).isEqualTo(500);
      assertThat(failure.header("Deprecation")).isEqualTo("@1768435200");
      Reply head = client(host).send("HEAD", "/papers/count", "");
      assertThat(head.header("Deprecation")).isEqualTo("@1768435200");
    }
    Reply refusal = client(direct).get("/papers/count", "Accept", "text/html");
    assertThat(refusal.status()).isEqualTo(406);
    assertThat(refusal.header("Sunset")).isEqualTo("Thu, 31 Dec 2026 00:00:00 GMT");
  }

  @Test
  void areSilentWithoutADate() {
    for (RestHost host : List.of(direct, jersey)) {
      Reply reply = client(host).send("DELETE", "/papers", "");
      assertThat(reply.status()).isEqualTo(204);
      assertThat(reply.header("Deprecation")).isEmpty();
    }
  }

  @Test
  void haveTheDayOfAJavaDeprecation(@TempDir Path directory) {
    String routes =
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public interface Clocks {
                  @Deprecated(since = "2026-02-03")
                  @ApiOperation("GET /clock")
                  String clock();

                  @Deprecated(since = "2.1")
                  @ApiOperation("GET /watch")
                  String watch();
                }
                """)
            .requireSuccess()
            .source("com/acme/ClocksRoutes.java");
    assertThat(routes)
        .contains("RestDeprecation.of(\"2026-02-03\", \"\", \"\")")
        .doesNotContain("WATCH_DEPRECATION");
  }

  private static RestClient client(RestHost host) {
    return new RestClient(host.uri());
  }
}
