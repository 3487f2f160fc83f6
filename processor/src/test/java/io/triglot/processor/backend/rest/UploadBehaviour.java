package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.backend.rest.RestClient.Reply;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Content of any media type that clients send, as the body and as parts of a form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class UploadBehaviour {
  /** What a host reads as a whole, and what it takes of an upload, at most. */
  public static final int MAX_BODY_BYTES = 10_000;

  /** What a host takes of an upload, at most. */
  public static final int MAX_UPLOAD_BYTES = 1_000_000;

  static final String SERVICE =
      """
      package com.acme.album;

      import io.triglot.ApiOperation;
      import io.triglot.runtime.Protocol;
      import io.triglot.runtime.Upload;
      import jakarta.annotation.security.PermitAll;
      import jakarta.annotation.security.RolesAllowed;
      import jakarta.ws.rs.FormParam;
      import jakarta.ws.rs.QueryParam;
      import java.io.IOException;
      import java.io.InputStream;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Optional;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.CompletionStage;
      import org.jspecify.annotations.NullMarked;
      import org.jspecify.annotations.Nullable;

      @NullMarked
      @PermitAll
      public class AlbumService {
        public record Picture(
            String id, String mediaType, @Nullable String fileName, long declared, long bytes) {
          static Picture of(String id, Upload upload) throws IOException {
            try (InputStream content = upload.stream()) {
              long bytes = 0;
              for (int octet = content.read(); octet >= 0; octet = content.read()) {
                if (octet != (bytes & 0x7F)) {
                  throw new IllegalStateException("another byte at " + bytes);
                }
                bytes++;
              }
              return new Picture(
                  id,
                  upload.mediaType(),
                  upload.fileName().orElse(null),
                  upload.length().orElse(-1),
                  bytes);
            }
          }
        }

        public enum Use { PRINT, SCREEN }

        public record Album(
            String title, Use use, List<String> tags, List<Picture> pictures, @Nullable Picture cover) {}

        @ApiOperation(value = "PUT /pictures/{id}", protocols = Protocol.REST)
        public Picture putPicture(String id, Upload content) throws IOException {
          return Picture.of(id, content);
        }

        @ApiOperation(value = "POST /pictures", protocols = Protocol.REST)
        public Optional<Picture> addPicture(@QueryParam("id") String id, Optional<Upload> content)
            throws IOException {
          return content.isEmpty() ? Optional.empty() : Optional.of(Picture.of(id, content.get()));
        }

        @ApiOperation(value = "POST /pictures/later", protocols = Protocol.REST)
        public CompletionStage<Picture> later(@Nullable Upload content) throws IOException {
          return CompletableFuture.completedFuture(Picture.of("later", content));
        }

        @ApiOperation(value = "POST /albums", protocols = Protocol.REST)
        public Album addAlbum(
            String title, Use use, List<String> tags, List<Upload> pictures, @Nullable Upload cover)
            throws IOException {
          List<Picture> read = new ArrayList<>();
          for (Upload picture : pictures) {
            read.add(Picture.of(title, picture));
          }
          return new Album(
              title, use, tags, read, cover == null ? null : Picture.of("cover", cover));
        }

        @ApiOperation(value = "POST /covers", protocols = Protocol.REST)
        public Picture addCover(@FormParam("the-cover") Upload cover) throws IOException {
          return Picture.of("cover", cover);
        }

        @RolesAllowed("admin")
        @ApiOperation(value = "POST /hidden", protocols = Protocol.REST)
        public void addHidden(String title, Upload content) {}
      }
      """;

  private RestHost host;
  private RestClient client;

  /** Starts the host under test. */
  protected abstract RestHost.Starter starter();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    HostedApi albums = HostedApi.of("com.acme.album.AlbumService", SERVICE);
    host = starter().start(albums, directory, MAX_BODY_BYTES).host();
    client = new RestClient(host.uri());
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void isTheBodyWhateverItIs() {
    Reply reply =
        client.send(
            "PUT",
            "pictures/a",
            content(3),
            "Content-Type",
            "image/png",
            "Content-Disposition",
            "attachment; filename=\"../x/a b.png\"");

    assertThat(reply.json().toString())
        .isEqualTo(
            "{\"id\":\"a\",\"mediaType\":\"image/png\",\"fileName\":\"a b.png\",\"declared\":3,"
                + "\"bytes\":3}");
  }

  @Test
  void hasANameThatLeadsNowhere() {
    for (String path : List.of("../x/a.png", "C:\\x\\a.png", "/x\\a.png", "..\\x/a.png")) {
      Reply reply =
          client.send(
              "PUT",
              "pictures/a",
              content(3),
              "Content-Disposition",
              "attachment; filename=\"" + path + "\"");
      assertThat(reply.json().at("/fileName").asText()).as(path).isEqualTo("a.png");
    }
    Reply nowhere =
        client.send(
            "PUT", "pictures/a", content(3), "Content-Disposition", "attachment; filename=\"..\"");
    assertThat(nowhere.json().at("/fileName").isNull()).isTrue();
  }

  @Test
  void mayBeLargerThanWhatIsHeldAsAWhole() {
    assertThat(bytes(client.send("PUT", "pictures/a", content(500_000)))).isEqualTo(500_000);
    assertThat(bytes(client.post("pictures/later", content(50_000)))).isEqualTo(50_000);
  }

  @Test
  void isRefusedWhereItIsTooLarge() {
    Reply reply = client.send("PUT", "pictures/a", content(MAX_UPLOAD_BYTES + 1));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().at("/reason").asText()).isEqualTo("CONTENT_TOO_LARGE");
    Form form = new Form().field("title", "t").file("pictures", "a", content(MAX_UPLOAD_BYTES));
    assertThat(form.post("albums").status()).isEqualTo(413);
  }

  @Test
  void mayBeLeftOut() {
    assertThat(client.post("pictures?id=b", content(1)).status()).isEqualTo(200);
    assertThat(client.post("pictures?id=b", "").status()).isEqualTo(204);
  }

  @Test
  void isAPartBesideFields() {
    Reply reply =
        new Form()
            .field("title", "Résumé")
            .field("use", "SCREEN")
            .field("tags", "a")
            .field("tags", "b")
            .file("pictures", "../one.png", content(5))
            .file("pictures", "two.png", content(200_000))
            .field("else", "ignored")
            .post("albums");

    JsonNode album = reply.json();
    assertThat(album.at("/title").asText()).isEqualTo("Résumé");
    assertThat(album.at("/use").asText()).isEqualTo("SCREEN");
    assertThat(album.at("/tags").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(album.at("/pictures/0/fileName").asText()).isEqualTo("one.png");
    assertThat(album.at("/pictures/0/mediaType").asText()).isEqualTo("image/png");
    assertThat(album.at("/pictures/0/bytes").asInt()).isEqualTo(5);
    assertThat(album.at("/pictures/1/fileName").asText()).isEqualTo("two.png");
    assertThat(album.at("/pictures/1/bytes").asInt()).isEqualTo(200_000);
    assertThat(album.at("/cover").isNull()).isTrue();
    assertThat(new Form().file("the-cover", "c", content(2)).post("covers").status())
        .isEqualTo(200);
  }

  @Test
  void isToldWhatAFormDoesNotHave() {
    Reply missing = new Form().field("title", "t").field("use", "PRINT").post("covers");
    Reply wrong = new Form().field("title", "t").field("use", "WALL").post("albums");
    Reply twice =
        new Form()
            .file("the-cover", "a", content(1))
            .file("the-cover", "b", content(1))
            .post("covers");

    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().at("/violations/0/field").asText()).isEqualTo("the-cover");
    assertThat(missing.json().at("/detail").asText()).contains("is required; expected a file");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().at("/violations/0/field").asText()).isEqualTo("use");
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.json().at("/detail").asText()).contains("is given 2 times");
  }

  @Test
  void refusesWhatIsNoForm() {
    assertThat(client.post("albums", "{}").status()).isEqualTo(415);
    Reply broken =
        client.post("albums", "--b\r\nno", "Content-Type", "multipart/form-data; boundary=b");
    assertThat(broken.status()).isEqualTo(400);
    Reply unbounded = client.post("albums", "--b", "Content-Type", "multipart/form-data");
    assertThat(unbounded.status()).isEqualTo(400);
  }

  @Test
  void refusesTooManyParts() {
    assertThat(formOf(100).post("albums").status()).isEqualTo(200);
    assertThat(formOf(101).post("albums").status()).isIn(400, 413);
  }

  @Test
  void isNotReadForThoseWhoMayNotSendIt() {
    assertThat(
            client
                .post("hidden", "no form", "Content-Type", "multipart/form-data; boundary=b")
                .status())
        .isEqualTo(401);
  }

  /** A form with everything that it has to have. */
  private Form formOf(int parts) {
    Form form = new Form().field("title", "t").field("use", "PRINT");
    for (int i = 2; i < parts; i++) {
      form.field("tags", "t");
    }
    return form;
  }

  private static int bytes(Reply reply) {
    return reply.json().at("/bytes").asInt();
  }

  /** Text of that many bytes, of which each is told by its place, in ASCII. */
  private static String content(int bytes) {
    StringBuilder content = new StringBuilder(bytes);
    for (int i = 0; i < bytes; i++) {
      content.append((char) (i & 0x7F));
    }
    return content.toString();
  }

  /** A form in parts, as browsers send it. */
  private final class Form {
    private final StringBuilder parts = new StringBuilder();

    Form field(String name, String value) {
      parts
          .append("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
          .append(value + "\r\n");
      return this;
    }

    Form file(String name, String fileName, String content) {
      parts
          .append("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"")
          .append(fileName + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n");
      return this;
    }

    Reply post(String target) {
      return client.post(
          target, parts + "--edge--\r\n", "Content-Type", "multipart/form-data; boundary=edge");
    }
  }
}
