package io.triglot.server;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start for the sake of the JVM's archive of classes: the server calls itself once on each
 * protocol, so that the classes of a first call are loaded, and ends the process, which writes the
 * archive. Asked for by the system property {@value #PROPERTY}.
 *
 * <p>No operation is called: what these do is the application's own business. Over TLS, whose
 * certificate may be meant for others, nothing is called at all.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
final class TrainingRun {
  static final String PROPERTY = "triglot.training";

  private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);

  private final TriglotServer server;

  private TrainingRun(TriglotServer server) {
    this.server = server;
  }

  /** Begins one beside the application's own start if it is asked for. */
  static void ifAskedFor(TriglotServer server) {
    if (Boolean.getBoolean(PROPERTY)) {
      new Thread(new TrainingRun(server)::run, "triglot-training").start();
    }
  }

  // The whole point is to end the process, with success or without.
  @SuppressWarnings("SystemExitOutsideMain")
  private void run() {
    int exit = 1;
    try {
      if (server.uri().getScheme().equals("http")) {
        callEachProtocol();
      }
      log.info("Trained: the process ends now");
      exit = 0;
    } catch (IOException | RuntimeException e) {
      log.error("The training run has failed", e);
    }
    System.exit(exit);
  }

  private void callEachProtocol() throws IOException {
    URI uri = server.uri();
    call(uri.resolve("/triglot-training"), null); // a problem is JSON, too
    call(uri.resolve("/graphql"), "{\"query\":\"{ __typename }\"}");
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(
                uri.getHost(), server.grpcPort(), InsecureChannelCredentials.create())
            .build();
    try {
      var answer =
          HealthGrpc.newBlockingStub(channel)
              .withDeadlineAfter(30, TimeUnit.SECONDS)
              .check(HealthCheckRequest.getDefaultInstance());
      log.debug("gRPC says {}", answer.getStatus());
    } finally {
      channel.shutdownNow();
    }
  }

  private static void call(URI uri, @Nullable String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode(); // whatever it is: an answer
    InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (answer != null) {
      try (answer) {
        answer.readAllBytes();
      }
    }
  }
}
