package io.triglot.runtime.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.triglot.runtime.DeclaredExceptions;
import io.triglot.runtime.Failure;
import io.triglot.runtime.FieldViolation;
import io.triglot.runtime.StatusCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions that an operation declares out of the statuses that a server answers with:
 * the reverse of {@link StatusMapping}.
 *
 * @param declared those exceptions
 * @param otherwise what is thrown for any other status
 */
public record RemoteErrors(
    DeclaredExceptions declared, Function<StatusRuntimeException, Throwable> otherwise) {

  /** The declared exception that the status stands for, or what is thrown if there is none. */
  Throwable restored(Throwable thrown) {
    if (!(thrown instanceof StatusRuntimeException status)) {
      return thrown;
    }
    Throwable received = otherwise.apply(status);
    return failure(status).map(failure -> declared.restored(failure, received)).orElse(received);
  }

  /** What the server told, which may be no more than a code and a description. */
  public static Failure told(StatusRuntimeException thrown) {
    return failure(thrown)
        .orElseGet(
            () ->
                Failure.of(
                    StatusCode.valueOf(thrown.getStatus().getCode().name()),
                    Objects.requireNonNullElse(
                        thrown.getStatus().getDescription(), "The call failed")));
  }

  private static Optional<Failure> failure(StatusRuntimeException thrown) {
    Status status = StatusProto.fromThrowable(thrown);
    return status == null
        ? Optional.empty()
        : detail(status, ErrorInfo.class)
            .map(
                info ->
                    new Failure(
                        StatusCode.valueOf(thrown.getStatus().getCode().name()),
                        info.getReason(),
                        status.getMessage(),
                        violations(status),
                        details(info)));
  }

  private static Map<String, @Nullable Object> details(ErrorInfo info) {
    return new LinkedHashMap<>(info.getMetadataMap());
  }

  private static List<FieldViolation> violations(Status status) {
    return detail(status, BadRequest.class).stream()
        .flatMap(request -> request.getFieldViolationsList().stream())
        .map(violation -> new FieldViolation(violation.getField(), violation.getDescription()))
        .toList();
  }

  private static <T extends Message> Optional<T> detail(Status status, Class<T> type) {
    for (Any detail : status.getDetailsList()) {
      if (detail.is(type)) {
        try {
          return Optional.of(detail.unpack(type));
        } catch (InvalidProtocolBufferException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
