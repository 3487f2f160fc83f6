package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.Download;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.rest.RestCallException;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.FileService;
import io.triglot.server.notes.FileServiceRestClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content of other media types than JSON, over both versions of HTTP. */
@Timeout(60)
class DownloadTest {
  private final FileService files = new FileService();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private final TriglotServer server =
      TriglotServer.builder()
          .service(files)
          .observer((operation, request) -> failure -> ends.add(told(operation, failure)))
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void writesContentWithItsTypeAndName(HttpClient.Version version) throws Exception {
    HttpResponse<String> file =
        send(version, "GET", "/files/r%C3%A9sum%C3%A9%20%221%22.txt", BodyHandlers.ofString());

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("This is résumé \"1\".txt");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"r_sum_ _1_.txt\";"
                + " filename*=UTF-8''r%C3%A9sum%C3%A9%20%221%22.txt");
    assertThat(files.closed.await(20, TimeUnit.SECONDS)).isTrue();
    HttpResponse<byte[]> bytes = send(version, "GET", "/bytes", BodyHandlers.ofByteArray());
    assertThat(bytes.body()).containsExactly(1, 2, 3);
    assertThat(bytes.headers().firstValue("Content-Length")).hasValue("3");
    assertThat(bytes.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @Test
  void closesWhatNobodyWants() throws Exception {
    HttpResponse<String> head =
        send(HttpClient.Version.HTTP_1_1, "HEAD", "/files/a.txt", BodyHandlers.ofString());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"a.txt\"");
    assertThat(files.closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void writesBeforeAllIsThere(HttpClient.Version version) throws Exception {
    HttpResponse<InputStream> halves =
        send(version, "GET", "/halves", BodyHandlers.ofInputStream());

    try (InputStream content = halves.body()) {
      assertThat(content.readNBytes(100_000)).hasSize(100_000);
      assertThat(ends).isEmpty();
      files.half.countDown();
      assertThat(content.readAllBytes()).hasSize(100_000);
    }
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo("halves OK");
  }

  @Test
  void isWrittenToItsEndByAServerThatStops() throws Exception {
    HttpResponse<InputStream> halves =
        send(HttpClient.Version.HTTP_1_1, "GET", "/halves", BodyHandlers.ofInputStream());
    try (InputStream content = halves.body()) {
      assertThat(content.readNBytes(100_000)).hasSize(100_000);
      Thread stop = new Thread(server::close);
      stop.start();
      CountDownLatch refused = new CountDownLatch(1);
      while (refused.getCount() > 0) {
        try (Socket probe = new Socket("127.0.0.1", server.uri().getPort())) {
          probe.getOutputStream().write(1);
        } catch (IOException stopping) {
          refused.countDown();
        }
      }
      files.half.countDown();
      assertThat(content.readAllBytes()).hasSize(100_000);
      stop.join();
    }
    assertThat(ends).containsExactly("halves OK");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotMakeHalfAFileLookWhole(HttpClient.Version version) throws Exception {
    assertThatThrownBy(() -> send(version, "GET", "/broken", BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo("broken INTERNAL");
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheWriterThatItsClientHasGone(HttpClient.Version version) throws Exception {
    HttpResponse<InputStream> endless =
        send(version, "GET", "/endless", BodyHandlers.ofInputStream());
    try (InputStream content = endless.body()) {
      assertThat(content.readNBytes(1_000)).hasSize(1_000);
    }
    assertThat(files.gone.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo("endless CANCELLED");
  }

  @Test
  void isReadByTheGeneratedClientWhileItComes() throws Exception {
    Download halves = FileServiceRestClient.of(RestChannel.to(server.uri())).halves();
    AtomicLong received = new AtomicLong();

    halves.writeTo(
        new OutputStream() {
          @Override
          public void write(int octet) {
            received.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            if (received.addAndGet(count) == 100_000) {
              files.half.countDown(); // the rest is not there before
            }
          }
        });

    assertThat(received).hasValue(200_000);
  }

  @Test
  void breaksOffInTheGeneratedClientToo() throws Exception {
    Download broken = FileServiceRestClient.of(RestChannel.to(server.uri())).broken();

    assertThatThrownBy(() -> broken.writeTo(OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void isGivenUpByTheGeneratedClient() throws Exception {
    FileServiceRestClient client = FileServiceRestClient.of(RestChannel.to(server.uri()));

    client.endless().discard();

    assertThat(files.gone.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo("endless CANCELLED");
    assertThatThrownBy(
            () ->
                client
                    .endless()
                    .writeTo(
                        new OutputStream() {
                          @Override
                          public void write(int octet) throws IOException {
                            throw new IOException("the disk is full");
                          }
                        }))
        .hasMessage("the disk is full");
    assertThat(ends.poll(30, TimeUnit.SECONDS)).isEqualTo("endless CANCELLED");
  }

  @Test
  void endsInTheGeneratedClientWithTheCallThatCausedIt() throws Exception {
    CallerGone cause = new CallerGone(new CompletableFuture<>());
    Download endless =
        FileServiceRestClient.of(RestChannel.to(server.uri()).onBehalfOf(cause)).endless();

    assertThatThrownBy(
            () ->
                endless.writeTo(
                    new OutputStream() {
                      @Override
                      public void write(int octet) {
                        cause.gone().complete(null);
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The caller has gone away");
    assertThat(files.gone.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void isReadByTheGeneratedClient() throws Exception {
    FileServiceRestClient client = FileServiceRestClient.of(RestChannel.to(server.uri()));

    Download file = client.file("résumé.txt");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    file.writeTo(content);

    assertThat(content.toString(StandardCharsets.UTF_8)).isEqualTo("This is résumé.txt");
    assertThat(file.mediaType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(file.fileName()).hasValue("résumé.txt");
    assertThat(client.bytes().length()).hasValue(3);
    assertThatThrownBy(() -> client.file("none"))
        .isInstanceOf(RestCallException.class)
        .hasMessageContaining("There is no such file");
  }

  @Test
  void isDescribedInOpenApi() throws Exception {
    assertThat(
            send(HttpClient.Version.HTTP_1_1, "GET", "/openapi.json", BodyHandlers.ofString())
                .body()
                .replaceAll("\\s+", ""))
        .contains("\"content\":{\"*/*\":{\"schema\":{}}}");
  }

  private static String told(OperationDescriptor operation, @Nullable Failure failure) {
    return operation.name() + " " + (failure == null ? "OK" : failure.code());
  }

  private record CallerGone(CompletableFuture<Void> gone) implements CallContext {
    @Override
    public OperationDescriptor operation() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CallRequest request() {
      return new CallRequest() {
        @Override
        public Protocol protocol() {
          return Protocol.REST;
        }

        @Override
        public Optional<String> header(String name) {
          return Optional.empty();
        }
      };
    }

    @Override
    public Optional<Caller> caller() {
      return Optional.empty();
    }

    @Override
    public CompletionStage<Void> cancelled() {
      return gone;
    }
  }

  private <T> HttpResponse<T> send(
      HttpClient.Version version, String method, String path, BodyHandler<T> handler)
      throws Exception {
    return TestHost.connected(version, server.uri())
        .send(
            HttpRequest.newBuilder(server.uri().resolve(path))
                .method(method, BodyPublishers.noBody())
                .build(),
            handler);
  }
}
