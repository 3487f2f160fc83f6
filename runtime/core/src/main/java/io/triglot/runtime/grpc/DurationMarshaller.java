package io.triglot.runtime.grpc;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@link Duration} as {@code google.protobuf.Duration}: up to 10,000 years either way, in
 * nanoseconds that have the sign of the seconds.
 */
public final class DurationMarshaller extends MessageMarshaller<Duration> {
  /** The one instance. */
  public static final DurationMarshaller INSTANCE = new DurationMarshaller();

  private static final int SECONDS_TAG = 1 << 3 | WireType.VARINT;
  private static final int NANOS_TAG = 2 << 3 | WireType.VARINT;

  private static final long MAX_SECONDS = 315_576_000_000L;
  private static final int NANOS_PER_SECOND = 1_000_000_000;

  private DurationMarshaller() {}

  @Override
  protected void write(WireWriter out, Duration duration) {
    long seconds = wireSeconds(duration);
    int nanos = wireNanos(duration);
    requireRange(seconds, nanos);
    out.writeInt32(NANOS_TAG, nanos);
    out.writeInt64(SECONDS_TAG, seconds);
  }

  @Override
  protected Duration read(WireReader in, @Nullable Duration previous) {
    long seconds = previous == null ? 0 : wireSeconds(previous);
    int nanos = previous == null ? 0 : wireNanos(previous);
    while (in.hasNext()) {
      switch (in.readTag()) {
        case SECONDS_TAG -> seconds = in.readInt64();
        case NANOS_TAG -> nanos = in.readInt32();
        default -> in.skip();
      }
    }
    requireRange(seconds, nanos);
    return Duration.ofSeconds(seconds, nanos);
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }

  /** Java counts nanoseconds up from the second below, protobuf from zero. */
  private static boolean countsFromBelow(Duration duration) {
    return duration.isNegative() && duration.toNanosPart() > 0;
  }

  private static long wireSeconds(Duration duration) {
    return countsFromBelow(duration) ? duration.toSeconds() + 1 : duration.toSeconds();
  }

  private static int wireNanos(Duration duration) {
    return countsFromBelow(duration)
        ? duration.toNanosPart() - NANOS_PER_SECOND
        : duration.toNanosPart();
  }

  private static void requireRange(long seconds, int nanos) {
    boolean oneSign = (seconds <= 0 || nanos >= 0) && (seconds >= 0 || nanos <= 0);
    if (!oneSign
        || nanos <= -NANOS_PER_SECOND
        || nanos >= NANOS_PER_SECOND
        || seconds < -MAX_SECONDS
        || seconds > MAX_SECONDS) {
      throw new WireFormatException("must be a duration of at most 10,000 years");
    }
  }
}
