package io.triglot.server;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.Upload;
import io.triglot.runtime.http.FormParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;

/** The parts of a form, read by Jetty: larger ones are in temporary files until they are closed. */
record ArrivedParts(MultiPartFormData.Parts received) implements FormParts {
  private static final int MAX_PART_BYTES_IN_MEMORY = 16 * 1024;
  private static final int MAX_PART_HEADER_BYTES = 8 * 1024;

  /**
   * Reads all parts.
   *
   * @param contentType the field of the request
   * @param body of limited size, whose failures are those of the call
   */
  static ArrivedParts read(String contentType, InputStream body) throws IOException {
    CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
    parser(contentType).parse(Content.Source.from(body), Promise.Invocable.toPromise(parts));
    try {
      return new ArrivedParts(parts.get());
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static MultiPartFormData.Parser parser(String contentType) {
    String boundary = MultiPart.extractBoundary(contentType);
    boolean isForm =
        "multipart/form-data".equalsIgnoreCase(HttpField.getValueParameters(contentType, null));
    if (!isForm || boundary == null) {
      throw invalid("expected multipart/form-data with a boundary");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    parser.setMaxParts(MAX_PARTS);
    parser.setPartHeadersMaxLength(MAX_PART_HEADER_BYTES);
    parser.setMaxMemoryFileSize(MAX_PART_BYTES_IN_MEMORY);
    parser.setUseFilesForPartsWithoutFileName(true);
    parser.setMaxFileSize(-1); // what limits the body limits each of its parts
    parser.setMaxLength(-1);
    return parser;
  }

  private static CallException failure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CallException known) {
        return known;
      }
    }
    return new CallException(
        Failure.of(StatusCode.INVALID_ARGUMENT, "The form cannot be read: " + failure.getMessage()),
        failure);
  }

  private static CallException invalid(String problem) {
    return Failure.of(StatusCode.INVALID_ARGUMENT, "The form cannot be read: " + problem)
        .asException();
  }

  @Override
  public List<FormPart> parts() {
    List<FormPart> parts = new ArrayList<>();
    for (MultiPart.Part part : received) {
      String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
      Upload content =
          Upload.of(
              type == null ? "" : type,
              () -> Content.Source.asInputStream(part.createContentSource()));
      if (part.getLength() >= 0) {
        content = content.sized(part.getLength());
      }
      String name = part.getFileName();
      parts.add(new FormPart(part.getName(), name == null ? content : content.named(name)));
    }
    return parts;
  }

  @Override
  public void close() {
    received.close();
  }
}
