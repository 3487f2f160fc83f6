package io.triglot.runtime.rest;

import io.triglot.runtime.rest.json.JsonWriter;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Passes each element of a stream on as a JSON document. One that has none ends the stream. */
final class EncodingSubscriber<T> implements Flow.Subscriber<T> {
  private final Flow.Subscriber<? super byte[]> downstream;
  private final JsonWriter.Value<T> writer;
  private Flow.@Nullable Subscription upstream;
  private boolean failed;

  EncodingSubscriber(Flow.Subscriber<? super byte[]> downstream, JsonWriter.Value<T> writer) {
    this.downstream = downstream;
    this.writer = writer;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    downstream.onSubscribe(subscription);
  }

  @Override
  public void onNext(T element) {
    if (failed) {
      return;
    }
    byte[] json;
    try {
      json = JsonWriter.write(element, (out, value) -> out.value(value, writer));
    } catch (RuntimeException e) {
      failed = true;
      if (upstream != null) {
        upstream.cancel();
      }
      downstream.onError(e);
      return;
    }
    downstream.onNext(json);
  }

  @Override
  public void onError(Throwable failure) {
    if (!failed) {
      downstream.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!failed) {
      downstream.onComplete();
    }
  }
}
