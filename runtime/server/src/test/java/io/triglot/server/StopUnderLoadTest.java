package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.triglot.runtime.Caller;
import io.triglot.server.notes.NoteService;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that are replaced, one after the other, while clients with kept connections call without
 * a pause on all three protocols: {@code -Dtriglot.stop.calls=50000} for that many calls.
 *
 * <p>What counts: a call <em>fails</em> when a server has begun it and its client does not get the
 * whole, right answer; when its client gets any answer that is not the right one; or when it is
 * carried out twice. A call is <em>refused</em> when its client learns of an end of the connection
 * and no server has begun it: connection refused, GOAWAY, 503 with the reason {@code
 * SHUTTING_DOWN}, or a connection that was kept without a call and is closed. (HTTP/1.1 cannot tell
 * a client that this last call was not begun. A server therefore closes such connections as late as
 * it can.) The client then makes the call again, to the server that has taken over, of which it
 * hears only then. All are mutations by POST, which no client repeats by itself.
 */
class StopUnderLoadTest {
  private static final int CALLS = Integer.getInteger("triglot.stop.calls", 3_000);
  private static final int STOPS = 10;
  private static final int CLIENTS_PER_PROTOCOL = 5;
  private static final int TRIES = 1_000;

  private static final Metadata.Key<String> CALL =
      Metadata.Key.of("x-call", Metadata.ASCII_STRING_MARSHALLER);

  private final ConcurrentMap<String, AtomicInteger> begun = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger closedUnanswered = new AtomicInteger();
  private volatile TriglotServer server = start();

  /** Makes one call, numbered for the service to recognise; throws what its client library does. */
  private interface Client {
    void call(TriglotServer server, String number) throws Exception;
  }

  @Test
  @Timeout(600)
  void failsNoCallWhileServersStop() throws Exception {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS_PER_PROTOCOL; i++) {
      for (Client client : List.of(new Rest(), new GraphQl(), new Grpc())) {
        Thread thread = new Thread(() -> callAgainAndAgain(client));
        thread.start();
        clients.add(thread);
      }
    }
    int stops = 0;
    while (next.get() < CALLS) {
      if (next.get() >= (stops + 1) * CALLS / (STOPS + 1) && stops < STOPS) {
        TriglotServer old = server;
        server = start();
        old.stop();
        stops++;
      }
      LockSupport.parkNanos(1_000_000);
    }
    for (Thread client : clients) {
      client.join();
    }
    server.stop();

    assertThat(failures).isEmpty();
    assertThat(begun).hasSize(CALLS);
    assertThat(begun.values()).allSatisfy(times -> assertThat(times).hasValue(1));
    assertThat(stops).isGreaterThanOrEqualTo(STOPS / 2);
    System.out.printf(
        "%d calls, %d servers stopped: 0 failed, %d refused and made again, of which %d on a"
            + " connection that was closed without a word%n",
        CALLS, stops, refused.get(), closedUnanswered.get());
  }

  private TriglotServer start() {
    return TriglotServer.builder()
        .service(new NoteService())
        .authenticator(request -> Optional.of(new Caller("client", Set.of("writer"))))
        .interceptor(
            (context, method) -> {
              String number = context.request().header("x-call").orElseThrow();
              begun.computeIfAbsent(number, absent -> new AtomicInteger()).incrementAndGet();
              LockSupport.parkNanos(2_000_000); // so that many are in flight when the server stops
              return method.call();
            })
        .host("127.0.0.1")
        .port(0)
        .grpcPort(0)
        .start();
  }

  private void callAgainAndAgain(Client client) {
    TriglotServer known = server;
    for (int i = next.getAndIncrement(); i < CALLS; i = next.getAndIncrement()) {
      String number = String.valueOf(i);
      boolean made = false;
      for (int tries = 0; tries < TRIES && !made; tries++) {
        made = call(client, known, number);
        known = made ? known : server; // it knows of no other before it has been refused
      }
      if (!made) {
        failures.add(number + " was refused " + TRIES + " times");
      }
    }
  }

  /** Whether the call has been made, well or not; else it has been refused. */
  private boolean call(Client client, TriglotServer known, String number) {
    try {
      client.call(known, number);
      return true;
    } catch (Exception | AssertionError problem) {
      if (!isRefusal(problem) || begun.containsKey(number)) {
        failures.add(client.getClass().getSimpleName() + " " + number + ": " + problem);
        return true;
      }
      refused.incrementAndGet();
      if (!(problem instanceof ConnectException) && !(problem instanceof StatusRuntimeException)) {
        closedUnanswered.incrementAndGet();
      }
      return false;
    }
  }

  private static boolean isRefusal(Throwable problem) {
    return problem instanceof IOException
        || problem instanceof StatusRuntimeException status
            && status.getStatus().getCode() == Status.Code.UNAVAILABLE;
  }

  private abstract static class Http implements Client {
    private @Nullable TriglotServer connected;
    private @Nullable KeptConnection connection;

    void post(TriglotServer server, String path, String number, String body, String expected)
        throws Exception {
      if (connection == null || connected != server) {
        connection = new KeptConnection(server.port());
        connected = server;
      }
      KeptConnection kept = connection;
      connection = null; // not to be used again after an exception
      KeptConnection.Answer answer = kept.post(path, body, "x-call: " + number);
      connection = answer.last() ? null : kept;
      if (answer.text().contains("SHUTTING_DOWN")) {
        throw new ConnectException("The server says that it has not begun the call");
      }
      if (!answer.text().contains(expected)) {
        throw new AssertionError(answer.text());
      }
    }
  }

  private static final class Rest extends Http {
    @Override
    public void call(TriglotServer server, String number) throws Exception {
      String note = "\"text\":\"" + number + "\"";
      post(server, "/notes", number, "{" + note + "}", note);
    }
  }

  private static final class GraphQl extends Http {
    @Override
    public void call(TriglotServer server, String number) throws Exception {
      post(
          server,
          "/graphql",
          number,
          "{\"query\":\"mutation{createNote(text:\\\"" + number + "\\\"){text}}\"}",
          "{\"data\":{\"createNote\":{\"text\":\"" + number + "\"}}}");
    }
  }

  private static final class Grpc implements Client {
    private @Nullable TriglotServer connected;
    private @Nullable ManagedChannel channel;

    @Override
    public void call(TriglotServer server, String number) {
      if (connected != server) {
        if (channel != null) {
          channel.shutdown();
        }
        connected = server;
        channel =
            NettyChannelBuilder.forAddress("127.0.0.1", server.grpcPort()).usePlaintext().build();
      }
      Metadata headers = new Metadata();
      headers.put(CALL, number);
      Channel numbered =
          ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
      String answer = NoteClient.call(numbered, "CreateNote", "text", number).toString();
      if (!answer.contains("text: \"" + number + "\"")) {
        throw new AssertionError(answer);
      }
    }
  }
}
