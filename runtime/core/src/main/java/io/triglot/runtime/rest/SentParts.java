package io.triglot.runtime.rest;

import io.triglot.runtime.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The parts of a form that a client sends ({@code multipart/form-data}, RFC 7578). */
final class SentParts {
  private final String boundary = "triglot-" + UUID.randomUUID();
  private final List<Upload> pieces = new ArrayList<>();

  /** Adds a field that is text. */
  void text(String name, String value) {
    piece(head(name) + "\r\n\r\n" + value + "\r\n");
  }

  /** Adds a file. */
  void file(String name, Upload content) {
    String fileName = content.fileName().orElse("file");
    piece(
        head(name)
            + "; filename=\""
            + escaped(fileName)
            + "\"\r\nContent-Type: "
            + content.mediaType()
            + "\r\n\r\n");
    pieces.add(content);
    piece("\r\n");
  }

  /** The media type of the whole. */
  String mediaType() {
    return MediaTypes.MULTIPART + "; boundary=" + boundary;
  }

  /** What is sent, each time that it is sent. */
  BodyPublisher publisher() {
    List<Upload> sent = new ArrayList<>(pieces);
    sent.add(bytes("--" + boundary + "--\r\n"));
    return publisher(sent);
  }

  /** What is sent of content. */
  static BodyPublisher publisher(List<Upload> pieces) {
    BodyPublisher content =
        BodyPublishers.ofInputStream(() -> new SequenceInputStream(opened(pieces.iterator())));
    long length = 0;
    for (Upload piece : pieces) {
      OptionalLong known = piece.length();
      if (known.isEmpty()) {
        return content;
      }
      length += known.getAsLong();
    }
    return length == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(content, length);
  }

  private static Enumeration<InputStream> opened(Iterator<Upload> pieces) {
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return pieces.hasNext();
      }

      @Override
      public InputStream nextElement() {
        try {
          return pieces.next().stream();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private String head(String name) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(name) + "\"";
  }

  /** As browsers do it (HTML, 4.10.21.8). */
  private static String escaped(String name) {
    return name.replace("\n", "%0A").replace("\r", "%0D").replace("\"", "%22");
  }

  private void piece(String text) {
    pieces.add(bytes(text));
  }

  private static Upload bytes(String text) {
    return Upload.of("", text.getBytes(StandardCharsets.UTF_8));
  }
}
