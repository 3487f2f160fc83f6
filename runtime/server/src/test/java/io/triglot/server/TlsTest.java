package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory;
  private static Path store;
  private static KeyStore keys;

  @BeforeAll
  static void makeCertificate() throws Exception {
    store = directory.resolve("server.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    keys = KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  @ParameterizedTest
  @EnumSource
  void servesBothVersionsOfHttp(HttpClient.Version version) throws Exception {
    ServerSettings settings = TestHost.SETTINGS.withTls(Tls.keyStore(store, PASSWORD));
    try (TestHost host =
        TestHost.of(settings, TestHost.answering(HttpResponse.of(200, "text/plain", "safe")))) {
      HttpClient client = HttpClient.newBuilder().version(version).sslContext(trusting()).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + host.port() + "/")).build();
      var response = client.send(request, BodyHandlers.ofString());

      assertThat(response.version()).isEqualTo(version);
      assertThat(response.body()).isEqualTo("safe");
    }
  }

  @Test
  void servesGrpc() throws Exception {
    MethodDescriptor<String, String> echo = TestGrpc.unary("test.Echo/Echo");
    ServerServiceDefinition service =
        ServerServiceDefinition.builder("test.Echo")
            .addMethod(
                echo,
                ServerCalls.asyncUnaryCall(
                    (request, response) -> {
                      response.onNext(request);
                      response.onCompleted();
                    }))
            .build();
    ServerSettings settings = TestHost.SETTINGS.withTls(Tls.keyStore(store, PASSWORD));
    try (TestGrpc grpc = TestGrpc.of(settings, service, DrainTest::always)) {
      ManagedChannel client =
          NettyChannelBuilder.forAddress(
                  "localhost",
                  grpc.host.port(),
                  TlsChannelCredentials.newBuilder()
                      .trustManager(certificatePem().toFile())
                      .build())
              .build();
      try {
        assertThat(ClientCalls.blockingUnaryCall(client, echo, CallOptions.DEFAULT, "safe"))
            .isEqualTo("safe");
      } finally {
        client.shutdownNow();
      }
    }
  }

  @Test
  void readsPemFiles() throws Exception {
    Key key = keys.getKey("server", PASSWORD);
    Path keyFile = write("key.pem", "PRIVATE KEY", key.getEncoded());

    assertThat(Tls.pem(certificatePem(), keyFile).keyManagers()).hasSize(1);
  }

  @Test
  void saysWhichFilesAreNoCertificate() throws Exception {
    Path other = Files.writeString(directory.resolve("other.pem"), "nothing of the kind");

    assertThatThrownBy(() -> Tls.pem(other, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.pem");
    assertThatThrownBy(() -> Tls.keyStore(store, "wrong".toCharArray()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Tls.pem(directory.resolve("absent"), other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent");
  }

  private static Path certificatePem() throws Exception {
    return write("chain.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
  }

  private static Path write(String name, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n",
        StandardCharsets.US_ASCII);
  }

  private static SSLContext trusting() throws GeneralSecurityException, IOException {
    Certificate certificate = keys.getCertificate("server");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
