package io.triglot.runtime.grpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a failure as gRPC does: a status with code and message, and in {@code
 * grpc-status-details-bin} a {@code google.rpc.Status} with an {@code ErrorInfo}; a {@code
 * BadRequest} where values of the request are at fault, a {@code RetryInfo} where another try is
 * worth it later, a {@code RequestInfo} with the incident of an internal error.
 *
 * @see <a href="https://google.aip.dev/193">AIP-193</a>
 */
final class StatusMapping {
  private static final JsonMapper JSON = new JsonMapper();

  private StatusMapping() {}

  /**
   * The failure as a status with trailers.
   *
   * @param service the full name of the service, in whose domain the reason has its meaning
   */
  static StatusRuntimeException status(Failure failure, String service) {
    Status.Builder status =
        Status.newBuilder()
            .setCode(failure.code().number())
            .setMessage(failure.message())
            .addDetails(Any.pack(errorInfo(failure, service)));
    if (!failure.violations().isEmpty()) {
      status.addDetails(Any.pack(badRequest(failure.violations())));
    }
    failure.retryAfter().ifPresent(delay -> status.addDetails(Any.pack(retryInfo(delay))));
    failure
        .incident()
        .ifPresent(
            id -> status.addDetails(Any.pack(RequestInfo.newBuilder().setRequestId(id).build())));
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private static ErrorInfo errorInfo(Failure failure, String service) {
    ErrorInfo.Builder info = ErrorInfo.newBuilder().setReason(failure.reason()).setDomain(service);
    failure.details().forEach((name, value) -> info.putMetadata(name, text(value)));
    return info.build();
  }

  private static RetryInfo retryInfo(Duration delay) {
    return RetryInfo.newBuilder()
        .setRetryDelay(
            com.google.protobuf.Duration.newBuilder()
                .setSeconds(delay.getSeconds())
                .setNanos(delay.getNano()))
        .build();
  }

  private static BadRequest badRequest(List<FieldViolation> violations) {
    BadRequest.Builder request = BadRequest.newBuilder();
    for (FieldViolation violation : violations) {
      request
          .addFieldViolationsBuilder()
          .setField(violation.field())
          .setDescription(violation.description());
    }
    return request.build();
  }

  /** Strings as they are, anything else as JSON. */
  private static String text(@Nullable Object value) {
    if (value instanceof String string) {
      return string;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return String.valueOf(value);
    }
  }
}
