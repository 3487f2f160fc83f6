package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Takes content that is no JSON. */
@PermitAll
public class AlbumService {
  /** Ends when the first half of a picture has been read. */
  public final CountDownLatch half = new CountDownLatch(1);

  /** Why a picture could not be read. */
  public final CompletableFuture<StatusCode> broken = new CompletableFuture<>();

  /** The temporary files that there were while parts were read. */
  public final Set<Path> files = new TreeSet<>();

  /**
   * A picture.
   *
   * @param bytes how large it is
   */
  public record Picture(String mediaType, @Nullable String fileName, long bytes) {}

  /** Takes a picture. */
  @ApiOperation(value = "PUT /pictures/{id}", protocols = Protocol.REST)
  public Picture putPicture(String id, Upload content) throws IOException {
    try (InputStream in = content.stream()) {
      long bytes = in.readNBytes(50_000).length;
      half.countDown();
      return picture(content, bytes + in.transferTo(OutputStream.nullOutputStream()));
    } catch (CallException e) {
      broken.complete(e.failure().code());
      throw e;
    }
  }

  /**
   * Takes pictures.
   *
   * @param title what they show
   */
  @ApiOperation(
      value = "POST /albums",
      protocols = {Protocol.REST, Protocol.GRAPHQL})
  public List<Picture> addAlbum(String title, List<Upload> pictures, @Nullable Upload cover)
      throws IOException {
    try (var temporary =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "MultiPart*")) {
      temporary.forEach(files::add);
    }
    List<Picture> read = new ArrayList<>();
    read.add(new Picture("title", title, 0));
    for (Upload picture : pictures) {
      try (InputStream in = picture.stream()) {
        read.add(picture(picture, in.transferTo(OutputStream.nullOutputStream())));
      }
    }
    if (cover != null) {
      read.add(picture(cover, cover.length().orElseThrow()));
    }
    return read;
  }

  private static Picture picture(Upload content, long bytes) {
    return new Picture(content.mediaType(), content.fileName().orElse(null), bytes);
  }
}
