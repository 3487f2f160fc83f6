package io.triglot.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Content of any media type, as a parameter: a file, a picture, an archive. The counterpart of
 * {@link Download}. What a client sends is read piece by piece, as fast as the method reads it, and
 * never held as a whole.
 *
 * <pre>{@code
 * try (InputStream content = picture.stream()) {
 *   Files.copy(content, path);
 * }
 * }</pre>
 *
 * <p>What a client sends can be read as long as the call lasts: until the method has returned, or
 * the stage that it returned is complete. All that is said of the content is said by the client.
 * Immutable; the content is to be read by one thread.
 */
public final class Upload {
  private static final String ANY = "application/octet-stream";

  private final String mediaType;
  private final Optional<String> fileName;
  private final OptionalLong length;
  private final Content content;

  private Upload(
      String mediaType, Optional<String> fileName, OptionalLong length, Content content) {
    this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
    this.fileName = fileName;
    this.length = length;
    this.content = Objects.requireNonNull(content, "content");
  }

  /** Opens content. */
  @FunctionalInterface
  public interface Content {
    /**
     * The content from its beginning, to be closed by who reads it.
     *
     * @throws IOException when it cannot be had
     */
    InputStream open() throws IOException;
  }

  /**
   * Content that can be opened more than once, so that a client can send it again.
   *
   * @param mediaType such as {@code image/png}
   */
  public static Upload of(String mediaType, Content content) {
    return new Upload(mediaType, Optional.empty(), OptionalLong.empty(), content);
  }

  /** What is left to be read of a stream, which can be opened once. */
  public static Upload of(String mediaType, InputStream content) {
    Objects.requireNonNull(content, "content");
    AtomicBoolean opened = new AtomicBoolean();
    return of(
        mediaType,
        () -> {
          if (opened.getAndSet(true)) {
            throw new IOException("The content can be read once, and has been");
          }
          return content;
        });
  }

  /** Bytes that are there. The array is not copied. */
  public static Upload of(String mediaType, byte[] content) {
    return of(mediaType, () -> new ByteArrayInputStream(content)).sized(content.length);
  }

  /**
   * A file, with its name and its size.
   *
   * @throws IOException when there is no such file
   */
  public static Upload of(String mediaType, Path file) throws IOException {
    Upload content = of(mediaType, () -> Files.newInputStream(file)).sized(Files.size(file));
    Path name = file.getFileName();
    return name == null ? content : content.named(name.toString());
  }

  /**
   * The same with the name of a file. Of a path only what stands behind its last slash counts (RFC
   * 7578, section 4.2), so that it leads nowhere.
   */
  public Upload named(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    boolean isName = !last.isBlank() && !last.equals(".") && !last.equals("..");
    return new Upload(mediaType, Optional.of(last).filter(each -> isName), length, content);
  }

  /** The same, of which it is known how long it is, in bytes. */
  public Upload sized(long bytes) {
    return new Upload(mediaType, fileName, OptionalLong.of(bytes), content);
  }

  /** The media type; {@code application/octet-stream} where the client says none. */
  public String mediaType() {
    return mediaType.isEmpty() ? ANY : mediaType;
  }

  /** The name of the file, without its path. */
  public Optional<String> fileName() {
    return fileName;
  }

  /** How long it is, where that is known before it is read. */
  public OptionalLong length() {
    return length;
  }

  /**
   * The content. What a client sends can be opened once.
   *
   * @throws IOException when it cannot be had
   * @throws CallException while it is read: {@link StatusCode#RESOURCE_EXHAUSTED} where it is
   *     larger than the host allows, {@link StatusCode#CANCELLED} where it does not arrive whole
   */
  public InputStream stream() throws IOException {
    return content.open();
  }
}
