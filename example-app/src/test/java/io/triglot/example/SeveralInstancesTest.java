package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.example.notifications.Notification;
import io.triglot.example.orders.Order;
import io.triglot.example.orders.OrderEvent;
import io.triglot.example.orders.OrderStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two shops over one PostgreSQL: whoever listens to one hears what happens in the other. */
@Timeout(120)
class SeveralInstancesTest {
  @RegisterExtension static final SharedPostgres POSTGRES = new SharedPostgres();

  private String url;

  @RegisterExtension final RunningShop here = new RunningShop(this::remembered);
  @RegisterExtension final RunningShop there = new RunningShop(() -> url);

  private String remembered() throws Exception {
    url = POSTGRES.emptyDatabase();
    return url;
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void tellOfOrdersOfTheOther(Wire wire) {
    EventStream events = here.closedAtTheEnd(here.customer(wire).orderEvents());
    ShopClient elsewhere = there.customer(Wire.GRPC);
    Order order = elsewhere.createOrder("1", 1);
    events.awaitLiveBy(() -> elsewhere.updateOrderStatus(order.id(), OrderStatus.PENDING));

    Order moved = elsewhere.updateOrderStatus(order.id(), OrderStatus.CONFIRMED);

    OrderEvent told = events.next(event -> event.order().status() == OrderStatus.CONFIRMED);
    assertThat(told.order()).isEqualTo(moved);
    assertThat(told.previousStatus()).isEqualTo(OrderStatus.PENDING);
  }

  @ParameterizedTest
  @EnumSource(StreamWire.class)
  void tellUsersWhatHappensInTheOther(StreamWire stream) {
    Received<Notification> received =
        here.closedAtTheEnd(
            stream.open(here, RunningShop.token("alice", "customer"), NotificationsTest.after(0)));

    for (long number = 1; number <= 3; number++) {
      there.customer(Wire.REST).createOrder("1", 1);
      assertThat(received.next().number()).isEqualTo(number);
    }
  }

  @Test
  void missNothingWhileTheyDoNotHearOfEachOther() throws Exception {
    Received<Notification> received =
        here.closedAtTheEnd(
            StreamWire.values()[0].open(
                here, RunningShop.token("alice", "customer"), NotificationsTest.after(0)));
    there.customer(Wire.REST).createOrder("1", 1);
    assertThat(received.next().number()).isEqualTo(1);

    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen shop'"
              + " and datname = current_database()");
    }
    there.customer(Wire.REST).createOrder("1", 1);

    assertThat(received.next().number()).isEqualTo(2);
  }
}
