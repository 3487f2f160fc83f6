package io.triglot.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Content of any media type, as a result: a file, a picture, a report. It is written to the client
 * piece by piece, as fast as that reads, and never held as a whole. Only REST has it.
 *
 * <pre>{@code
 * return Download.of("application/pdf", Files.newInputStream(path)).named("invoice.pdf");
 * }</pre>
 *
 * <p>To be written once, by one thread.
 */
public final class Download {
  private static final Pattern EXTENDED_NAME =
      Pattern.compile("(?i);\\s*filename\\*=UTF-8''((?:[^;%\\s]|%[0-9a-f]{2})+)");
  private static final Pattern PLAIN_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

  private final String mediaType;
  private final Optional<String> fileName;
  private final OptionalLong length;
  private final Source source;

  private Download(
      String mediaType, Optional<String> fileName, OptionalLong length, Source source) {
    if (!mediaType.matches("[\\x21-\\x7e]+/[\\x20-\\x7e]+")) {
      throw new IllegalArgumentException("Not a media type: " + mediaType);
    }
    this.mediaType = mediaType;
    this.fileName = fileName;
    this.length = length;
    this.source = source;
  }

  /** Writes content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it. Blocks while the client does not read.
     *
     * @throws IOException when the client goes away; or when the content cannot be had, which
     *     breaks the response off
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * What leaves with content that is still to be written.
   *
   * @param <T> the type itself
   */
  public interface Response<T extends Response<T>> {
    /** The same, with what is made of its content. */
    T delivering(UnaryOperator<Download> content);
  }

  /**
   * What is left to be read of a stream, which is closed in the end, also where nobody reads it.
   *
   * @param mediaType such as {@code image/png}
   */
  public static Download of(String mediaType, InputStream content) {
    return new Download(
        mediaType, Optional.empty(), OptionalLong.empty(), new Source.Stream(content));
  }

  /**
   * What is written when the client is there.
   *
   * @param mediaType such as {@code text/csv; charset=utf-8}
   */
  public static Download of(String mediaType, Content content) {
    return new Download(
        mediaType, Optional.empty(), OptionalLong.empty(), new Source.Written(content));
  }

  /** Bytes that are there. */
  public static Download of(String mediaType, byte[] content) {
    return of(mediaType, new ByteArrayInputStream(content)).sized(content.length);
  }

  /** The same as a file to be saved under this name, whatever browsers could show of it. */
  public Download named(String name) {
    return new Download(mediaType, Optional.of(name), length, source);
  }

  /** The same, of which the client is told beforehand how long it is, in bytes. */
  public Download sized(long bytes) {
    return new Download(mediaType, fileName, OptionalLong.of(bytes), source);
  }

  /** The same as the end of an open call. */
  Download within(Function<Throwable, Failure> mapping, Observations observed, OpenCalls calls) {
    return new Download(
        mediaType, fileName, length, new OpenDownload(source, length, mapping, observed, calls));
  }

  /** The media type. */
  public String mediaType() {
    return mediaType;
  }

  /** The name under which it is to be saved. */
  public Optional<String> fileName() {
    return fileName;
  }

  /** How long it is, where that is known. */
  public OptionalLong length() {
    return length;
  }

  /**
   * Writes the content.
   *
   * @throws IOException as {@link Content#writeTo} does
   */
  public void writeTo(OutputStream out) throws IOException {
    source.writeTo(out);
  }

  /** Gives up content that nobody wants. */
  public void discard() throws IOException {
    source.close();
  }

  /**
   * The value of {@code Content-Disposition} (RFC 6266) for a file of this name: in ASCII for old
   * clients, and as it is (RFC 8187).
   */
  public static String disposition(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%/]", "_");
    String value = "attachment; filename=\"" + plain + "\"";
    return plain.equals(name) ? value : value + "; filename*=UTF-8''" + encoded(name);
  }

  /** The name in a value of {@code Content-Disposition}; empty where there is none. */
  public static Optional<String> fileNameOf(String disposition) {
    Matcher extended = EXTENDED_NAME.matcher(disposition);
    if (extended.find()) {
      String encoded = extended.group(1).replace("+", "%2B");
      return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }
    Matcher plain = PLAIN_NAME.matcher(disposition);
    return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  /** Where content comes from. */
  sealed interface Source permits Source.Stream, Source.Written, OpenDownload {
    /** Writes the content. */
    void writeTo(OutputStream out) throws IOException;

    /** Gives it up. */
    void close() throws IOException;

    record Stream(InputStream content) implements Source {
      public Stream {
        Objects.requireNonNull(content, "content");
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        try (content) {
          content.transferTo(out);
        }
      }

      @Override
      public void close() throws IOException {
        content.close();
      }
    }

    record Written(Content content) implements Source {
      public Written {
        Objects.requireNonNull(content, "content");
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
      }

      @Override
      public void close() {}
    }
  }
}
