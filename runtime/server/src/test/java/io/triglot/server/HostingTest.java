package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HostingTest {
  /** A service that calls a text a {@code Note}. */
  static final class Texts {}

  /** A service that calls a number a {@code Note}. */
  static final class Numbers {}

  @Test
  void refusesServicesThatDescribeDifferentTypesByOneName() {
    TriglotServer.Builder server =
        TriglotServer.builder().service(new Texts()).service(new Numbers()).port(0).grpcPort(0);

    assertThatIllegalStateException()
        .isThrownBy(server::start)
        .withMessageContaining("different schemas of the name Note");
  }

  /** As a processor would have made it in a module of its own. */
  static String describing(String type) {
    return """
        {"openapi": "3.1.0", "paths": {"/%1$ss": {}}, "tags": [],
         "components": {"schemas": {"Note": {"type": "%1$s"}}}}"""
        .formatted(type);
  }
}
