package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.example.answers.Forgetting;
import io.triglot.example.store.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Remembered answers go when their time is over; a subclass says of which database. */
abstract class ForgettingTest {
  private static final Instant NOW = Instant.parse("2024-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private Database database;
  private Connection connection;

  /** The JDBC URL of a database without tables. */
  abstract String emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    String url = emptyDatabase();
    database = Database.open(url);
    connection = DriverManager.getConnection(url);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void deletesWhatIsOlderThanADayAndNothingElse() throws SQLException {
    remember(2_500, NOW.minus(DAY).minusSeconds(1));
    remember(3, NOW.minus(DAY).plusSeconds(1));

    assertThat(Forgetting.forget(database, NOW)).isEqualTo(2_500);
    assertThat(rows()).isEqualTo(3);
    assertThat(Forgetting.forget(database, NOW)).isZero();
  }

  private void remember(int answers, Instant when) throws SQLException {
    String sql =
        "insert into remembered_answers (caller, operation, idempotency_key, fingerprint,"
            + " answer, created_at) values ('alice', 'OrderService.createOrder', ?, '', '{}', ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < answers; i++) {
        statement.setString(1, when + " " + i);
        statement.setTimestamp(2, Timestamp.from(when));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private int rows() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select count(*) from remembered_answers");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
