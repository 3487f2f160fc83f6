package io.triglot.example.answers;

import io.triglot.runtime.idempotency.IdempotencyKey;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The remembered answers in the database, for one transaction. */
final class AnswerRepository {
  private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);
  private static final String KEY =
      " where caller = :caller and operation = :operation and idempotency_key = :key";

  private final Handle tx;

  AnswerRepository(Handle tx) {
    this.tx = tx;
  }

  /** What is remembered of a call. */
  record Row(String fingerprint, String answer) {}

  /**
   * Takes a key for this transaction, after any other that has it.
   *
   * @return whether nobody has had it yet
   */
  boolean claim(IdempotencyKey key, String fingerprint) {
    String sql =
        "insert into remembered_answers (caller, operation, idempotency_key, fingerprint)"
            + " values (:caller, :operation, :key, :fingerprint) on conflict do nothing";
    return with(key, tx.createUpdate(sql)).bind("fingerprint", fingerprint).execute() == 1;
  }

  /** What is remembered under a key that has been claimed before. */
  Row find(IdempotencyKey key) {
    String sql = "select fingerprint, answer from remembered_answers" + KEY;
    return with(key, tx.createQuery(sql)).map(ROW).one();
  }

  void setAnswer(IdempotencyKey key, String answer) {
    String sql = "update remembered_answers set answer = :answer" + KEY;
    with(key, tx.createUpdate(sql)).bind("answer", answer).execute();
  }

  /**
   * Deletes rows of before a time, the oldest first.
   *
   * @param most how many at once, and those of the same moment
   * @return how many there were
   */
  int delete(Instant before, int most) {
    String sql =
        "delete from remembered_answers where created_at <= (select max(created_at) from"
            + " (select created_at from remembered_answers where created_at < :before"
            + " order by created_at limit :most) oldest)";
    return tx.createUpdate(sql).bind("before", before).bind("most", most).execute();
  }

  private static <S extends SqlStatement<S>> S with(IdempotencyKey key, S statement) {
    return statement
        .bind("caller", key.caller())
        .bind("operation", key.operation())
        .bind("key", key.key());
  }
}
