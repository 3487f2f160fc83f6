package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a server that is there at the third attempt. */
@Timeout(60)
class RestRetriesTest {
  private static final OperationDescriptor QUERY = OperationDescriptor.query("Shop", "stock");
  private static final OperationDescriptor MUTATION = OperationDescriptor.mutation("Shop", "order");

  /** The idempotency key of each request. */
  private final List<String> keys = new CopyOnWriteArrayList<>();

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            boolean there = keys.size() >= 3;
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(there ? 200 : 503, there ? 1 : -1);
            if (there) {
              exchange.getResponseBody().write("7".getBytes(StandardCharsets.UTF_8));
            }
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void areNotRepeatedUnlessTheChannelAsksForIt() {
    assertUnavailable(channel().build(), QUERY);
    assertThat(keys).containsExactly("null");
  }

  @Test
  void areRepeatedWhereTheyAreQueries() {
    assertThat(call(channel().retries(2).build(), QUERY)).isEqualTo(7);
    assertThat(keys).hasSize(3);
  }

  @Test
  void areRepeatedNoOftenerThanTheChannelAsksFor() {
    assertUnavailable(channel().retries(1).build(), QUERY);
    assertThat(keys).hasSize(2);
  }

  @Test
  void areNotRepeatedWhereTheyAreMutationsWithoutAKey() {
    assertUnavailable(channel().retries(2).build(), MUTATION);
    assertThat(keys).containsExactly("null");
  }

  @Test
  void areRepeatedWithTheirKeyWhereTheyAreMutations() {
    assertThat(call(channel().retries(2).idempotencyKeys().build(), MUTATION)).isEqualTo(7);
    assertThat(keys).hasSize(3).doesNotContain("null");
    assertThat(keys.stream().distinct()).hasSize(1);
    assertThat(call(channel().idempotencyKeys().build(), MUTATION)).isEqualTo(7);
    assertThat(keys.stream().distinct()).hasSize(2);
  }

  private RestChannel.Builder channel() {
    return RestChannel.builder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  private static int call(RestChannel channel, OperationDescriptor operation) {
    return RestCall.of(channel, "POST", "/call", operation).value(JsonReader::int32);
  }

  private static void assertUnavailable(RestChannel channel, OperationDescriptor operation) {
    assertThatThrownBy(() -> call(channel, operation))
        .isInstanceOfSatisfying(
            RestCallException.class,
            e -> {
              assertThat(e.status()).isEqualTo(503);
              assertThat(e.failure().code()).isEqualTo(StatusCode.UNAVAILABLE);
            });
  }
}
