package io.triglot.hosting;

import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.triglot.runtime.CallSlots;
import java.util.Objects;

/** The stream of one gRPC call: the slot that it takes, and what has been read from it. */
final class GrpcStream extends ServerStreamTracer {
  private static final Context.Key<GrpcStream> CURRENT = Context.key("io.triglot.stream");

  private final CallSlots slots;
  private final boolean taken;
  private volatile long bytesRead;

  /** A stream that takes a slot, where there is one. */
  GrpcStream(CallSlots slots) {
    this.slots = slots;
    taken = slots.take();
  }

  /** The stream whose call begins on this thread. */
  static GrpcStream current() {
    return Objects.requireNonNull(CURRENT.get(), "a stream of this server");
  }

  /** Whether there was a slot for it. */
  boolean isTaken() {
    return taken;
  }

  /** How many bytes have come. */
  long bytesRead() {
    return bytesRead;
  }

  @Override
  public Context filterContext(Context server) {
    return server.withValue(CURRENT, this);
  }

  @Override
  @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread reads a connection
  public void inboundWireSize(long bytes) {
    bytesRead += bytes;
  }

  @Override
  public void streamClosed(Status status) {
    if (taken) {
      slots.release();
    }
  }
}
