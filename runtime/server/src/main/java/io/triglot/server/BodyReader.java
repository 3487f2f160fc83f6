package io.triglot.server;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads a whole body of limited size without waiting for it. (Jetty's own reader fails a request
 * that is too large after it has told so, when that request may have been answered.)
 */
final class BodyReader implements Invocable.Task {
  private final Content.Source source;
  private final int maxBytes;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private volatile int bytesRead;

  BodyReader(Content.Source source, int maxBytes) {
    this.source = source;
    this.maxBytes = maxBytes;
  }

  /** How much has come so far; to be asked by any thread. */
  int bytesRead() {
    return bytesRead;
  }

  /** The body, {@code maxBytes + 1} bytes where it is larger than allowed, or a failure. */
  CompletableFuture<byte[]> read() {
    run();
    return body;
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = source.read();
      if (chunk == null) {
        source.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        body.completeExceptionally(chunk.getFailure());
        return;
      }
      byte[] bytes = new byte[Math.min(chunk.remaining(), maxBytes + 1 - read.size())];
      chunk.get(bytes, 0, bytes.length);
      chunk.release();
      if (chunk.isLast() && read.size() == 0) {
        body.complete(bytes); // it has come in one piece, as most do
        return;
      }
      read.writeBytes(bytes);
      bytesRead = read.size();
      if (chunk.isLast() || read.size() > maxBytes) {
        body.complete(read.toByteArray());
        return;
      }
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
