package io.triglot.example;

import io.triglot.example.store.Database;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** What a database was asked, as it was sent to it. Thread-safe. */
final class Statements implements SqlLogger {
  private final List<String> all = new CopyOnWriteArrayList<>();

  /** Keeps the statements of a database from now on. */
  static Statements of(Database database) {
    Statements statements = new Statements();
    database.log(statements);
    return statements;
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    all.add(context.getParsedSql().getSql());
  }

  /** Those since the last time that calls have made, and not what is done now and then. */
  List<String> takeOfCalls() {
    return take().stream()
        .filter(sql -> !sql.contains("remembered_answers") && !sql.contains("where ends_at <"))
        .filter(sql -> !sql.contains("where status = 'REFUNDING'"))
        .toList();
  }

  /** The statements since the last time. */
  List<String> take() {
    List<String> taken = List.copyOf(all);
    all.clear();
    return taken;
  }
}
