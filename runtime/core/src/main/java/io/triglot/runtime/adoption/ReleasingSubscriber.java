package io.triglot.runtime.adoption;

import java.util.concurrent.Flow;

/** Passes a stream on, and tells when it is over: complete, failed or cancelled. */
record ReleasingSubscriber<T>(Flow.Subscriber<? super T> subscriber, Runnable release)
    implements Flow.Subscriber<T> {
  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            subscription.request(n);
          }

          @Override
          public void cancel() {
            subscription.cancel();
            release.run();
          }
        });
  }

  @Override
  public void onNext(T element) {
    subscriber.onNext(element);
  }

  @Override
  public void onError(Throwable failure) {
    release.run();
    subscriber.onError(failure);
  }

  @Override
  public void onComplete() {
    release.run();
    subscriber.onComplete();
  }
}
