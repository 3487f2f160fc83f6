package io.triglot.runtime.graphql;

import graphql.ExecutionResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Results as server-sent events (GraphQL over SSE, distinct connections mode): one {@code next} for
 * each, and {@code complete} at the end, which waits for demand as they do.
 *
 * @param failed the result that tells why the results ended
 */
record EventStream(
    Flow.Publisher<ExecutionResult> results, Function<Throwable, ExecutionResult> failed)
    implements Flow.Publisher<byte[]> {

  private static final byte[] NEXT = utf8("event: next\ndata: ");
  private static final byte[] END_OF_EVENT = utf8("\n\n");

  // EventSource does not tell of an event without data.
  private static final byte[] COMPLETE = utf8("event: complete\ndata:\n\n");

  /** The stream of a single result. */
  static byte[] whole(ExecutionResult result) {
    return concatenated(next(result), COMPLETE);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super byte[]> subscriber) {
    results.subscribe(new Writing(subscriber, failed));
  }

  private static byte[] next(ExecutionResult result) {
    return concatenated(NEXT, GraphQlJson.bytes(result.toSpecification()), END_OF_EVENT);
  }

  private static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Writing
      implements Flow.Subscriber<ExecutionResult>, Flow.Subscription {
    private final Flow.Subscriber<? super byte[]> downstream;
    private final Function<Throwable, ExecutionResult> failed;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicReference<byte @Nullable []> ending = new AtomicReference<>();
    private volatile Flow.@Nullable Subscription upstream;

    Writing(
        Flow.Subscriber<? super byte[]> downstream, Function<Throwable, ExecutionResult> failed) {
      this.downstream = downstream;
      this.failed = failed;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      upstream = subscription;
      downstream.onSubscribe(this);
    }

    @Override
    public void onNext(ExecutionResult result) {
      demand.decrementAndGet();
      downstream.onNext(next(result));
    }

    @Override
    public void onError(Throwable failure) {
      end(whole(failed.apply(failure)));
    }

    @Override
    public void onComplete() {
      end(COMPLETE);
    }

    @Override
    public void request(long count) {
      demand.accumulateAndGet(count, Writing::saturatedSum);
      Flow.Subscription source = upstream;
      if (source != null) {
        source.request(count);
      }
      endIfDemanded();
    }

    @Override
    public void cancel() {
      Flow.Subscription source = upstream;
      if (source != null) {
        source.cancel();
      }
    }

    private void end(byte[] last) {
      ending.set(last);
      endIfDemanded();
    }

    private void endIfDemanded() {
      if (demand.get() > 0) {
        byte[] last = ending.getAndSet(null);
        if (last != null) {
          downstream.onNext(last);
          downstream.onComplete();
        }
      }
    }

    private static long saturatedSum(long a, long b) {
      return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
  }
}
