package io.triglot.runtime.rest;

import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a body, of limited length. To be used by one thread at a time. */
final class LineReader {
  private static final int CHUNK = 8 * 1024;

  private final InputStream body;
  private final long maxBytes;
  private final byte[] chunk = new byte[CHUNK];
  private int next;
  private int end;
  private long number;

  /**
   * The lines of a body.
   *
   * @param maxBytes how many bytes a line may have
   */
  LineReader(InputStream body, long maxBytes) {
    this.body = body;
    this.maxBytes = maxBytes;
  }

  /** How many lines have been read, empty ones included. */
  long number() {
    return number;
  }

  /**
   * The next line that is not empty, without its end; null where there is none. Blocks.
   *
   * @throws CallException where the line is too long, or the body does not arrive whole
   */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (next < end || fill()) {
      int begin = next;
      while (next < end && chunk[next] != '\n') {
        next++;
      }
      if (line.size() + next - begin > maxBytes) {
        throw tooLong(number + 1);
      }
      line.write(chunk, begin, next - begin);
      if (next < end) {
        next++; // past the end of the line
        number++;
        byte[] content = line.toByteArray();
        if (!isBlank(content)) {
          return content;
        }
        line.reset();
      }
    }
    byte[] last = line.toByteArray();
    if (isBlank(last)) {
      return null;
    }
    number++;
    return last;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, body.read(chunk, 0, CHUNK));
    return end > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte octet : line) {
      if (octet != ' ' && octet != '\t' && octet != '\r') {
        return false;
      }
    }
    return true;
  }

  private CallException tooLong(long line) {
    return new Failure(
            StatusCode.RESOURCE_EXHAUSTED,
            "CONTENT_TOO_LARGE",
            "Line " + line + " is larger than " + maxBytes + " bytes",
            List.of(),
            Map.of())
        .asException();
  }
}
