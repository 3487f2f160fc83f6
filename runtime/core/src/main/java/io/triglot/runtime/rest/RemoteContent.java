package io.triglot.runtime.rest;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.time.Alarm;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content of an answer, while it comes. It ends with the call on whose behalf it is read: then
 * whoever reads it fails, and the connection is given up.
 */
final class RemoteContent extends FilterInputStream {
  private static final Logger log = LoggerFactory.getLogger(RemoteContent.class);

  private final @Nullable Alarm alarm;
  private final CallContext.Watch watch;
  private volatile @Nullable RestCallException end;

  private RemoteContent(InputStream content, Optional<CallContext> cause) {
    super(content);
    alarm =
        cause
            .flatMap(CallContext::remaining)
            .map(left -> Alarm.after(left, () -> end(RestAttempts.deadlineExceeded(null))))
            .orElse(null);
    watch =
        cause.map(call -> call.onCancel(() -> end(RestAttempts.cancelled(call)))).orElse(() -> {});
  }

  /** The content of an answer to a request that was made on behalf of a call, or of none. */
  static InputStream of(InputStream content, Optional<CallContext> cause) {
    return new RemoteContent(content, cause);
  }

  /** Gives content up. */
  static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      log.debug("Content could not be given up", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] octet = new byte[1];
    return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int read;
    try {
      read = in.read(bytes, offset, count);
    } catch (IOException failure) {
      release();
      throw ended(failure);
    }
    if (end != null) {
      throw ended(null);
    }
    if (read < 0) {
      release();
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    release();
    in.close();
  }

  private void end(RestCallException why) {
    end = why;
    close(in);
  }

  private IOException ended(@Nullable IOException failure) {
    RestCallException why = end;
    return why == null && failure != null
        ? failure
        : new IOException(why == null ? "The content was given up" : why.getMessage(), why);
  }

  private void release() {
    watch.close();
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
