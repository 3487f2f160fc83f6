package io.triglot.runtime.grpc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@link Instant} as {@code google.protobuf.Timestamp}: years 0001 to 9999, in nanoseconds. */
public final class TimestampMarshaller extends MessageMarshaller<Instant> {
  /** The one instance. */
  public static final TimestampMarshaller INSTANCE = new TimestampMarshaller();

  private static final int SECONDS_TAG = 1 << 3 | WireType.VARINT;
  private static final int NANOS_TAG = 2 << 3 | WireType.VARINT;

  private static final long MIN_SECONDS = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long MAX_SECONDS = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int MAX_NANOS = 999_999_999;

  private TimestampMarshaller() {}

  @Override
  protected void write(WireWriter out, Instant instant) {
    requireRange(instant.getEpochSecond(), instant.getNano());
    out.writeInt32(NANOS_TAG, instant.getNano());
    out.writeInt64(SECONDS_TAG, instant.getEpochSecond());
  }

  @Override
  protected Instant read(WireReader in, @Nullable Instant previous) {
    long seconds = previous == null ? 0 : previous.getEpochSecond();
    int nanos = previous == null ? 0 : previous.getNano();
    while (in.hasNext()) {
      switch (in.readTag()) {
        case SECONDS_TAG -> seconds = in.readInt64();
        case NANOS_TAG -> nanos = in.readInt32();
        default -> in.skip();
      }
    }
    requireRange(seconds, nanos);
    return Instant.ofEpochSecond(seconds, nanos);
  }

  @Override
  protected String fieldName(int number) {
    return "";
  }

  private static void requireRange(long seconds, int nanos) {
    if (seconds < MIN_SECONDS || seconds > MAX_SECONDS || nanos < 0 || nanos > MAX_NANOS) {
      throw new WireFormatException("must be a time in the years 0001 to 9999");
    }
  }
}
