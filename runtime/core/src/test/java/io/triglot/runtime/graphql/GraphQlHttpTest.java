package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import io.triglot.runtime.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL over HTTP and over server-sent events, on a real socket. */
class GraphQlHttpTest {
  private static final String GREETING = "{\"query\": \"{ greeting(name: \\\"Ann\\\") }\"}";

  private static final HttpClient client = HttpClient.newHttpClient();
  private static final Sample sample = new Sample();
  private static JettyHost host;

  @BeforeAll
  static void start() throws Exception {
    host =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.builder()
                    .service(sample)
                    .authenticator(
                        request ->
                            request.header("authorization").map(name -> new Caller(name, Set.of())))
                    .build()));
  }

  @AfterAll
  static void stop() throws Exception {
    host.close();
  }

  @Test
  void aPostIsAnsweredAsJson() throws Exception {
    HttpResponse<String> response = post(GREETING);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(response.body()).isEqualTo("{\"data\":{\"greeting\":\"Hello Ann\"}}");
  }

  @Test
  void aHeaderIsWhatTheAuthenticatorSees() throws Exception {
    HttpRequest.Builder request = request("{\"query\": \"{ caller }\"}");
    assertThat(send(request.header("Authorization", "ann")).body())
        .isEqualTo("{\"data\":{\"caller\":\"ann\"}}");
    assertThat(post("{\"query\": \"{ caller }\"}").body())
        .contains(
            "Authentication required", "\"code\":\"UNAUTHENTICATED\"", "\"path\":[\"caller\"]");
  }

  @Test
  void aQueryMayBeAGet() throws Exception {
    HttpResponse<String> response =
        get(
            "query="
                + encoded("query A($n: String!) { greeting(name: $n) } query B { caller }")
                + "&operationName=A&variables="
                + encoded("{\"n\": \"Ünï\"}"));
    assertThat(response.body()).isEqualTo("{\"data\":{\"greeting\":\"Hello Ünï\"}}");
  }

  @Test
  void aMutationByGetIsRefusedAndNotExecuted() throws Exception {
    int before = sample.total.get();
    HttpResponse<String> response = get("query=" + encoded("mutation { add(amount: 1) }"));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    assertThat(sample.total).hasValue(before);
  }

  @Test
  void aMutationHiddenBehindANameIsRefusedByGetToo() throws Exception {
    HttpResponse<String> response =
        get(
            "query="
                + encoded("query A { caller } mutation B { add(amount: 1) }")
                + "&operationName=B");
    assertThat(response.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    HttpResponse<String> response =
        send(request("{}").method(method, HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
      })
  void whatAPageOfAnotherSiteCanSendIsRefused(String contentType) throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(host.uri("http"))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(GREETING)));
    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void aClientThatAcceptsNeitherFormIsRefused() throws Exception {
    assertThat(send(request(GREETING).header("Accept", "text/html, image/*")).statusCode())
        .isEqualTo(406);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/json",
        "application/* | application/json",
        "application/json, text/event-stream | application/json",
        "application/graphql-response+json | application/graphql-response+json",
        "application/json, application/graphql-response+json | application/graphql-response+json",
        "application/graphql-response+json; q=0.5, application/json | application/json",
        "application/graphql-response+json; q=0, */* | application/json",
        "text/event-stream | text/event-stream",
        "text/event-stream; q=0.9, */* | application/json",
        "text/event-stream, */*; q=0.9 | text/event-stream",
        "TEXT/HTML, Application/JSON; Q=0.1 | application/json",
      })
  void theResponseHasTheTypeThatTheClientLikesBest(String accept, String type) throws Exception {
    HttpResponse<String> response = send(request(GREETING).header("Accept", accept));
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{} {}",
        "{\"query\": 1}",
        "{\"variables\": {}}",
        "{\"query\": \"{ caller }\", \"variables\": []}",
        "{\"query\": \"{ caller }\", \"operationName\": {}}",
        "{\"query\": \"{ caller }\", \"extensions\": \"a\"}",
        "[{\"query\": \"{ caller }\"}]",
      })
  void whatIsNoGraphQlRequestIsABadRequest(String body) throws Exception {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"errors\":[", "\"code\":\"INVALID_ARGUMENT\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "query=%zz", "query={caller}&variables=[]", "variables={}"})
  void aMalformedGetIsABadRequest(String query) throws Exception {
    String target = query.replace("{", "%7B").replace("}", "%7D").replace("[", "%5B");
    assertThat(raw(target.replace("]", "%5D"))).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{ nothing }",
        "{ greeting }",
        "{ greeting(name: null) }",
        "{ greeting(name: 1) }",
        "query ($n: String!) { greeting(name: $n) }",
        "query A { caller } query B { caller }",
      })
  void aRequestThatCannotBeExecutedHasErrorsAndNoData(String query) throws Exception {
    String body = "{\"query\": \"" + query.replace("\"", "\\\"") + "\"}";
    HttpResponse<String> strict =
        send(request(body).header("Accept", "application/graphql-response+json"));
    assertThat(strict.statusCode()).isEqualTo(400);
    assertThat(strict.body())
        .contains("\"code\":\"INVALID_ARGUMENT\"")
        .doesNotContain("\"data\"", "classification");
    assertThat(post(body).statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatTheHostFindsTooLargeIsToldAsSuch() throws Exception {
    HttpResponse<String> response = post("{\"query\": \"" + " ".repeat(200_000) + "\"}");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("RESOURCE_EXHAUSTED");
  }

  @Test
  void aSubscriptionIsAStreamOfEvents() throws Exception {
    HttpResponse<String> response =
        send(
            request("{\"query\": \"subscription { count(to: 3) }\"}")
                .header("Accept", "text/event-stream"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            """
            event: next
            data: {"data":{"count":1}}

            event: next
            data: {"data":{"count":2}}

            event: next
            data: {"data":{"count":3}}

            event: complete
            data:

            """);
  }

  @Test
  void aSubscriptionThatBreaksOffTellsWhy() throws Exception {
    HttpResponse<String> response =
        send(
            request("{\"query\": \"subscription { count(to: -1) }\"}")
                .header("Accept", "text/event-stream"));
    assertThat(response.body())
        .contains("data: {\"data\":{\"count\":1}}", "The count broke off", "UNAVAILABLE")
        .endsWith("event: complete\ndata:\n\n");
  }

  @Test
  void aSubscriptionIsNotAnsweredAsOneJsonText() throws Exception {
    HttpResponse<String> response = post("{\"query\": \"subscription { count(to: 3) }\"}");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(response.body()).contains("text/event-stream");
  }

  @Test
  void aClientThatGoesAwayCancelsTheSource() throws Exception {
    sample.subscriptions.clear();
    HttpResponse<java.io.InputStream> response =
        client.send(
            request("{\"query\": \"subscription { count(to: 100000000) }\"}")
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.body().read()).isEqualTo('e');
    response.body().close();
    sample.subscriptions.get(0).cancelled.get(20, TimeUnit.SECONDS);
  }

  @Test
  void everyPieceOfAStreamIsAskedForByItself() throws Exception {
    sample.subscriptions.clear();
    send(
        request("{\"query\": \"subscription { count(to: 3) }\"}")
            .header("Accept", "text/event-stream"));
    assertThat(sample.subscriptions.get(0).requests).containsOnly(1L);
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send(request(body));
  }

  private static HttpResponse<String> get(String query) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(host.uri("http") + "?" + query)));
  }

  private static HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(host.uri("http"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The status line of a GET whose target no HTTP client would send. */
  private static String raw(String query) throws Exception {
    URI uri = host.uri("http");
    try (var socket = new java.net.Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET /graphql?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
