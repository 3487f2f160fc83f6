package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Api;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that clients call by their hash, and what caches are told of the answers. */
class PersistedQueriesTest {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static JettyHost host;
  private static JettyHost without;

  @BeforeAll
  static void start() throws Exception {
    host = new JettyHost(GraphQlEndpoint.of(Api.of(new Sample())));
    without =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.of(new Sample()), GraphQlSettings.DEFAULTS.withPersistedQueries(0)));
  }

  @AfterAll
  static void stop() {
    host.close();
    without.close();
  }

  @Test
  void aHashIsEnoughOnceTheServerHasSeenTheDocument() throws Exception {
    String query = "{ people(first: 1) { id } }";
    HttpResponse<String> unknown = get(host, null, hash(query));
    assertThat(unknown.statusCode()).isEqualTo(200);
    assertThat(unknown.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(unknown.body())
        .contains("\"message\":\"PersistedQueryNotFound\"", "PERSISTED_QUERY_NOT_FOUND");
    String answer = "{\"data\":{\"people\":[{\"id\":0}]}}";
    assertThat(post(host, query, hash(query)).body()).isEqualTo(answer);
    assertThat(get(host, null, hash(query)).body()).isEqualTo(answer);
  }

  @Test
  void aMutationThatIsPersistedIsNotExecutedByGet() throws Exception {
    String query = "mutation { add(amount: 1) }";
    assertThat(post(host, query, hash(query)).body()).isEqualTo("{\"data\":{\"add\":1}}");
    assertThat(get(host, null, hash(query)).statusCode()).isEqualTo(405);
  }

  @Test
  void aHashThatIsNotThatOfTheDocumentIsRefused() throws Exception {
    HttpResponse<String> refused = post(host, "{ people { id } }", hash("{ caller }"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("sha256Hash");
    assertThat(get(host, null, hash("{ caller }")).body()).contains("PersistedQueryNotFound");
  }

  @Test
  void invalidDocumentsAreNotKept() throws Exception {
    post(host, "{ nothing }", hash("{ nothing }"));
    assertThat(get(host, null, hash("{ nothing }")).body()).contains("PersistedQueryNotFound");
  }

  @Test
  void noMoreAreKeptThanThereIsRoomFor() throws Exception {
    JettyHost small =
        new JettyHost(
            GraphQlEndpoint.of(
                Api.of(new Sample()), GraphQlSettings.DEFAULTS.withPersistedQueries(2)));
    try {
      int kept = 0;
      for (int i = 0; i < 50; i++) {
        post(small, longQuery(i), hash(longQuery(i)));
      }
      for (int i = 0; i < 50; i++) {
        kept += get(small, null, hash(longQuery(i))).body().contains("\"data\"") ? 1 : 0;
      }
      assertThat(kept).isBetween(1, 4); // of a thousand characters, where two of 2,000 have room
    } finally {
      small.close();
    }
  }

  /** A document of a thousand characters. */
  private static String longQuery(int number) {
    String query = "{ caller } # " + number + " ";
    return query + "x".repeat(1_000 - query.length());
  }

  @Test
  void aServerWithoutThemSaysSo() throws Exception {
    assertThat(post(without, "{ people { id } }", hash("{ people { id } }")).body())
        .contains("PersistedQueryNotSupported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ people(first: 1) { id } }                            | public, max-age=60",
        "{ people(first: 1) { id } greeting(name: \"\") }     | private, max-age=60",
        "{ greeting(name: \"\") }                             | private, max-age=3600",
        "{ people(first: 1) { id label } }                      |",
        "{ people(first: 1) { id } caller }                     |",
        "{ greeting(name: \"\") number(integer: 1, decimal: 1) } |",
      })
  void cachesKeepWhatAllFieldsOfAQueryAllow(String query, String header) throws Exception {
    HttpResponse<String> response = get(host, query, null);
    assertThat(response.headers().firstValue("Cache-Control").orElse(null)).isEqualTo(header);
    assertThat(response.headers().firstValue("Vary").isPresent()).isEqualTo(header != null);
    assertThat(post(host, query, hash(query)).headers().firstValue("Cache-Control")).isEmpty();
  }

  private static HttpResponse<String> post(JettyHost to, String query, String hash)
      throws Exception {
    Map<String, Object> body = Map.of("query", query, "extensions", extensions(hash));
    return client.send(
        HttpRequest.newBuilder(to.uri("http"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(GraphQlJson.text(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(JettyHost to, String query, String hash)
      throws Exception {
    String parameters =
        (query == null ? "" : "query=" + encoded(query) + "&")
            + (hash == null ? "" : "extensions=" + encoded(GraphQlJson.text(extensions(hash))));
    return client.send(
        HttpRequest.newBuilder(URI.create(to.uri("http") + "?" + parameters)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Map<String, Object> extensions(String hash) {
    return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
  }

  private static String hash(String query) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
