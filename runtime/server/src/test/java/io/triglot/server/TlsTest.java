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
import io.triglot.hosting.GrpcServer;
import io.triglot.hosting.TestGrpc;
import io.triglot.hosting.Tls;
import io.triglot.runtime.Api;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class TlsTest {
  @TempDir static Path directory;
  private static TestCertificate certificate;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(directory, "server");
  }

  @ParameterizedTest
  @EnumSource
  void servesBothVersionsOfHttp(HttpClient.Version version) throws Exception {
    ServerSettings settings =
        TestHost.SETTINGS.withTls(Tls.keyStore(certificate.store(), TestCertificate.PASSWORD));
    try (TestHost host =
        TestHost.of(settings, TestHost.answering(HttpResponse.of(200, "text/plain", "safe")))) {
      HttpClient client =
          HttpClient.newBuilder().version(version).sslContext(certificate.trusting()).build();
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
    GrpcServer.Builder encrypted =
        GrpcServer.builder(Api.builder())
            .host("127.0.0.1")
            .grpcPort(0)
            .tls(Tls.keyStore(certificate.store(), TestCertificate.PASSWORD))
            .grpc(grpc -> grpc.addService(service));
    try (GrpcServer grpc = encrypted.start()) {
      ManagedChannel client =
          NettyChannelBuilder.forAddress(
                  "localhost",
                  grpc.port(),
                  TlsChannelCredentials.newBuilder()
                      .trustManager(certificate.chain().toFile())
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
    Tls tls = Tls.pem(certificate.chain(), certificate.key());
    assertThat(tls.context().getProtocol()).isEqualTo("TLS");
  }

  @Test
  void saysWhichFilesAreNoCertificate() throws Exception {
    Path other = Files.writeString(directory.resolve("other.pem"), "nothing of the kind");

    assertThatThrownBy(() -> Tls.pem(other, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.pem");
    assertThatThrownBy(() -> Tls.keyStore(certificate.store(), "wrong".toCharArray()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Tls.pem(directory.resolve("absent"), other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void refusesTheKeyOfAnotherCertificate() throws Exception {
    TestCertificate other = TestCertificate.make(directory, "other");

    assertThatThrownBy(() -> Tls.pem(certificate.chain(), other.key()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("The private key is that of another certificate");
  }
}
