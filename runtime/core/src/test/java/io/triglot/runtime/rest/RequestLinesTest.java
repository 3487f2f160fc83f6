package io.triglot.runtime.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.runtime.CallException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines are read as they are asked for. */
@Timeout(60)
class RequestLinesTest {
  private final EndlessLines body = new EndlessLines();
  private final RequestLines<String> lines =
      new RequestLines<>(
          "values", new LineReader(body, 100), line -> new String(line, StandardCharsets.US_ASCII));
  private final Signals signals = new Signals();

  @Test
  void areReadAsTheyAreAskedFor() throws Exception {
    lines.subscribe(signals);
    assertThat(signals.next()).isEqualTo("subscribed");
    for (int i = 1; i <= 50; i++) {
      lines.request(1);
      assertThat(signals.next()).isEqualTo("line " + i);
      assertThat(body.reads).hasValue(i);
    }
  }

  @Test
  void areAllReadWhereAllAreAskedFor() throws Exception {
    lines.subscribe(signals);
    assertThat(signals.next()).isEqualTo("subscribed");
    lines.request(2);
    lines.request(Long.MAX_VALUE);
    for (int i = 1; i <= 100; i++) {
      assertThat(signals.next()).isEqualTo("line " + i);
    }
    assertThat(signals.next()).isEqualTo("completed");
    assertThat(lines.reasonOf(new Exception("own"))).hasMessage("own");
  }

  @Test
  void endWithTheCall() throws Exception {
    lines.subscribe(signals);
    assertThat(signals.next()).isEqualTo("subscribed");
    lines.abandon();

    assertThat(signals.next()).isEqualTo("failed: Cancelled");
    assertThat(lines.reasonOf(new Exception("own"))).isInstanceOf(CallException.class);
  }

  @Test
  void haveOneSubscriber() throws Exception {
    Signals second = new Signals();
    lines.subscribe(signals);
    lines.subscribe(second);

    assertThat(second.next()).isEqualTo("subscribed");
    assertThat(second.next()).contains("one subscriber");
  }

  @Test
  void areAskedForByPositiveNumbers() throws Exception {
    lines.subscribe(signals);
    assertThat(signals.next()).isEqualTo("subscribed");
    lines.request(0);

    assertThat(signals.next()).contains("request of 0 values");
  }

  /** A hundred lines, of which each read gives one. */
  private static final class EndlessLines extends InputStream {
    final AtomicInteger reads = new AtomicInteger();

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int number = reads.incrementAndGet();
      if (number > 100) {
        return -1;
      }
      byte[] line = ("line " + number + "\n").getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(line, 0, into, offset, line.length);
      return line.length;
    }
  }

  private static final class Signals implements Flow.Subscriber<String> {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      return String.valueOf(all.poll(60, TimeUnit.SECONDS));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      all.add("subscribed");
    }

    @Override
    public void onNext(String line) {
      all.add(line);
    }

    @Override
    public void onError(Throwable failure) {
      all.add("failed: " + failure.getMessage());
    }

    @Override
    public void onComplete() {
      all.add("completed");
    }
  }
}
