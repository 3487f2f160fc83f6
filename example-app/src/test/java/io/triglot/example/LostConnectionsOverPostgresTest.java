package io.triglot.example;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LostConnectionsOverPostgresTest extends LostConnectionsTest {
  private static PostgresCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = PostgresCluster.startOrSkip();
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  String emptyDatabase() throws Exception {
    return cluster.emptyDatabase();
  }
}
