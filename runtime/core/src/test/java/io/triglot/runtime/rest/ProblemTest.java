package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  @ParameterizedTest
  @CsvSource({"PT0.2S, 1", "PT1S, 1", "PT1M0.000000001S, 61", "PT0S, 0"})
  void saysInWholeSecondsWhenToTryAgain(Duration retryAfter, String seconds) {
    Problem problem = Problem.of(failure(StatusCode.UNAVAILABLE, Map.of("retryAfter", retryAfter)));

    assertThat(problem.response().headers()).contains(Map.entry("Retry-After", seconds));
    assertThat(problem.members()).containsEntry("retryAfter", retryAfter.toString());
  }

  @Test
  void takesOnlyADurationForThat() {
    for (Object other : List.of("tomorrow", 5, Duration.ofSeconds(-1))) {
      Problem problem = Problem.of(failure(StatusCode.UNAVAILABLE, Map.of("retryAfter", other)));

      assertThat(problem.response().headers())
          .extracting(Map.Entry::getKey)
          .doesNotContain("Retry-After");
    }
  }

  @Test
  void namesTheIncidentOfAnInternalError() {
    String id = UUID.randomUUID().toString();

    assertThat(Problem.of(failure(StatusCode.INTERNAL, Map.of("incident", id))).members())
        .containsEntry("instance", "urn:uuid:" + id);
    assertThat(Problem.of(failure(StatusCode.NOT_FOUND, Map.of("incident", id))).members())
        .doesNotContainKey("instance");
  }

  private static Failure failure(StatusCode code, Map<String, Object> details) {
    return new Failure(code, "REASON", "message", List.of(), Map.copyOf(details));
  }
}
