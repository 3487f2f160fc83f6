package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.backend.rest.RestClient.Reply;
import io.triglot.runtime.Authenticator;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters in headers, cookies and forms, and queries that are looked at closely. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParameterBehaviour {
  static final String SERVICE =
      """
      package com.acme.parcels;

      import io.triglot.ApiOperation;
      import jakarta.annotation.security.PermitAll;
      import jakarta.validation.constraints.Size;
      import jakarta.ws.rs.CookieParam;
      import jakarta.ws.rs.FormParam;
      import jakarta.ws.rs.HeaderParam;
      import jakarta.ws.rs.QueryParam;
      import io.triglot.runtime.CallContext;
      import java.nio.charset.StandardCharsets;
      import java.util.Set;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class ParcelService {
        public enum Measure { SMALL, LARGE }

        @ApiOperation("GET /parcels")
        public String parcels(
            @HeaderParam("X-Tenant") @Size(max = 5) String tenant,
            @CookieParam("measure") @Nullable Measure measure,
            @QueryParam("max-weight") @Nullable Integer weight) {
          return tenant + " " + measure + " " + weight;
        }

        @ApiOperation("POST /parcels")
        public String sendParcel(
            @FormParam("to") String receiver, @FormParam("tag") Set<Measure> tags, int weight) {
          return receiver + " " + tags + " " + weight;
        }

        public record Event(String kind) {}

        @ApiOperation("POST /events")
        public String event(Event event, CallContext call) {
          return event.kind() + " " + text(call);
        }

        @ApiOperation("POST /forms")
        public CompletionStage<String> form(@FormParam("kind") String kind, CallContext call) {
          return CompletableFuture.completedStage(kind + " " + text(call));
        }

        @ApiOperation("POST /pings")
        public String ping(CallContext call) {
          return text(call);
        }

        private static String text(CallContext call) {
          return call.request()
              .rawBody()
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElse("nothing");
        }

        @ApiOperation("DELETE /parcels")
        public void deleteParcels() {}
      }
      """;

  /** Knows callers by what they make of the body. */
  public static final class Signer implements Authenticator {
    @Override
    public Optional<Caller> authenticate(CallRequest request) {
      if (request.header("X-Signature").isEmpty()) {
        return Optional.empty();
      }
      String expected = String.valueOf(Arrays.hashCode(request.rawBody().orElseThrow()));
      if (!request.header("X-Signature").equals(Optional.of(expected))) {
        throw Failure.of(StatusCode.UNAUTHENTICATED, "Wrong signature").asException();
      }
      return Optional.of(new Caller("signer", Set.of()));
    }
  }

  private RestHost host;
  private RestClient client;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    HostedApi parcels =
        HostedApi.of("com.acme.parcels.ParcelService", SERVICE)
            .with("-Atriglot.rest.unknownQuery=refused")
            .authenticatedBy(Signer.class);
    host = starter().start(parcels, directory, 10_000).host();
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void readsHeadersAndCookies() {
    assertThat(client.get("parcels", "X-Tenant", "acme", "Cookie", "x=y; measure=LARGE").text())
        .isEqualTo("\"acme LARGE null\"");
    assertThat(client.get("parcels?max-weight=3", "x-tenant", "acme").text())
        .isEqualTo("\"acme null 3\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parcels               | Other    | a         | X-Tenant   | is required; expected text
          parcels?max-weigth=3  | X-Tenant | acme      | max-weigth | is no parameter of the query; did you mean max-weight?
          parcels?a=b           | X-Tenant | acme      | a          | is no parameter of the query; expected max-weight
          parcels?max-weight=x  | X-Tenant | acme      | max-weight | expected a whole number from -2147483648 to 2147483647, got "x"
          """)
  void namesWhatIsWrong(
      String target, String header, String value, String field, String description) {
    assertWrong(client.get(target, header, value), field, description);
  }

  @Test
  void namesWhatIsWrongInACookie() {
    assertWrong(
        client.get("parcels", "X-Tenant", "acme", "Cookie", "measure=HUGE"),
        "measure",
        "expected one of SMALL, LARGE, got \"HUGE\"");
  }

  @Test
  void knowsNoQueryWhereThereIsNone() {
    assertWrong(
        client.send("DELETE", "parcels?all=true", ""),
        "all",
        "is no parameter of the query; there are none here");
    assertThat(client.send("DELETE", "parcels", "").status()).isEqualTo(204);
  }

  @Test
  void readsForms() {
    assertThat(form("to=Ann+B%C3%A9&tag=LARGE&tag=LARGE&weight=3").text())
        .isEqualTo("\"Ann Bé [LARGE] 3\"");
    assertThat(form("to=&weight=0").text()).isEqualTo("\" [] 0\"");
    assertWrong(form("to=a&weight=3&tag=a"), "tag[0]", "expected one of SMALL, LARGE, got \"a\"");
    assertWrong(form(" "), "to", "is required; expected text");
  }

  @Test
  void takesFormsAlone() {
    assertThat(client.post("parcels", "{}").status()).isEqualTo(415);
    assertThat(form("to=" + "a".repeat(10_000)).status()).isEqualTo(413);
  }

  @Test
  void showsTheBodyAsItCameBesideWhatItSays() {
    String spaced = "{ \"kind\" :\t\"sent\" }\n";

    assertThat(client.post("events", spaced).json().asText()).isEqualTo("sent " + spaced);
    assertThat(
            client
                .send(
                    "POST",
                    "forms",
                    "kind=%73ent",
                    "Content-Type",
                    "application/x-www-form-urlencoded")
                .text())
        .isEqualTo("\"sent kind=%73ent\"");
    assertThat(client.send("POST", "pings", "").text()).isEqualTo("\"nothing\"");
  }

  @Test
  void authenticatesByASignatureOverTheBody() {
    String body = "{\"kind\": \"signed\"}";
    String signature = String.valueOf(Arrays.hashCode(body.getBytes(StandardCharsets.UTF_8)));

    assertThat(client.post("events", body, "X-Signature", signature).status()).isEqualTo(200);
    assertThat(client.post("events", body + " ", "X-Signature", signature).status()).isEqualTo(401);
  }

  private Reply form(String fields) {
    return client.send(
        "POST", "parcels", fields, "Content-Type", "application/x-www-form-urlencoded");
  }

  /** Sends requests. */
  final RestClient client() {
    return client;
  }

  static void assertWrong(Reply reply, String field, String description) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/code").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(reply.json().at("/violations/0/field").asText()).isEqualTo(field);
    assertThat(reply.json().at("/violations/0/description").asText()).isEqualTo(description);
  }
}
