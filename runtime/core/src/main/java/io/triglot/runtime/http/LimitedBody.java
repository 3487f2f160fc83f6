package io.triglot.runtime.http;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The body of a request as {@link HttpRequest#stream} gives it, of limited size. Closing it ends
 * reading and no more: what is left of a body is the host's matter. Not thread-safe, but for
 * closing.
 */
public final class LimitedBody extends InputStream {
  private final InputStream body;
  private final long maxBytes;
  private final Runnable whenClosed;
  private long read;
  private volatile boolean closed;

  /** A body of which no more than so many bytes are read. */
  public LimitedBody(InputStream body, long maxBytes) {
    this(body, maxBytes, () -> {});
  }

  /**
   * The same of a host that is to know when nothing is read any more.
   *
   * @param whenClosed tells it; may be run several times, by any thread
   */
  public LimitedBody(InputStream body, long maxBytes, Runnable whenClosed) {
    this.body = body;
    this.maxBytes = maxBytes;
    this.whenClosed = whenClosed;
  }

  /** Why a larger body is refused: with 413 on REST. */
  public static CallException tooLarge(long maxBytes) {
    return new Failure(
            StatusCode.RESOURCE_EXHAUSTED,
            "CONTENT_TOO_LARGE",
            "The content is larger than " + maxBytes + " bytes",
            List.of(),
            Map.of())
        .asException();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (closed) {
      throw new IOException("The body is closed: the call has ended, or its reader has");
    }
    int count;
    try {
      count = body.read(into, offset, length);
    } catch (IOException e) {
      throw new CallException(
          Failure.of(StatusCode.CANCELLED, "The body of the request did not arrive whole"), e);
    }
    read += Math.max(0, count);
    if (read > maxBytes) {
      throw tooLarge(maxBytes);
    }
    return count;
  }

  @Override
  public void close() {
    closed = true;
    whenClosed.run();
  }
}
