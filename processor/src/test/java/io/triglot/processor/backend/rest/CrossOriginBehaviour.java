package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.http.Cors;
import io.triglot.runtime.http.jaxrs.CorsFeature;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a browser is told about pages of other origins by a JAX-RS host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CrossOriginBehaviour {
  private static final String SHOP = "https://shop.example.com";

  private RestHost host;
  private RestClient client;

  /** Starts the host under test. */
  protected abstract RestHost serve(Set<Object> resources, int maxBodyBytes);

  /** A resource. */
  @Path("greeting")
  public static class GreetingResource {
    /** Reads. */
    @GET
    public String read() {
      return "Hello";
    }

    /** Writes. */
    @POST
    public String write(String text) {
      return text;
    }
  }

  /** Lets nobody in without credentials. */
  @Provider
  public static class Guard implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getHeaderString("Authorization") == null) {
        request.abortWith(Response.status(401).build());
      }
    }
  }

  @BeforeAll
  void start() {
    Cors cors = Cors.origins(SHOP).headers("X-Api-Key").credentials();
    host = serve(Set.of(new GreetingResource(), new Guard(), new CorsFeature(cors)), 1_000);
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void permitsOnceBeforeAnybodyAuthenticates() {
    RestClient.Reply reply =
        client.send(
            "OPTIONS", "greeting", "", "Origin", SHOP, "Access-Control-Request-Method", "POST");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.response().headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly(SHOP);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(reply.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(reply.header("Access-Control-Allow-Headers")).contains("X-Api-Key");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
  }

  @Test
  void refusesOtherOrigins() {
    RestClient.Reply reply =
        client.send(
            "OPTIONS",
            "greeting",
            "",
            "Origin",
            "https://evil.example.com",
            "Access-Control-Request-Method",
            "POST");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void letsPagesReadAnswersAndRefusals() {
    for (String authorization : new String[] {"me", null}) {
      RestClient.Reply reply =
          authorization == null
              ? client.get("greeting", "Origin", SHOP)
              : client.get("greeting", "Origin", SHOP, "Authorization", authorization);

      assertThat(reply.status()).isEqualTo(authorization == null ? 401 : 200);
      assertThat(reply.response().headers().allValues("Access-Control-Allow-Origin"))
          .containsExactly(SHOP);
      assertThat(reply.header("Access-Control-Expose-Headers")).contains("Location");
      assertThat(reply.header("Vary")).contains("Origin");
    }
  }

  @Test
  void tellsOthersNothing() {
    RestClient.Reply reply =
        client.get("greeting", "Origin", "https://evil.example.com", "Authorization", "me");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(reply.header("Vary")).contains("Origin");
  }
}
