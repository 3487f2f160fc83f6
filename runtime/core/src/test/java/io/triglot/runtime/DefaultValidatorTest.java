package io.triglot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** On the class path of these tests is no provider of Jakarta Validation. */
class DefaultValidatorTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(DefaultValidator.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @Test
  void tellsOnceOfTheConstraintsThatNobodyChecks() {
    Api.of(new Guarded());

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getLevel()).isEqualTo(Level.WARN);
    assertThat(log.list.get(0).getFormattedMessage())
        .startsWith("Nobody checks the constraints of Guarded.place, Guarded.Order.items: ")
        .contains("org.hibernate.validator:hibernate-validator");
  }

  @Test
  void isSilentWhereThatIsMeantOrWhereThereAreNone() {
    Api.builder().service(new Guarded()).validator(CallValidator.none()).build();
    Api.of();

    assertThat(log.list).isEmpty();
  }

  @Test
  void aValidatorOfTheApplicationGetsTheMethodsOnce() {
    List<String> bound = new ArrayList<>();

    Api.builder()
        .service(new Guarded())
        .validator(
            operation -> {
              bound.add(operation.descriptor().name() + " " + operation.method().getName());
              return OperationValidator.NONE;
            })
        .build();

    assertThat(bound).containsExactly("open open", "place placeOrder", "Order.items items");
  }

  /** A service with constraints. */
  public static class Guarded {
    /** Has none. */
    public String open() {
      return "open";
    }

    /** Has some. */
    public String placeOrder(int count) {
      return "placed " + count;
    }

    /** Loads a field. */
    public List<String> items(List<String> orders) {
      return orders;
    }
  }
}
