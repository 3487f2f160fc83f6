package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.hosting.Limits;
import io.triglot.hosting.Tls;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake of TLS of which a byte comes now and then: never silent, and never done. */
@Timeout(120)
class SlowHandshakeTest {
  private static final int RECORD = 16 * 1024;

  /** What takes nine seconds at least; Netty would end a handshake after ten by itself. */
  private static final int DROPS = 1_800;

  private static TriglotServer server;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    TestCertificate certificate = TestCertificate.make(directory, "server");
    server =
        TriglotServer.builder()
            .service(new NoteService())
            .host("127.0.0.1")
            .port(0)
            .grpcPort(0)
            .tls(Tls.keyStore(certificate.store(), TestCertificate.PASSWORD))
            .limits(
                Limits.DEFAULTS
                    .withRequestTimeout(Duration.ofMillis(300))
                    .withIdleTimeout(Duration.ofMillis(300)))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isEndedByItsTimeout(boolean grpc) throws Exception {
    int sent = 0;
    try (Socket client = new Socket("127.0.0.1", grpc ? server.grpcPort() : server.port())) {
      client.getOutputStream().write(beginningOfClientHello());
      while (sent < DROPS) {
        Thread.sleep(5); // as a slow client would
        client.getOutputStream().write(0);
        sent++;
      }
    } catch (IOException closed) {
      // As it should be, with most of the record to come.
    }
    assertThat(sent).isLessThan(DROPS);
  }

  /** The head of a record that is a handshake (RFC 8446, 5.1), and of a ClientHello in it. */
  private static byte[] beginningOfClientHello() {
    return ByteBuffer.allocate(11)
        .put((byte) 22)
        .putShort((short) 0x0301)
        .putShort((short) RECORD)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) (RECORD - 4))
        .putShort((short) 0x0303)
        .array();
  }
}
