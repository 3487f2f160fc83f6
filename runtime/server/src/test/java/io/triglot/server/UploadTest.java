package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.triglot.hosting.Limits;
import io.triglot.runtime.Caller;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.rest.RestCallException;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.AlbumService;
import io.triglot.server.notes.AlbumService.Picture;
import io.triglot.server.notes.AlbumServiceRestClient;
import io.triglot.server.notes.SafeService;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Content that clients send, over both versions of HTTP. */
@Timeout(60)
class UploadTest {
  private static final int MAX_UPLOAD_BYTES = 8 * 1024 * 1024;

  private final AlbumService album = new AlbumService();
  private final TriglotServer server =
      TriglotServer.builder()
          .service(album)
          .limits(
              Limits.DEFAULTS
                  .withMaxBodyBytes(1_000)
                  .withMaxUploadBytes(MAX_UPLOAD_BYTES)
                  .withRequestTimeout(Duration.ofSeconds(2)))
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();

  private final String tmpdir = System.getProperty("java.io.tmpdir");

  /** Has the files of forms where no other program has some. */
  @BeforeEach
  void keepFilesIn(@TempDir Path directory) {
    System.setProperty("java.io.tmpdir", directory.toString());
  }

  @AfterEach
  void stop() {
    server.close();
    System.setProperty("java.io.tmpdir", tmpdir);
  }

  @ParameterizedTest
  @EnumSource
  void isReadBeforeAllOfItIsThere(HttpClient.Version version) throws Exception {
    InputStream halves =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[100_000]),
            new ByteArrayInputStream(new byte[50_000]) {
              private boolean awaited;

              @Override
              public synchronized int read(byte[] into, int offset, int length) {
                if (!awaited) {
                  awaited = true;
                  await(album.half);
                }
                return super.read(into, offset, length);
              }
            });

    HttpResponse<String> answer = put(version, BodyPublishers.ofInputStream(() -> halves));

    assertThat(answer.body()).contains("\"bytes\":150000");
  }

  @ParameterizedTest
  @EnumSource
  void isLimited(HttpClient.Version version) throws Exception {
    assertThat(put(version, BodyPublishers.ofByteArray(new byte[MAX_UPLOAD_BYTES])).statusCode())
        .isEqualTo(200);
    assertThat(
            put(version, BodyPublishers.ofByteArray(new byte[MAX_UPLOAD_BYTES + 1])).statusCode())
        .isEqualTo(413);
    InputStream endless = new ByteArrayInputStream(new byte[MAX_UPLOAD_BYTES + 1]);
    HttpResponse<String> refused = put(version, BodyPublishers.ofInputStream(() -> endless));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("CONTENT_TOO_LARGE");
    assertThat(album.broken).isCompletedWithValue(StatusCode.RESOURCE_EXHAUSTED);
  }

  @Test
  void isGivenUpWhereTheClientGoesAway() throws Exception {
    Socket socket = begin(100_000);
    await(album.half);
    socket.close();

    assertThat(album.broken.get(30, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
  }

  @Test
  void isGivenUpWhereItComesTooSlowly() throws Exception {
    try (Socket socket = begin(10)) {
      assertThat(album.broken.get(30, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  @Test
  void keepsItsFilesAsLongAsTheCallLasts() {
    List<Picture> pictures =
        client()
            .addAlbum(
                "t",
                List.of(
                    Upload.of("image/png", new byte[10]),
                    Upload.of("image/gif", new ByteArrayInputStream(new byte[3_000_000]))
                        .named("größe (1).gif")),
                Upload.of("image/jpeg", new byte[20_000]).named("c.jpg"));

    assertThat(pictures)
        .containsExactly(
            new Picture("title", "t", 0),
            new Picture("image/png", "file", 10),
            new Picture("image/gif", "größe (1).gif", 3_000_000),
            new Picture("image/jpeg", "c.jpg", 20_000));
    assertThat(album.files).isNotEmpty();
    assertThat(album.files).noneMatch(Files::exists);
  }

  @Test
  void leavesNoFilesOfAFormThatIsRefused(@TempDir Path directory) throws Exception {
    System.setProperty("java.io.tmpdir", directory.toString());
    HttpResponse<String> refused = form(part("pictures\"; filename=\"a.png", "x".repeat(100_000)));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"title\"");
    assertThat(album.files).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void limitsTheTextOfAField() throws Exception {
    String most = "x".repeat(1024 * 1024);

    assertThat(form(part("title", most)).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = form(part("title", most + "x"));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("larger than 1048576 bytes");
  }

  @Test
  void limitsTheHeadOfAPart() throws Exception {
    assertThat(form(part("title\"; else=\"" + "x".repeat(10_000), "t")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void limitsThePartsBeforeItReadsThemAll() throws Exception {
    String most = part("title", "t") + part("else", "e").repeat(99);
    assertThat(form(most).statusCode()).isEqualTo(200);

    try (Socket socket = new Socket("127.0.0.1", server.uri().getPort())) {
      String head =
          "POST /albums HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Length: 5000000\r\n"
              + "Content-Type: multipart/form-data; boundary=edge\r\n\r\n";
      String begun = head + most + part("else", "e") + "--edge\r\n";
      socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();

      // It is answered although the form has not ended.
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("The form cannot be read");
    }
  }

  private HttpResponse<String> form(String parts) throws Exception {
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/albums"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(parts + "--edge--\r\n"))
                .build(),
            BodyHandlers.ofString());
  }

  private static String part(String name, String content) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + content
        + "\r\n";
  }

  @Test
  void isSentByTheGeneratedClient(@TempDir Path directory) throws Exception {
    Path file = Files.write(directory.resolve("résumé.png"), new byte[123_456]);

    assertThat(client().putPicture("a", Upload.of("image/png", file)))
        .isEqualTo(new Picture("image/png", "résumé.png", 123_456));
    assertThat(client().addAlbum("none", List.of(), null)).hasSize(1);
    assertThatThrownBy(
            () -> client().putPicture("a", Upload.of("image/png", new byte[MAX_UPLOAD_BYTES + 1])))
        .isInstanceOf(RestCallException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  @Tag("node")
  void isAFileOfAGraphQlRequest() throws Exception {
    Path node = Path.of("..", "..", "testing", "node");
    assumeTrue(Files.isDirectory(node.resolve("node_modules")));
    String query =
        "mutation ($file: Upload!, $files: [Upload!]!) {"
            + " addAlbum(title: \"t\", pictures: $files, cover: $file) { fileName bytes } }";
    Process process =
        new ProcessBuilder(
                "node",
                "graphql-upload.mjs",
                server.uri().resolve("/graphql").toString(),
                query,
                "one",
                "x".repeat(50_000))
            .directory(node.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output.strip())
        .isEqualTo(
            "200 {\"data\":{\"addAlbum\":[{\"fileName\":\"t\",\"bytes\":0},"
                + "{\"fileName\":\"file0.txt\",\"bytes\":3},"
                + "{\"fileName\":\"file1.txt\",\"bytes\":50000},"
                + "{\"fileName\":\"file0.txt\",\"bytes\":3}]}}");
    assertThat(album.files).isNotEmpty().noneMatch(Files::exists);
  }

  @Test
  void leavesNoFilesOfAGraphQlRequestThatIsRefused(@TempDir Path directory) throws Exception {
    System.setProperty("java.io.tmpdir", directory.toString());
    String mutation = "mutation ($file: Upload!) { addAlbum(cover: $file) { bytes } }";

    assertThat(graphQl(mutation, "variables.nothing").body()).contains("\"field\":\"map.0\"");
    assertThat(directory).isEmptyDirectory();
    assertThat(graphQl("mutation { addNothing }", "variables.file").body()).contains("addNothing");
    assertThat(directory).isEmptyDirectory();
    assertThat(album.files).isEmpty();
  }

  /** A request with a file that is not held in memory. */
  private HttpResponse<String> graphQl(String query, String place) throws Exception {
    String parts =
        part("operations", "{\"query\":\"" + query + "\",\"variables\":{\"file\":null}}")
            + part("map", "{\"0\":[\"" + place + "\"]}")
            + part("0\"; filename=\"a.png", "x".repeat(100_000));
    return TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/graphql"))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("GraphQL-Require-Preflight", "1")
                .POST(BodyPublishers.ofString(parts + "--edge--\r\n"))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void isNotReadFromWhomNoOperationTakesIt() throws Exception {
    try (TriglotServer safe =
            TriglotServer.builder()
                .service(new SafeService())
                .authenticator(
                    request ->
                        request.header("Authorization").map(name -> new Caller(name, Set.of(name))))
                .host("127.0.0.1")
                .port(0)
                .grpcPort(0)
                .start();
        Socket socket = new Socket("127.0.0.1", safe.uri().getPort())) {
      String head =
          "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5000000\r\n"
              + "Content-Type: multipart/form-data; boundary=edge\r\n"
              + "GraphQL-Require-Preflight: 1\r\nAuthorization: reader\r\n\r\n--edge\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();

      // It is answered although no file has been sent.
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403 ").contains("PERMISSION_DENIED");
    }
  }

  @Test
  void isDescribedInOpenApi() throws Exception {
    String document =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .send(
                HttpRequest.newBuilder(server.uri().resolve("/openapi.json")).build(),
                BodyHandlers.ofString())
            .body()
            .replaceAll("\\s+", "");

    String content =
        "{\"type\":\"string\",\"format\":\"binary\","
            + "\"contentMediaType\":\"application/octet-stream\"}";
    assertThat(document)
        .contains("\"content\":{\"application/octet-stream\":{\"schema\":" + content + "}}")
        .contains("\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\"")
        .contains("\"pictures\":{\"type\":\"array\",\"items\":" + content + "}");
  }

  private AlbumServiceRestClient client() {
    return AlbumServiceRestClient.of(RestChannel.to(server.uri()));
  }

  /** Sends the first bytes of a picture. */
  private Socket begin(int bytes) throws Exception {
    Socket socket = new Socket("127.0.0.1", server.uri().getPort());
    String head = "PUT /pictures/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[bytes]);
    socket.getOutputStream().flush();
    return socket;
  }

  private HttpResponse<String> put(HttpClient.Version version, BodyPublisher content)
      throws Exception {
    return TestHost.client(version)
        .send(
            HttpRequest.newBuilder(server.uri().resolve("/pictures/a")).PUT(content).build(),
            BodyHandlers.ofString());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
