package io.triglot.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ServerServiceDefinition;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pings between gRPC's server and its clients. */
@Timeout(60)
class KeepAliveTest {
  private static final int ENHANCE_YOUR_CALM = 11; // RFC 9113, section 7

  /** The least that grpc-java takes, even where less is asked for, is ten seconds. */
  private static final GrpcSettings EAGER =
      TestGrpc.SETTINGS.withCustomization(
          grpc ->
              grpc.keepAliveTime(10, TimeUnit.SECONDS)
                  .keepAliveTimeout(100, TimeUnit.MILLISECONDS));

  @Test
  void closesTheConnectionOfAClientThatDoesNotAnswer() throws IOException {
    try (TestGrpc grpc = host(EAGER);
        RawHttp2 client = new RawHttp2(grpc.port())) {
      client.next(RawHttp2.PING);

      assertThatThrownBy(() -> client.next(RawHttp2.PING)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void sendsAClientAwayThatPingsTooOften() throws IOException {
    try (TestGrpc grpc = host(TestGrpc.SETTINGS);
        RawHttp2 client = new RawHttp2(grpc.port())) {
      for (int i = 0; i < 10; i++) {
        client.send(RawHttp2.PING, 0, new byte[8]);
      }

      ByteBuffer goAway = ByteBuffer.wrap(client.next(RawHttp2.GOAWAY).content());
      assertThat(goAway.getInt(4)).isEqualTo(ENHANCE_YOUR_CALM);
      assertThat(new String(goAway.array(), 8, goAway.capacity() - 8, StandardCharsets.US_ASCII))
          .isEqualTo("too_many_pings");
    }
  }

  private static TestGrpc host(GrpcSettings settings) {
    return TestGrpc.of(
        settings,
        ServerServiceDefinition.builder("test.Nothing").build(),
        GrpcPortTest::directOnlyForDirect);
  }
}
