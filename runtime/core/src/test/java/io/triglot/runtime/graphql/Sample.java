package io.triglot.runtime.graphql;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A service for tests of the transports. */
public class Sample {
  final AtomicInteger total = new AtomicInteger();
  final List<Integer> batches = new CopyOnWriteArrayList<>();
  final List<Counting> subscriptions = new CopyOnWriteArrayList<>();

  /** A node of a tree that a client sends. */
  public record Tree(@Nullable Tree child) {
    int depth() {
      return child == null ? 1 : 1 + child.depth();
    }
  }

  /** A parent of a batched field, and of other parents. */
  public record Parent(int id) {}

  public String greeting(String name) {
    return "Hello " + name;
  }

  public String caller(CallContext context) {
    return context.requireCaller().name();
  }

  public int add(int amount) {
    return total.addAndGet(amount);
  }

  public List<Parent> parents(int count) {
    return IntStream.range(0, count).mapToObj(Parent::new).toList();
  }

  public List<Parent> people(@Nullable Integer first) {
    return parents(first == null ? 3 : first);
  }

  /** Does not answer before it is interrupted. */
  public String slow() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  public List<String> labels(List<Parent> parents) {
    batches.add(parents.size());
    return parents.stream().map(parent -> "label " + parent.id()).toList();
  }

  public List<Parent> siblings(Parent parent) {
    return List.of(new Parent(parent.id() + 1), new Parent(parent.id() + 2));
  }

  public String number(BigInteger integer, BigDecimal decimal) {
    return integer.bitLength() + " " + decimal.precision();
  }

  public int depth(Tree tree) {
    return tree.depth();
  }

  public Flow.Publisher<Integer> count(int to) {
    Counting counting = new Counting(to);
    subscriptions.add(counting);
    return counting;
  }

  /** Counts as far as it is asked to; fails after a negative number. */
  static final class Counting implements Flow.Publisher<Integer> {
    final List<Long> requests = new ArrayList<>();
    final java.util.concurrent.CompletableFuture<Void> cancelled =
        new java.util.concurrent.CompletableFuture<>();
    private final int to;
    private int next;
    private boolean emitting;
    private boolean ended;
    private long demand;

    Counting(int to) {
      this.to = to;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public synchronized void request(long count) {
              requests.add(count);
              demand += count;
              if (!emitting) {
                emitting = true;
                emit(subscriber);
                emitting = false;
              }
            }

            @Override
            public synchronized void cancel() {
              ended = true;
              cancelled.complete(null);
            }
          });
    }

    private void emit(Flow.Subscriber<? super Integer> subscriber) {
      while (demand > 0 && !ended) {
        demand--;
        next++;
        if (next <= Math.abs(to)) {
          subscriber.onNext(next);
        }
        if (next >= Math.abs(to) && !ended) {
          ended = true;
          if (to < 0) {
            subscriber.onError(
                Failure.of(StatusCode.UNAVAILABLE, "The count broke off").asException());
          } else {
            subscriber.onComplete();
          }
        }
      }
    }
  }
}
