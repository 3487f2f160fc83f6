package io.triglot.runtime.parity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.telemetry.MicrometerParity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Where comparisons are reported. */
@Timeout(120)
class ParityObserversTest {
  private final BlockingQueue<Comparison> reports = new LinkedBlockingQueue<>();

  private void awaitReport() throws InterruptedException {
    assertThat(reports.poll(60, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void comparisonsAreCounted() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Shop shop =
        ParityCheck.of(Shop.class, new FoundBy(id -> "a"), new FoundBy(id -> id))
            .safe("find")
            .share(1)
            .observer(MicrometerParity.of(registry))
            .observer(reports::add)
            .build();
    for (String id : List.of("a", "b", "c")) {
      shop.find(id);
      awaitReport();
    }

    assertThat(counted(registry, Verdict.SAME)).isEqualTo(1);
    assertThat(counted(registry, Verdict.DIFFERENT)).isEqualTo(2);
  }

  private static double counted(SimpleMeterRegistry registry, Verdict verdict) {
    return registry
        .get("triglot.parity")
        .tags("operation", "Shop.find", "verdict", verdict.name())
        .counter()
        .count();
  }

  @Test
  void theLogTellsPlacesAndCodesButNoValues() throws Exception {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    Logger log = (Logger) LoggerFactory.getLogger(LoggedParity.class);
    lines.start();
    log.addAppender(lines);
    Shop shop =
        ParityCheck.of(
                Shop.class,
                new FoundBy(id -> Map.of("name", "a secret")),
                new FoundBy(id -> fail(Failure.of(StatusCode.NOT_FOUND, "another secret"))))
            .safe("find")
            .share(1)
            .observer(LoggedParity.INSTANCE)
            .observer(reports::add)
            .build();
    try {
      shop.find("1");
      awaitReport();
    } finally {
      log.detachAppender(lines);
    }

    assertThat(lines.list)
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage)
        .asString()
        .contains("Shop.find", "OK", "NOT_FOUND")
        .doesNotContain("secret");
  }

  private static Object fail(Failure failure) {
    throw failure.asException();
  }
}
