package io.triglot.example;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgettingOverPostgresTest extends ForgettingTest {
  @RegisterExtension static final SharedPostgres POSTGRES = new SharedPostgres();

  @Override
  String emptyDatabase() throws SQLException {
    return POSTGRES.emptyDatabase();
  }
}
