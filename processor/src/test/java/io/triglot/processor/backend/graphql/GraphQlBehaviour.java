package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.HostedApi;
import io.triglot.processor.backend.rest.RestHost;
import io.triglot.runtime.graphql.GraphQlLimit;
import io.triglot.runtime.graphql.GraphQlSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a client sees of GraphQL, and of cached REST beside it, on a JAX-RS host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GraphQlBehaviour {
  private static final int MAX_BODY_BYTES = 10_000;
  private static final String JSON = "application/json";
  private static final String STRICT = "application/graphql-response+json";

  private static final String SERVICE =
      """
      package com.acme.greetings;

      import io.triglot.ApiBatch;
      import io.triglot.ApiOperation;
      import jakarta.annotation.security.PermitAll;
      import java.util.List;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @PermitAll
      public class GreetingService {
        public record Greeting(String text) {}

        @ApiOperation(maxAgeSeconds = 60, publicCache = true)
        public List<Greeting> greetings(int first) {
          return java.util.Collections.nCopies(first, new Greeting("Hello"));
        }

        @ApiOperation(maxAgeSeconds = 5, cost = 500)
        public Greeting getLongGreeting(String name) {
          return new Greeting("Good morning, " + name);
        }

        @ApiOperation
        public Greeting createGreeting(String text) {
          return new Greeting(text);
        }

        @ApiBatch(cost = 100)
        public List<Integer> length(List<Greeting> greetings) {
          return greetings.stream().map(each -> each.text().length()).toList();
        }

        @ApiOperation
        public Flow.Publisher<Integer> countDown(int from) {
          return subscriber ->
              subscriber.onSubscribe(
                  new Flow.Subscription() {
                    private int next = from;

                    @Override
                    public void request(long n) {
                      for (long i = 0; i < n && next >= 0; i++) {
                        if (next == 0) {
                          subscriber.onComplete();
                        } else {
                          subscriber.onNext(next);
                        }
                        next--;
                      }
                    }

                    @Override
                    public void cancel() {
                      next = -1;
                    }
                  });
        }
      }
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private RestHost host;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    HostedApi greetings =
        HostedApi.of("com.acme.greetings.GreetingService", SERVICE).onGraphQl(Settings.class);
    host = starter().start(greetings, directory, MAX_BODY_BYTES).host();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void queriesAndMutationsAreAnsweredAsJson() throws Exception {
    HttpResponse<String> query = post("{ greetings(first: 1) { text length } }", STRICT);
    assertThat(query.statusCode()).isEqualTo(200);
    assertThat(query.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
        .isEqualToIgnoringCase(STRICT + ";charset=utf-8");
    assertThat(query.body())
        .isEqualTo("{\"data\":{\"greetings\":[{\"text\":\"Hello\",\"length\":5}]}}");
    assertThat(post("mutation { createGreeting(text: \"Ünï\") { text } }", JSON).body())
        .isEqualTo("{\"data\":{\"createGreeting\":{\"text\":\"Ünï\"}}}");
  }

  @Test
  void aQueryByGetTellsCachesWhatItsFieldsAllow() throws Exception {
    HttpResponse<String> response =
        get("{ greetings(first: 1) { text } getLongGreeting(name: \"A\") { text } }");
    assertThat(response.body()).contains("\"Good morning, A\"");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, max-age=5");
  }

  @Test
  void aQueryByRestTellsCachesTheSame() throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(host.uri().resolve("greetings?first=1")).build(),
            BodyHandlers.ofString());
    assertThat(response.body()).isEqualTo("[{\"text\":\"Hello\"}]");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
    HttpResponse<String> refused =
        http.send(
            HttpRequest.newBuilder(host.uri().resolve("greetings?first=x")).build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.headers().firstValue("Cache-Control")).isEmpty();
  }

  @Test
  void whatCannotBeExecutedHasItsStatus() throws Exception {
    assertThat(post("{ nothing }", STRICT).statusCode()).isEqualTo(400);
    assertThat(post("{ nothing }", JSON).statusCode()).isEqualTo(200);
    assertThat(post("{ __typename }", "image/png").statusCode()).isEqualTo(406);
    HttpResponse<String> mutation = get("mutation { createGreeting(text: \"A\") { text } }");
    assertThat(mutation.statusCode()).isEqualTo(405);
    assertThat(mutation.headers().firstValue("Allow")).hasValue("POST");
    assertThat(send("{}", "text/plain", JSON).statusCode()).isEqualTo(415);
    assertThat(post("{ __typename }" + " ".repeat(MAX_BODY_BYTES), JSON).statusCode())
        .isEqualTo(413);
  }

  @Test
  void costsThatTheServiceTellsCount() throws Exception {
    String greeting = "%s: getLongGreeting(name: \"A\") { text }";
    assertThat(post("{ " + greeting.formatted("a") + " }", STRICT).statusCode()).isEqualTo(200);
    assertThat(post("{ " + greeting.formatted("a") + greeting.formatted("b") + " }", STRICT).body())
        .contains("GRAPHQL_LIMIT");
    assertThat(post("{ greetings(first: 10) { length } }", STRICT).body())
        .contains("GRAPHQL_LIMIT");
    assertThat(post("{ greetings(first: 9) { length } }", STRICT).statusCode()).isEqualTo(200);
  }

  @Test
  void aSubscriptionIsAStreamOfEvents() throws Exception {
    HttpResponse<String> response =
        post("subscription { countDown(from: 2) }", "text/event-stream");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .endsWith(
            """
            event: next
            data: {"data":{"countDown":2}}

            event: next
            data: {"data":{"countDown":1}}

            event: complete
            data:

            """);
  }

  private HttpResponse<String> post(String query, String accept) throws Exception {
    String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";
    return send(body, JSON, accept);
  }

  private HttpResponse<String> send(String body, String type, String accept) throws Exception {
    return http.send(
        HttpRequest.newBuilder(host.uri().resolve("graphql"))
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String query) throws Exception {
    URI target =
        host.uri().resolve("graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    return http.send(HttpRequest.newBuilder(target).build(), BodyHandlers.ofString());
  }

  /** A limit that some of the queries above are beyond. */
  public static final class Settings implements Supplier<GraphQlSettings> {
    @Override
    public GraphQlSettings get() {
      return GraphQlSettings.DEFAULTS.with(GraphQlLimit.COMPLEXITY, 1_000);
    }
  }
}
