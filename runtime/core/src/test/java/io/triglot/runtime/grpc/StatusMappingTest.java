package io.triglot.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import io.grpc.protobuf.StatusProto;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StatusMappingTest {
  @Test
  void saysWhenToTryAgain() {
    assertThat(details(StatusCode.UNAVAILABLE, "retryAfter", Duration.ofMillis(1_500)))
        .contains(
            Any.pack(
                RetryInfo.newBuilder()
                    .setRetryDelay(
                        com.google.protobuf.Duration.newBuilder()
                            .setSeconds(1)
                            .setNanos(500_000_000))
                    .build()));
    assertThat(details(StatusCode.UNAVAILABLE, "retryAfter", "tomorrow")).hasSize(1);
  }

  @Test
  void namesTheIncidentOfAnInternalError() {
    assertThat(details(StatusCode.INTERNAL, "incident", "42"))
        .contains(Any.pack(RequestInfo.newBuilder().setRequestId("42").build()));
    assertThat(details(StatusCode.NOT_FOUND, "incident", "42")).hasSize(1);
  }

  private static List<Any> details(StatusCode code, String name, Object value) {
    Failure failure = new Failure(code, "REASON", "message", List.of(), Map.of(name, value));
    return Objects.requireNonNull(
            StatusProto.fromThrowable(StatusMapping.status(failure, "test.Service")))
        .getDetailsList();
  }
}
