package io.triglot.runtime.grpc.sample;

import io.triglot.runtime.grpc.EnumNumbering;
import org.jspecify.annotations.Nullable;

/** The numbers of {@link Status} in the protobuf enum {@code sample.v1.Status}. */
public final class StatusNumbering extends EnumNumbering<Status> {
  /** The one instance. */
  public static final StatusNumbering INSTANCE = new StatusNumbering();

  private StatusNumbering() {
    super("Status");
  }

  @Override
  public int number(Status constant) {
    return switch (constant) {
      case PENDING -> 1;
      case SHIPPED -> 2;
    };
  }

  @Override
  public @Nullable Status constant(int number) {
    return switch (number) {
      case 1 -> Status.PENDING;
      case 2 -> Status.SHIPPED;
      default -> null;
    };
  }
}
