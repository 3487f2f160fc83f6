package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.Tls;
import io.triglot.server.notes.NoteService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A certificate that is replaced while the server runs. */
@Timeout(60)
class TlsReloadTest {
  @TempDir static Path directory;
  private static TestCertificate first;
  private static TestCertificate second;

  private final Path chain = directory.resolve("chain.pem");
  private final Path key = directory.resolve("key.pem");
  private Tls tls;
  private TriglotServer server;

  @BeforeAll
  static void makeCertificates() throws Exception {
    first = TestCertificate.make(directory, "first");
    second = TestCertificate.make(directory, "second");
  }

  @BeforeEach
  void start() throws Exception {
    install(first);
    tls = Tls.pem(chain, key);
    server =
        TriglotServer.builder()
            .service(new NoteService())
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0)
            .tls(tls)
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void showsTheNewCertificateToNewConnectionsOfHttp(HttpClient.Version version) throws Exception {
    HttpClient old = client(first, version);
    assertThat(status(old)).isEqualTo(200);

    install(second);
    tls.reload();

    assertThat(status(client(second, version))).isEqualTo(200);
    assertThatThrownBy(() -> status(client(first, version)))
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(status(old)).isEqualTo(200); // on the connection that it has
  }

  @Test
  void showsTheNewCertificateToNewConnectionsOfGrpc() throws Exception {
    ManagedChannel old = channel(first);
    ManagedChannel fresh = channel(second);
    ManagedChannel late = channel(first);
    try {
      assertThat(health(old)).isEqualTo(ServingStatus.SERVING);

      install(second);
      tls.reload();

      assertThat(health(fresh)).isEqualTo(ServingStatus.SERVING);
      assertThatThrownBy(() -> health(late)).isInstanceOf(StatusRuntimeException.class);
      assertThat(health(old)).isEqualTo(ServingStatus.SERVING);
    } finally {
      old.shutdownNow();
      fresh.shutdownNow();
      late.shutdownNow();
    }
  }

  @Test
  void seesByItselfThatTheFilesHaveChanged() throws Exception {
    install(second);

    HttpClient client = client(second, HttpClient.Version.HTTP_1_1);
    boolean seen = false;
    while (!seen) {
      try {
        seen = status(client) == 200;
      } catch (SSLHandshakeException notYet) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void keepsTheCertificateWhereTheNewFilesCannotBeUsed() throws Exception {
    Files.writeString(chain, "nothing of the kind");
    tls.reloadIfChanged();
    assertThat(status(client(first, HttpClient.Version.HTTP_1_1))).isEqualTo(200);
    assertThatThrownBy(tls::reload).isInstanceOf(IllegalArgumentException.class);

    Files.copy(second.chain(), chain, StandardCopyOption.REPLACE_EXISTING);
    tls.reloadIfChanged(); // with the key of the first
    assertThat(status(client(first, HttpClient.Version.HTTP_1_1))).isEqualTo(200);

    Files.delete(chain);
    tls.reloadIfChanged();
    assertThat(status(client(first, HttpClient.Version.HTTP_1_1))).isEqualTo(200);

    install(second);
    tls.reloadIfChanged();
    assertThat(status(client(second, HttpClient.Version.HTTP_1_1))).isEqualTo(200);
  }

  private void install(TestCertificate certificate) throws Exception {
    Files.copy(certificate.chain(), chain, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(certificate.key(), key, StandardCopyOption.REPLACE_EXISTING);
  }

  private static HttpClient client(TestCertificate trusted, HttpClient.Version version)
      throws Exception {
    return HttpClient.newBuilder().version(version).sslContext(trusted.trusting()).build();
  }

  private int status(HttpClient client) throws Exception {
    URI notes = URI.create("https://127.0.0.1:" + server.port() + "/notes/7");
    return client
        .send(HttpRequest.newBuilder(notes).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private ManagedChannel channel(TestCertificate trusted) throws Exception {
    return NettyChannelBuilder.forAddress(
            "localhost",
            server.grpcPort(),
            TlsChannelCredentials.newBuilder().trustManager(trusted.chain().toFile()).build())
        .build();
  }

  private static ServingStatus health(ManagedChannel channel) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }
}
