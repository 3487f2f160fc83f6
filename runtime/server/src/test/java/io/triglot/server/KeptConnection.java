package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/**
 * A connection of HTTP/1.1 that is kept: a client that does what RFC 9112 says and nothing by
 * itself, so that what happens on the connection is what the server has done.
 */
final class KeptConnection {
  private final Socket socket;
  private final InputStream in;

  KeptConnection(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * A response.
   *
   * @param text head and content
   * @param last whether it says that the connection ends with it
   */
  record Answer(String text, boolean last) {}

  /** Sends JSON and reads the whole response; throws EOFException where it does not come. */
  Answer post(String path, String body, String header) throws IOException {
    String request =
        """
        POST %s HTTP/1.1\r
        Host: x\r
        Content-Type: application/json\r
        %s\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(path, header, body.length(), body);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after " + head.length() + " bytes of a head");
      }
      head.append((char) next);
    }
    String fields = head.toString().toLowerCase(Locale.ROOT);
    int length = Integer.parseInt(fields.replaceAll("(?s).*content-length: (\\d+).*", "$1"));
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      throw new EOFException("after " + content.length + " bytes of " + length);
    }
    boolean last = fields.contains("connection: close");
    if (last) {
      socket.close();
    }
    return new Answer(head + new String(content, UTF_8), last);
  }
}
