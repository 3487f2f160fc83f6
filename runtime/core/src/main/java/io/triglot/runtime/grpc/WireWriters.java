package io.triglot.runtime.grpc;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The writers that wait for their next use, a few per processor.
 *
 * <p>Not per thread: virtual threads come by the million and would each leave a buffer behind. A
 * thread tries one slot; if another thread was faster there, it makes a writer of its own.
 */
final class WireWriters {
  private static final int SLOTS =
      Integer.highestOneBit(Math.max(1, Runtime.getRuntime().availableProcessors())) * 4;

  /** Slots in use lie this far apart, so that two processors do not write the same cache line. */
  private static final int STRIDE = 16;

  private static final AtomicReferenceArray<@Nullable WireWriter> IDLE =
      new AtomicReferenceArray<>(SLOTS * STRIDE);

  private WireWriters() {}

  /** An empty writer, for the caller alone until it is given back. */
  static WireWriter borrow() {
    WireWriter idle = IDLE.getAndSet(slot(), null);
    return idle == null ? new WireWriter() : idle;
  }

  /** Takes a writer back, whatever is in it. */
  static void giveBack(WireWriter writer) {
    writer.reset();
    IDLE.lazySet(slot(), writer);
  }

  @SuppressWarnings("deprecation") // threadId() came with 19
  private static int slot() {
    long id = Thread.currentThread().getId();
    return (int) (id & (SLOTS - 1)) * STRIDE;
  }
}
