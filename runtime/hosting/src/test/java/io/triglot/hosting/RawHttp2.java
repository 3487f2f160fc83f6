package io.triglot.hosting;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that speaks frames of HTTP/2 (RFC 9113) and answers nothing by itself. */
public final class RawHttp2 implements AutoCloseable {
  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PING = 6;
  public static final int GOAWAY = 7;
  public static final int CONTINUATION = 9;
  public static final int ACK = 1;
  public static final int END_STREAM = 1;
  public static final int END_HEADERS = 4;

  private final Socket socket;
  private final DataInputStream in;

  /** Connects and sends the preface with empty settings. */
  public RawHttp2(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    in = new DataInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    send(SETTINGS, 0, new byte[0]);
  }

  /** A frame on the connection itself. */
  public record Frame(int type, int flags, byte[] content) {
    boolean isRequest(int wanted) {
      return type == wanted && (flags & ACK) == 0;
    }
  }

  public void send(int type, int flags, byte[] content) throws IOException {
    send(type, flags, 0, content);
  }

  /** A block of header fields (RFC 7541), each a name and a value, written out in full. */
  public static byte[] fields(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0); // a literal that is not kept
      for (String text : List.of(fields[i], fields[i + 1])) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return block.toByteArray();
  }

  /** Reads until the server has closed the connection. */
  public void awaitEnd() throws IOException {
    try {
      while (in.read(new byte[8_192]) >= 0) {
        // What it still says is of no interest.
      }
    } catch (SocketException reset) {
      // Which is an end, too.
    }
  }

  public void send(int type, int flags, int stream, byte[] content) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
    frame
        .put((byte) (content.length >> 16))
        .putShort((short) content.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream);
    socket.getOutputStream().write(frame.put(content).array());
  }

  /** The next frame of that type that is no acknowledgement; throws EOFException at the end. */
  public Frame next(int type) throws IOException {
    Frame frame;
    do {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      frame = new Frame(in.readUnsignedByte(), in.readUnsignedByte(), new byte[length]);
      in.readInt();
      in.readFully(frame.content());
    } while (!frame.isRequest(type));
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
