package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.RestChannel;
import io.triglot.server.notes.GaugeService;
import io.triglot.server.notes.GaugeService.Reading;
import io.triglot.server.notes.GaugeServiceRestClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that clients stream as lines, over both versions of HTTP. */
@Timeout(120)
class StreamedLinesTest {
  private final GaugeService gauge = new GaugeService();
  private final TriglotServer server =
      TriglotServer.builder().service(gauge).host("127.0.0.1").port(0).grpcPort(0).start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void areReceivedBeforeAllAreSent(HttpClient.Version version) throws Exception {
    ExecutorService caller = Executors.newSingleThreadExecutor();
    CountDownLatch subscribed = new CountDownLatch(1);
    SubmissionPublisher<Reading> readings = new SubmissionPublisher<>(Runnable::run, 16);
    try {
      Flow.Publisher<Reading> told =
          subscriber -> {
            readings.subscribe(subscriber);
            subscribed.countDown();
          };
      Future<List<Reading>> answer = caller.submit(() -> client(version).addReadings(10, told));
      assertThat(subscribed.await(60, TimeUnit.SECONDS)).isTrue();
      readings.submit(new Reading("x", 1));
      await();
      readings.submit(new Reading("y", 2));
      readings.close();

      assertThat(answer.get(60, TimeUnit.SECONDS))
          .containsExactly(new Reading("x", 10), new Reading("y", 20));
    } finally {
      caller.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void areAskedForOfTheCallerAsTheyAreSent(HttpClient.Version version) throws Exception {
    Numbers numbers = new Numbers(30_000);

    assertThat(client(version).sendFirst(numbers).toCompletableFuture().join()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedOnceOneIsWrong(HttpClient.Version version) throws Exception {
    String answer =
        TestHost.connected(version, server.uri())
            .send(
                HttpRequest.newBuilder(server.uri().resolve("/readings/add?factor=1"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString("{\"place\":\"x\",\"degrees\":1}\n{}\n"))
                    .build(),
                BodyHandlers.ofString())
            .body();

    assertThat(answer).contains("\"status\":400", "readings.place", "(line 2)");
    assertThat(gauge.broken).isCompletedWithValue(StatusCode.INVALID_ARGUMENT);
  }

  @Test
  void areGivenUpWhereTheClientGoesAway() throws Exception {
    Socket socket = begin("/readings/add?factor=1", "{\"place\":\"x\",\"degrees\":1}");
    await();
    socket.close();

    assertThat(gauge.broken.get(60, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
  }

  @Test
  void areGivenUpAtTheDeadline() throws Exception {
    try (Socket socket = begin("/gauges/add-in-time", "1")) {
      assertThat(status(socket)).startsWith("HTTP/1.1 504 ");
      assertThat(gauge.broken.get(60, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
    }
  }

  @Test
  void needNotAllHaveComeBeforeTheAnswer() throws Exception {
    try (Socket socket = begin("/gauges/send-first", "7")) {
      assertThat(status(socket)).startsWith("HTTP/1.1 200 ");
      assertThat(gauge.broken.get(60, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
    }
  }

  @Test
  void needNotAllHaveComeBeforeTheAnswerOfHttp2() throws Exception {
    CountDownLatch subscribed = new CountDownLatch(1);
    SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>(Runnable::run, 16);
    try {
      CompletableFuture<String> answer =
          TestHost.connected(HttpClient.Version.HTTP_2, server.uri())
              .sendAsync(
                  HttpRequest.newBuilder(server.uri().resolve("/gauges/send-first"))
                      .header("Content-Type", "application/x-ndjson")
                      .POST(
                          BodyPublishers.fromPublisher(
                              subscriber -> {
                                body.subscribe(subscriber);
                                subscribed.countDown();
                              }))
                      .build(),
                  BodyHandlers.ofString())
              .thenApply(
                  response ->
                      response.version() + " " + response.statusCode() + " " + response.body());
      assertThat(subscribed.await(60, TimeUnit.SECONDS)).isTrue();
      body.submit(ByteBuffer.wrap("7\n".getBytes(StandardCharsets.US_ASCII)));
      assertThat(gauge.broken.get(60, TimeUnit.SECONDS)).isEqualTo(StatusCode.CANCELLED);
      body.close();
      assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("HTTP_2 200 7");
    } finally {
      body.close();
    }
  }

  @Test
  void areDescribedInOpenApi() throws Exception {
    String document =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .send(
                HttpRequest.newBuilder(server.uri().resolve("/openapi.json")).build(),
                BodyHandlers.ofString())
            .body()
            .replaceAll("\\s+", "");

    assertThat(document)
        .contains(
            "\"content\":{\"application/x-ndjson\":{\"schema\":"
                + "{\"$ref\":\"#/components/schemas/Reading\"}}}");
  }

  private GaugeServiceRestClient client(HttpClient.Version version) throws Exception {
    return GaugeServiceRestClient.of(
        RestChannel.builder(server.uri())
            .httpClient(TestHost.connected(version, server.uri()))
            .build());
  }

  /** Sends the head of a request and a first line. */
  private Socket begin(String target, String line) throws Exception {
    Socket socket = new Socket("127.0.0.1", server.uri().getPort());
    String text =
        "POST "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
            + "Content-Type: application/x-ndjson\r\n\r\n"
            + Integer.toHexString(line.length() + 1)
            + "\r\n"
            + line
            + "\n\r\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String status(Socket socket) throws Exception {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  private void await() {
    try {
      assertThat(gauge.first.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** So many values, sent as they are asked for. */
  private abstract static class Numbered implements Flow.Subscription {
    private final int count;
    private int next;
    private boolean ended;

    Numbered(int count) {
      this.count = count;
    }

    @Override
    public synchronized void request(long n) {
      for (long i = 0; i < n && next < count; i++) {
        send(next++);
      }
      if (next == count && !ended) {
        ended = true;
        end();
      }
    }

    @Override
    public void cancel() {
      next = count;
      ended = true;
    }

    abstract void send(int number);

    abstract void end();
  }

  private record Numbers(int count) implements Flow.Publisher<Integer> {
    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Numbered(count) {
            @Override
            void send(int number) {
              subscriber.onNext(number);
            }

            @Override
            void end() {
              subscriber.onComplete();
            }
          });
    }
  }
}
