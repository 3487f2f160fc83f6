package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.HttpResponse;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamedBodyTest {
  private static final Duration NEVER = Duration.ofDays(1);

  @Test
  void waitsForTheFirstElement() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    assertThat(body.response().toCompletableFuture()).isNotDone();

    source.next("1");

    HttpResponse response = body.response().toCompletableFuture().join();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get(0).getValue()).isEqualTo("application/x-ndjson");
  }

  @Test
  void answersAFailureBeforeTheFirstElementWithItsStatus() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);

    source.subscriber.onError(Failure.of(StatusCode.NOT_FOUND, "gone").asException());

    assertThat(body.response().toCompletableFuture().join().status()).isEqualTo(404);
  }

  @Test
  void answersAnEmptyStreamWithAnEmptyBody() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    source.subscriber.onComplete();
    Host host = new Host();

    body.subscribe(host);

    assertThat(body.response().toCompletableFuture().join().status()).isEqualTo(200);
    assertThat(host.signals).containsExactly("end");
  }

  @Test
  void isHeldByNoTimerWhenItIsOver() throws Exception {
    ReferenceQueue<StreamedBody> collected = new ReferenceQueue<>();
    WeakReference<StreamedBody> cancelled =
        new WeakReference<>(subscribed(new Source(), NEVER), collected);
    Objects.requireNonNull(cancelled.get()).cancel();
    WeakReference<StreamedBody> ended = new WeakReference<>(endedBody(), collected);

    assertThat(List.of(nextOf(collected), nextOf(collected)))
        .containsExactlyInAnyOrder(cancelled, ended);
  }

  @Test
  void asksForNoMoreThanTheHostHasAskedFor() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    Host host = new Host();
    source.next("1");
    body.subscribe(host);
    assertThat(source.requested).isEqualTo(1);
    assertThat(host.signals).isEmpty();

    host.subscription.request(1);
    assertThat(host.signals).containsExactly("1\n");
    assertThat(source.requested).isEqualTo(1);

    host.subscription.request(2);
    assertThat(source.requested).isEqualTo(2);
    source.next("2");
    assertThat(source.requested).isEqualTo(3);
    source.next("3");
    assertThat(source.requested).isEqualTo(3);
    assertThat(host.signals).containsExactly("1\n", "2\n", "3\n");
  }

  @Test
  void keepsAFailureUntilTheHostAsks() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    Host host = new Host();
    source.next("1");
    body.subscribe(host);
    host.subscription.request(1);

    source.subscriber.onError(Failure.of(StatusCode.ABORTED, "over").asException());
    assertThat(host.signals).containsExactly("1\n");

    host.subscription.request(1);
    assertThat(host.signals).hasSize(3);
    assertThat(host.signals.get(1)).startsWith("{\"error\":{").contains("\"over\"").endsWith("}\n");
    assertThat(host.signals.get(2)).isEqualTo("end");
  }

  @Test
  void cancelsTheSourceWhenTheHostCancels() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    Host host = new Host();
    source.next("1");
    body.subscribe(host);

    host.subscription.cancel();
    source.next("2");
    host.subscription.request(5);

    assertThat(source.cancelled).isTrue();
    assertThat(host.signals).isEmpty();
  }

  @Test
  void cancelsASourceThatComesTooLate() {
    StreamedBody body = new StreamedBody(StreamFormat.NDJSON, NEVER, NEVER);
    body.cancel();
    Source source = new Source();

    source.subscribe(body);

    assertThat(source.cancelled).isTrue();
  }

  @Test
  void beginsWithoutAnElementAfterAWhileAndKeepsAQuietStreamInUse() {
    Source source = new Source();
    StreamedBody body =
        new StreamedBody(StreamFormat.EVENT_STREAM, Duration.ofMillis(1), Duration.ofMillis(1));
    source.subscribe(body);

    assertThat(body.response().toCompletableFuture().join().status()).isEqualTo(200);
    Host host = new Host(3);
    body.subscribe(host);
    host.subscription.request(3);

    host.enough.join();
    assertThat(host.signals).containsExactly(":\n\n", ":\n\n", ":\n\n");
    host.subscription.cancel();
  }

  @Test
  void deliversEverythingInOrderAcrossThreads() {
    int count = 2_000;
    StreamedBody body = new StreamedBody(StreamFormat.NDJSON, NEVER, NEVER);
    Host host = new Host(count + 1);
    try (SubmissionPublisher<StreamElement> source = new SubmissionPublisher<>()) {
      source.subscribe(body);
      CompletableFuture<Void> hosting =
          CompletableFuture.runAsync(
              () -> {
                body.response().toCompletableFuture().join();
                body.subscribe(host);
                for (int i = 0; i < count; i++) {
                  host.subscription.request(1);
                }
              });
      IntStream.range(0, count).forEach(i -> source.submit(new StreamElement(bytes("" + i), null)));
      hosting.join();
    }
    host.enough.join();

    assertThat(String.join("", host.signals))
        .isEqualTo(
            IntStream.range(0, count).mapToObj(i -> i + "\n").collect(Collectors.joining())
                + "end");
  }

  @Test
  void isOneArrayWhereThatIsAsked() {
    StreamedBody body = new StreamedBody(StreamFormat.ARRAY, NEVER, NEVER);
    Source source = new Source();
    source.subscribe(body);
    Host host = new Host();
    source.next("1");
    body.subscribe(host);
    host.subscription.request(9);
    source.next("2");
    source.subscriber.onComplete();

    assertThat(String.join("", host.signals)).isEqualTo("[1,2]end");
  }

  @Test
  void isAnEmptyArrayWhereThereIsNothing() {
    StreamedBody body = new StreamedBody(StreamFormat.ARRAY, NEVER, NEVER);
    Source source = new Source();
    source.subscribe(body);
    source.subscriber.onComplete();
    Host host = new Host();
    body.subscribe(host);
    host.subscription.request(9);

    assertThat(String.join("", host.signals)).isEqualTo("[]end");
  }

  @Test
  void breaksOffAnArrayThatFails() {
    StreamedBody body = new StreamedBody(StreamFormat.ARRAY, NEVER, NEVER);
    Source source = new Source();
    source.subscribe(body);
    source.next("1");
    Host host = new Host();
    body.subscribe(host);
    host.subscription.request(9);
    source.subscriber.onError(Failure.of(StatusCode.UNAVAILABLE, "later").asException());

    assertThat(host.signals.get(0)).isEqualTo("[1");
    assertThat(String.join("", host.signals)).doesNotContain("]", "end");
    assertThat(host.signals).hasSizeGreaterThan(1);
  }

  private static StreamedBody endedBody() {
    Source source = new Source();
    StreamedBody body = subscribed(source, NEVER);
    source.subscriber.onComplete();
    body.subscribe(new Host());
    return body;
  }

  private static Reference<?> nextOf(ReferenceQueue<?> collected) throws InterruptedException {
    Reference<?> next = null;
    while (next == null) { // until the time-out of the test
      System.gc();
      next = collected.remove(1);
    }
    return next;
  }

  private static StreamedBody subscribed(Source source, Duration patience) {
    StreamedBody body = new StreamedBody(StreamFormat.NDJSON, patience, NEVER);
    source.subscribe(body);
    return body;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A publisher that does what it is told. */
  private static final class Source implements Flow.Publisher<StreamElement>, Flow.Subscription {
    private Flow.Subscriber<? super StreamElement> subscriber;
    private long requested;
    private boolean cancelled;

    @Override
    public void subscribe(Flow.Subscriber<? super StreamElement> subscriber) {
      this.subscriber = subscriber;
      subscriber.onSubscribe(this);
    }

    void next(String text) {
      subscriber.onNext(new StreamElement(bytes(text), null));
    }

    @Override
    public void request(long n) {
      requested += n;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** A host that remembers what it gets. */
  private static final class Host implements Flow.Subscriber<byte[]> {
    private final List<String> signals = new ArrayList<>();
    private final CompletableFuture<Void> enough = new CompletableFuture<>();
    private final int expected;
    private Flow.Subscription subscription;

    Host() {
      this(Integer.MAX_VALUE);
    }

    Host(int expected) {
      this.expected = expected;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(byte[] piece) {
      add(new String(piece, StandardCharsets.UTF_8));
    }

    @Override
    public void onError(Throwable failure) {
      add(failure.toString());
    }

    @Override
    public void onComplete() {
      add("end");
    }

    private synchronized void add(String signal) {
      signals.add(signal);
      if (signals.size() == expected) {
        enough.complete(null);
      }
    }
  }
}
