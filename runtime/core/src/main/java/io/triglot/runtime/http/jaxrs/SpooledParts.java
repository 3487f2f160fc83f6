package io.triglot.runtime.http.jaxrs;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.MultipartStream.MalformedStreamException;
import org.apache.commons.fileupload.ParameterParser;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a form where the JAX-RS implementation has no reader of them, read by Commons
 * FileUpload, without which this class cannot be loaded. Larger parts are in temporary files, and
 * memory is bounded however many parts there are.
 */
final class SpooledParts implements FormParts {
  private static final int BUFFER_BYTES = 4 * 1024;
  private static final int MAX_PART_BYTES_IN_MEMORY = 16 * 1024;
  private static final int MAX_PART_HEADER_BYTES = 8 * 1024;
  private static final int MAX_BOUNDARY_LENGTH = 70; // RFC 2046, section 5.1.1

  private final List<FormPart> parts = new ArrayList<>();
  private final List<DeferredFileOutputStream> contents = new ArrayList<>();
  private final Path directory;
  private volatile boolean closed;

  private SpooledParts(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads all parts.
   *
   * @param boundary what stands between them, as the request's {@code Content-Type} says
   * @param body of limited size, whose failures are those of the call
   * @throws IOException where a part cannot be kept
   * @throws io.triglot.runtime.CallException where it is no form, or one of too many parts
   */
  static SpooledParts read(@Nullable String boundary, InputStream body) throws IOException {
    return read(boundary, body, Path.of(System.getProperty("java.io.tmpdir")));
  }

  static SpooledParts read(@Nullable String boundary, InputStream body, Path directory)
      throws IOException {
    if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY_LENGTH) {
      throw invalid("expected a boundary of 1 to " + MAX_BOUNDARY_LENGTH + " characters");
    }
    SpooledParts parts = new SpooledParts(directory);
    boolean isRead = false;
    try {
      parts.readAll(
          new MultipartStream(
              body, boundary.getBytes(StandardCharsets.ISO_8859_1), BUFFER_BYTES, null));
      isRead = true;
      return parts;
    } catch (MalformedStreamException | FileUploadIOException e) {
      throw invalid(String.valueOf(e.getMessage()));
    } finally {
      if (!isRead) {
        parts.close();
      }
    }
  }

  private void readAll(MultipartStream stream) throws IOException {
    stream.setHeaderEncoding(StandardCharsets.UTF_8.name());
    stream.setPartHeaderSizeMax(MAX_PART_HEADER_BYTES);
    if (!stream.skipPreamble()) {
      throw invalid("it has no part between its boundaries");
    }
    do {
      if (parts.size() == MAX_PARTS) {
        throw invalid("it has more than " + MAX_PARTS + " parts");
      }
      readPart(stream);
    } while (stream.readBoundary());
  }

  private void readPart(MultipartStream stream) throws IOException {
    String headers = stream.readHeaders();
    Map<String, String> disposition = parameters(field(headers, "content-disposition"));
    String name = disposition.get("name");
    if (name == null) {
      throw invalid("a part has no name");
    }
    try (DeferredFileOutputStream content =
        DeferredFileOutputStream.builder()
            .setThreshold(MAX_PART_BYTES_IN_MEMORY)
            .setDirectory(directory)
            .setPrefix("form")
            .get()) {
      contents.add(content);
      stream.readBodyData(content);
      Upload upload =
          Upload.of(field(headers, "content-type"), () -> open(content))
              .sized(content.getByteCount());
      String fileName = disposition.get("filename");
      parts.add(new FormPart(name, fileName == null ? upload : upload.named(fileName)));
    }
  }

  /** The value of a header field of a part; empty where there is none. */
  private static String field(String headers, String name) {
    return headers
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .findFirst()
        .map(line -> line.substring(name.length() + 1).strip())
        .orElse("");
  }

  private static Map<String, String> parameters(String disposition) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(disposition, ';');
  }

  private InputStream open(DeferredFileOutputStream content) throws IOException {
    if (closed) {
      throw new IOException("The form is closed: the call has ended");
    }
    return content.toInputStream();
  }

  private static RuntimeException invalid(String problem) {
    return Failure.of(StatusCode.INVALID_ARGUMENT, "The form cannot be read: " + problem)
        .asException();
  }

  @Override
  public List<FormPart> parts() {
    return List.copyOf(parts);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (DeferredFileOutputStream content : contents) {
      if (content.getPath() != null) {
        Files.deleteIfExists(content.getPath());
      }
    }
  }
}
