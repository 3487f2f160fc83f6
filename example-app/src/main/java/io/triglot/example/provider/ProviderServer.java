package io.triglot.example.provider;

import io.triglot.runtime.Caller;
import io.triglot.runtime.idempotency.IdempotencyKeys;
import io.triglot.runtime.idempotency.InMemoryIdempotencyStore;
import io.triglot.runtime.security.ApiKeyAuthenticator;
import io.triglot.server.TriglotServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The provider's server, of one merchant. */
public final class ProviderServer implements AutoCloseable {
  private final Webhooks webhooks;
  private final TriglotServer server;

  private ProviderServer(Webhooks webhooks, TriglotServer server) {
    this.webhooks = webhooks;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param webhook where the merchant is told what has become of charges
   * @param secret the merchant's key for the API, and the provider's for signatures
   */
  public static ProviderServer start(int port, URI webhook, String secret) {
    Webhooks webhooks = new Webhooks(webhook, secret);
    TriglotServer server =
        TriglotServer.builder()
            .service(new ChargeService(webhooks::send))
            .authenticator(
                ApiKeyAuthenticator.of(Map.of(secret, new Caller("shop", Set.of("merchant")))))
            .interceptor(
                IdempotencyKeys.of(InMemoryIdempotencyStore.of(10_000, Duration.ofDays(1))))
            .host("127.0.0.1")
            .port(port)
            .grpcPort(0) // where nothing is: the provider speaks REST
            .start();
    return new ProviderServer(webhooks, server);
  }

  /** Where its API is. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
  }

  /**
   * Starts it, and ends with the process that has started it.
   *
   * @param arguments the port, the address of the webhook; the secret is in {@code PROVIDER_SECRET}
   */
  public static void main(String... arguments) throws IOException {
    try (ProviderServer provider =
        start(
            Integer.parseInt(arguments[0]),
            URI.create(arguments[1]),
            System.getenv("PROVIDER_SECRET"))) {
      System.out.println("The payment provider is at " + provider.uri());
      while (System.in.read() >= 0) {
        // until whoever has started it is gone
      }
    }
  }
}
