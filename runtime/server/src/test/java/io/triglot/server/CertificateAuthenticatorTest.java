package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.triglot.hosting.Tls;
import io.triglot.runtime.Caller;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import io.triglot.runtime.security.CertificateAuthenticator;
import io.triglot.runtime.security.ClientCertificate;
import io.triglot.server.notes.TaskService;
import io.triglot.server.notes.TaskServiceGrpcClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mutual TLS: callers known by certificates, made here, on real connections. */
@Timeout(120)
class CertificateAuthenticatorTest {
  @TempDir static Path directory;
  private static TestCertificate own;
  private static TestCertificate ann;
  private static TestCertificate bob;
  private static TestCertificate stranger;

  @BeforeAll
  static void makeCertificates() throws Exception {
    own = TestCertificate.make(directory, "server");
    ann = TestCertificate.make(directory, "ann", "CN=ann,O=Acme", "uri:spiffe://acme/ann");
    bob = TestCertificate.make(directory, "bob", "CN=bob", "dns:bob.acme");
    stranger = TestCertificate.make(directory, "stranger", "CN=ann,O=Acme", "dns:x");
  }

  private static Optional<Caller> caller(ClientCertificate certificate) {
    return certificate
        .commonName()
        .filter("ann"::equals)
        .map(
            name ->
                new Caller(
                    name + " " + certificate.subject() + " " + certificate.uris(),
                    Set.of("admin")));
  }

  /** A server that trusts Ann's certificate and Bob's. */
  private static TriglotServer server(boolean needed) throws IOException {
    Path trusted = directory.resolve("trusted.pem");
    Files.writeString(trusted, Files.readString(ann.chain()) + Files.readString(bob.chain()));
    Tls tls = Tls.pem(own.chain(), own.key());
    return TriglotServer.builder()
        .service(new TaskService())
        .authenticator(CertificateAuthenticator.of(CertificateAuthenticatorTest::caller))
        .tls(
            needed ? tls.requireClientCertificates(trusted) : tls.acceptClientCertificates(trusted))
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0)
        .start();
  }

  @ParameterizedTest
  @EnumSource
  void knowsACallerOfRestAndGraphQl(HttpClient.Version version) throws Exception {
    try (TriglotServer server = server(true)) {
      assertThat(rest(server, version, ann).body())
          .isEqualTo("\"ann CN=ann,O=Acme [spiffe://acme/ann]\"");
      HttpResponse<String> answer =
          client(version, ann)
              .send(
                  HttpRequest.newBuilder(server.uri().resolve("/graphql"))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ whoAmI }\"}"))
                      .build(),
                  BodyHandlers.ofString());
      assertThat(answer.body()).contains("ann CN=ann,O=Acme");
    }
  }

  @Test
  void knowsACallerOnAWebSocket() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (TriglotServer server = server(true)) {
      WebSocket socket =
          client(HttpClient.Version.HTTP_1_1, ann)
              .newWebSocketBuilder()
              .subprotocols(GraphQlEndpoint.SUBPROTOCOL)
              .buildAsync(
                  URI.create("wss://127.0.0.1:" + server.port() + "/graphql"),
                  new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        WebSocket socket, CharSequence text, boolean last) {
                      received.add(text.toString());
                      socket.request(1);
                      return null;
                    }
                  })
              .join();
      socket.sendText("{\"type\":\"connection_init\"}", true).join();
      assertThat(received.poll(20, TimeUnit.SECONDS)).contains("connection_ack");
      socket
          .sendText(
              "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ whoAmI }\"}}", true)
          .join();
      assertThat(received.poll(20, TimeUnit.SECONDS)).contains("ann CN=ann,O=Acme");
    }
  }

  @Test
  void knowsACallerOfGrpc() throws Exception {
    try (TriglotServer server = server(true)) {
      assertThat(grpc(server, ann)).contains("ann CN=ann,O=Acme");
    }
  }

  @Test
  void refusesWhoseCertificateStandsForNobody() throws Exception {
    try (TriglotServer server = server(true)) {
      HttpResponse<String> answer = rest(server, HttpClient.Version.HTTP_2, bob);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("UNKNOWN_CERTIFICATE");
      assertThatThrownBy(() -> grpc(server, bob))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageContaining("UNAUTHENTICATED");
    }
  }

  @Test
  void givesNoConnectionToOneThatNoAuthorityHasSigned() throws Exception {
    try (TriglotServer server = server(true)) {
      assertThatThrownBy(() -> rest(server, HttpClient.Version.HTTP_1_1, stranger))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> rest(server, HttpClient.Version.HTTP_1_1, null))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> grpc(server, stranger)).hasMessageContaining("UNAVAILABLE");
      assertThatThrownBy(() -> grpc(server, null)).hasMessageContaining("UNAVAILABLE");
    }
  }

  @Test
  void callersWithoutOneAreAnonymousWhereItIsOnlyAccepted() throws Exception {
    try (TriglotServer server = server(false)) {
      assertThat(rest(server, HttpClient.Version.HTTP_2, null).body()).isEqualTo("\"nobody\"");
      assertThat(grpc(server, null)).isEqualTo("nobody");
      assertThat(rest(server, HttpClient.Version.HTTP_2, ann).body()).contains("CN=ann");
      assertThat(grpc(server, ann)).contains("CN=ann");
      assertThatThrownBy(() -> rest(server, HttpClient.Version.HTTP_1_1, stranger))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void saysWhichFileHasNoAuthorities() throws Exception {
    Path other = Files.writeString(directory.resolve("other.pem"), "");
    Tls tls = Tls.pem(own.chain(), own.key());
    assertThatThrownBy(() -> tls.requireClientCertificates(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.pem");
  }

  private static HttpResponse<String> rest(
      TriglotServer server, HttpClient.Version version, @Nullable TestCertificate certificate)
      throws Exception {
    return client(version, certificate)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/who-am-i")).build(),
            BodyHandlers.ofString());
  }

  private static HttpClient client(
      HttpClient.Version version, @Nullable TestCertificate certificate) throws Exception {
    SSLContext context = own.trusting();
    if (certificate != null) {
      context = own.trusting(keys(certificate));
    }
    return HttpClient.newBuilder().version(version).sslContext(context).build();
  }

  private static KeyManager[] keys(TestCertificate certificate) throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(
        KeyStore.getInstance(certificate.store().toFile(), TestCertificate.PASSWORD),
        TestCertificate.PASSWORD);
    return factory.getKeyManagers();
  }

  private static String grpc(TriglotServer server, @Nullable TestCertificate certificate)
      throws Exception {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder().trustManager(own.chain().toFile());
    if (certificate != null) {
      credentials.keyManager(keys(certificate));
    }
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", server.grpcPort(), credentials.build()).build();
    try {
      return TaskServiceGrpcClient.of(channel).whoAmI();
    } finally {
      channel.shutdownNow();
    }
  }
}
