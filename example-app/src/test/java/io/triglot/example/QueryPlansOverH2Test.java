package io.triglot.example;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class QueryPlansOverH2Test extends QueryPlansTest {
  @Override
  String emptyDatabase() {
    return ShopSettings.embeddedDatabase();
  }

  @Override
  String numbers() {
    return "system_range(1, 2000) as numbers(n)";
  }

  @Override
  String explain(Statement statement, String sql) throws SQLException {
    try (ResultSet rows =
        statement.getConnection().prepareStatement("explain " + sql).executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  boolean readsAll(String plan) {
    return plan.contains(".tableScan");
  }
}
