package io.triglot.example;

import io.triglot.runtime.idempotency.IdempotencyKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** The remembered answers in the database. Belongs to one transaction. */
final class AnswerRepository {
  private static final String KEY = " where caller = ? and operation = ? and idempotency_key = ?";

  static final String DELETE =
      "delete from remembered_answers where (caller, operation, idempotency_key) in"
          + " (select caller, operation, idempotency_key from remembered_answers"
          + " where created_at < ? order by created_at limit ?)";

  private final Connection connection;

  AnswerRepository(Connection connection) {
    this.connection = connection;
  }

  /** What is remembered of a call. */
  record Row(String fingerprint, String answer) {}

  /**
   * Takes a key for this transaction, after any other that has it.
   *
   * @return whether nobody has had it yet
   */
  boolean claim(IdempotencyKey key, String fingerprint) throws SQLException {
    String sql =
        "insert into remembered_answers (caller, operation, idempotency_key, fingerprint)"
            + " values (?, ?, ?, ?) on conflict do nothing";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, 1, key);
      statement.setString(4, fingerprint);
      return statement.executeUpdate() == 1;
    }
  }

  /** What is remembered under a key that has been claimed before. */
  Row find(IdempotencyKey key) throws SQLException {
    String sql = "select fingerprint, answer from remembered_answers" + KEY;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, 1, key);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return new Row(rows.getString("fingerprint"), rows.getString("answer"));
      }
    }
  }

  void setAnswer(IdempotencyKey key, String answer) throws SQLException {
    String sql = "update remembered_answers set answer = ?" + KEY;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, answer);
      set(statement, 2, key);
      statement.executeUpdate();
    }
  }

  /**
   * Deletes rows of before a time, the oldest first.
   *
   * @param most how many at once
   * @return how many there were
   */
  int delete(Instant before, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setTimestamp(1, Timestamp.from(before));
      statement.setInt(2, most);
      return statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, int first, IdempotencyKey key)
      throws SQLException {
    statement.setString(first, key.caller());
    statement.setString(first + 1, key.operation());
    statement.setString(first + 2, key.key());
  }
}
