package io.triglot.example;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueryPlansOverPostgresTest extends QueryPlansTest {
  @RegisterExtension static final SharedPostgres POSTGRES = new SharedPostgres();

  @Override
  String emptyDatabase() throws SQLException {
    return POSTGRES.emptyDatabase();
  }

  @Override
  String numbers() {
    return "generate_series(1, 2000) as numbers(n)";
  }

  @Override
  String explain(Statement statement, String sql) throws SQLException {
    String numbered = sql;
    List<String> values = new ArrayList<>();
    while (numbered.contains("?")) {
      values.add("null");
      numbered = numbered.replaceFirst("\\?", "\\$" + values.size());
    }
    statement.execute("set enable_seqscan = off"); // then it is only used where there is no index
    statement.execute("set plan_cache_mode = force_generic_plan"); // whatever the values are
    statement.execute("deallocate all");
    statement.execute("prepare asked as " + numbered);
    StringBuilder plan = new StringBuilder();
    String execution = values.isEmpty() ? "asked" : "asked(" + String.join(", ", values) + ")";
    try (ResultSet rows = statement.executeQuery("explain execute " + execution)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  @Override
  boolean readsAll(String plan) {
    return plan.contains("Seq Scan");
  }
}
