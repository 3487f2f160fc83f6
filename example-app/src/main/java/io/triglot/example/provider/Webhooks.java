package io.triglot.example.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a merchant what has become of charges, again and again until it has understood. */
final class Webhooks implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
  private static final int MOST_TRIES = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI merchant;
  private final String secret;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  Webhooks(URI merchant, String secret) {
    this.merchant = merchant;
    this.secret = secret;
  }

  /** Tells it soon; does not block. */
  void send(Charge charge) {
    thread.execute(() -> attempt(charge, 1));
  }

  private void attempt(Charge charge, int number) {
    try {
      byte[] body = JSON.writeValueAsBytes(charge);
      HttpRequest request =
          HttpRequest.newBuilder(merchant)
              .timeout(Duration.ofSeconds(10))
              .header("Content-Type", "application/json")
              .header(WebhookSignature.HEADER, WebhookSignature.of(body, secret, Instant.now()))
              .POST(BodyPublishers.ofByteArray(body))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        return;
      }
      log.warn("The merchant has answered {} to what became of charge {}", status, charge.id());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException unreachable) {
      log.warn("The merchant was not told of charge {}", charge.id(), unreachable);
    }
    if (number < MOST_TRIES && !thread.isShutdown()) {
      long pause = 100L << number; // from a fifth of a second to half a minute
      thread.schedule(() -> attempt(charge, number + 1), pause, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
