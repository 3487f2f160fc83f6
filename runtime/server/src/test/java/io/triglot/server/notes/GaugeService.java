package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.ApiService;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.StatusCode;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Takes values that clients stream. */
@PermitAll
@ApiService(protocols = {Protocol.REST, Protocol.GRPC})
public class GaugeService {
  /** Ends when a first value has been received. */
  public final CountDownLatch first = new CountDownLatch(1);

  /** Why a stream ended before its time. */
  public final CompletableFuture<StatusCode> broken = new CompletableFuture<>();

  /**
   * A value.
   *
   * @param degrees how warm it is
   */
  public record Reading(String place, int degrees) {}

  /**
   * Adds values.
   *
   * @param factor by what they are multiplied
   * @param readings one after another
   */
  @ApiOperation
  public List<Reading> addReadings(int factor, Flow.Publisher<Reading> readings) {
    Taking<Reading> taking = new Taking<>(this);
    readings.subscribe(taking);
    return taking.all.join().stream()
        .map(each -> new Reading(each.place(), each.degrees() * factor))
        .toList();
  }

  /** Adds values until it is too late. */
  @ApiOperation(timeoutMillis = 300)
  public CompletionStage<Integer> addInTime(Flow.Publisher<Integer> numbers) {
    Taking<Integer> taking = new Taking<>(this);
    numbers.subscribe(taking);
    return taking.all.thenApply(List::size);
  }

  /** Answers with the first value, although it has asked for others. */
  @ApiOperation
  public CompletionStage<Integer> sendFirst(Flow.Publisher<Integer> numbers) {
    Taking<Integer> taking = new Taking<>(this);
    numbers.subscribe(taking);
    return taking.one;
  }

  private static final class Taking<T> implements Flow.Subscriber<T> {
    final CompletableFuture<List<T>> all = new CompletableFuture<>();
    final CompletableFuture<T> one = new CompletableFuture<>();
    private final GaugeService service;
    private final List<T> taken = new ArrayList<>();

    Taking(GaugeService service) {
      this.service = service;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T value) {
      taken.add(value);
      service.first.countDown();
      one.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      if (failure instanceof CallException known) {
        service.broken.complete(known.failure().code());
      }
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(taken);
    }
  }
}
