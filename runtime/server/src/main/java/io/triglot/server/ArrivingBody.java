package io.triglot.server;

import io.triglot.hosting.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * A body of whatever size, read by a thread that waits for it. (Jetty's own stream cannot be told
 * that it has waited too long, and fails the request when it is closed early, which may have been
 * answered.) To be read by one thread.
 */
final class ArrivingBody extends InputStream {
  private final Request request;
  private final Semaphore arrived = new Semaphore(0);
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private ByteBuffer rest = BufferUtil.EMPTY_BUFFER;
  private Content.@Nullable Chunk chunk;

  // Guarded by this
  private boolean awaited;
  private @Nullable Runnable successor;

  // Written by the reader alone, and looked at by who watches it.
  private volatile long bytesRead;
  private volatile long waited;
  private volatile long waitingSince;

  ArrivingBody(Request request, Limits limits) {
    this.request = request;
    new BodyPatience(request, () -> bytesRead, this::waited, limits).begin(end);
    end.whenComplete((nothing, failure) -> arrived.release());
    Request.addCompletionListener(request, failure -> end.complete(null));
  }

  /** For how long the reader has waited for the client: its own time does not count. */
  private long waited() {
    long since = waitingSince;
    return waited + (since == 0 ? 0 : System.nanoTime() - since);
  }

  /** Whether all of it has been read. */
  boolean isRead() {
    return end.isDone() && !end.isCompletedExceptionally();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!rest.hasRemaining()) {
      if (end.isDone()) {
        return ended();
      }
      next();
    }
    int count = Math.min(length, rest.remaining());
    rest.get(into, offset, count);
    bytesRead += count;
    release();
    return count;
  }

  private int ended() throws IOException {
    try {
      end.join();
      return -1;
    } catch (RuntimeException e) {
      throw new IOException(e.getCause());
    }
  }

  /**
   * Nothing is read from now on: who waits for more is told so. That has ended when this returns,
   * and reading the rest of the request is for others.
   */
  @Override
  public synchronized void close() {
    end.completeExceptionally(new IOException("The body is closed"));
  }

  /**
   * Has something run when more of the request has come, where a reader had asked for that and
   * nobody else can: only one may.
   *
   * @return whether it will be run
   */
  synchronized boolean handOver(Runnable next) {
    if (awaited) {
      successor = next;
    }
    return awaited;
  }

  private void arrived() {
    Runnable next;
    synchronized (this) {
      awaited = false;
      next = successor;
      successor = null;
    }
    arrived.release();
    if (next != null) {
      next.run();
    }
  }

  private void next() throws IOException {
    Content.Chunk next;
    synchronized (this) {
      if (end.isDone()) {
        return;
      }
      next = request.read();
      awaited = next == null;
    }
    if (next == null) {
      await();
    } else if (Content.Chunk.isFailure(next)) {
      end.completeExceptionally(next.getFailure());
    } else {
      chunk = next;
      rest = next.getByteBuffer();
      release();
    }
  }

  /** Gives back what has been read to its end. */
  private void release() {
    Content.Chunk current = chunk;
    if (current != null && !rest.hasRemaining()) {
      chunk = null;
      rest = BufferUtil.EMPTY_BUFFER;
      current.release();
      if (current.isLast()) {
        end.complete(null);
      }
    }
  }

  private void await() throws IOException {
    long begin = System.nanoTime();
    waitingSince = begin == 0 ? 1 : begin;
    request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::arrived));
    try {
      arrived.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end.completeExceptionally(e);
      throw new InterruptedIOException();
    } finally {
      waited += System.nanoTime() - begin;
      waitingSince = 0;
    }
  }
}
