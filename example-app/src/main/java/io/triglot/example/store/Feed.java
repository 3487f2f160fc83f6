package io.triglot.example.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/**
 * Streams of what the database has, in topics whose elements are numbered and committed in the
 * order of their numbers. All that subscribers get is read from there; a commit, of whichever
 * process, only wakes them. So a stream may begin anywhere, misses nothing, and goes as slowly as
 * its subscriber.
 *
 * <p>Thread-safe.
 */
public final class Feed<T> implements AutoCloseable {
  private static final int AT_ONCE = 50;
  private static final int THREADS = 2;

  /** Where the elements are. */
  @FunctionalInterface
  public interface Source<T> {
    /** The first elements of a topic that come after a number, no more than the limit. */
    List<T> after(String topic, long number, int limit);
  }

  private final Signals signals;
  private final String subject;
  private final Source<T> source;
  private final ToLongFunction<T> number;
  private final Map<String, Set<Reader>> readers = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.DiscardPolicy()); // of those who come once it is closed

  /**
   * Streams of elements.
   *
   * @param subject what they are called among the signals
   * @param source where they are
   * @param number which number one has
   */
  public Feed(Signals signals, String subject, Source<T> source, ToLongFunction<T> number) {
    this.signals = signals;
    this.subject = subject;
    this.source = source;
    this.number = number;
    signals.listen(subject, this::wake, () -> readers.keySet().forEach(this::wake));
  }

  /** The elements of a topic that come after a number, those that there are and those to come. */
  public Flow.Publisher<T> after(String topic, long last) {
    return subscriber -> {
      Reader reader = new Reader(subscriber, topic, last);
      subscriber.onSubscribe(reader);
      reader.open();
    };
  }

  /** Tells the subscribers of a topic, as soon as the transaction is committed. */
  public void wakeAfterCommit(Handle tx, String topic) {
    signals.send(tx, subject, topic);
  }

  private void wake(String topic) {
    readers.getOrDefault(topic, Set.of()).forEach(Reader::wake);
  }

  /** Ends all streams. */
  @Override
  public void close() {
    readers.values().forEach(each -> each.forEach(Reader::close));
    threads.shutdown();
  }

  /** Hands elements to one subscriber, never from two threads at once. */
  private final class Reader implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private final String topic;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger wakings = new AtomicInteger();
    private final Deque<T> read = new ArrayDeque<>();
    private long last;
    private volatile boolean closing;
    private volatile boolean over;

    Reader(Flow.Subscriber<? super T> subscriber, String topic, long last) {
      this.subscriber = subscriber;
      this.topic = topic;
      this.last = last;
    }

    /** From now on it is woken; it wakes itself once, for what was committed until now. */
    void open() {
      readers.compute(
          topic,
          (key, others) -> {
            Set<Reader> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(this);
            return all;
          });
      if (over) {
        cancel();
      }
      wake();
    }

    @Override
    public void request(long count) {
      demand.accumulateAndGet(count, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
      wake();
    }

    @Override
    public void cancel() {
      over = true;
      readers.computeIfPresent(
          topic,
          (key, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }

    void close() {
      closing = true;
      wake();
    }

    /** Reads on soon. Whoever is reading already does so once more. */
    void wake() {
      if (wakings.getAndIncrement() == 0) {
        threads.execute(this::run);
      }
    }

    private void run() {
      int seen;
      do {
        seen = wakings.get();
        try {
          handOn();
        } catch (RuntimeException failed) {
          cancel();
          subscriber.onError(failed);
        }
      } while (!wakings.compareAndSet(seen, 0));
    }

    private void handOn() {
      while (!over && !closing && demand.get() > 0) {
        if (read.isEmpty()) {
          read.addAll(source.after(topic, last, AT_ONCE));
        }
        if (read.isEmpty()) {
          return;
        }
        T next = read.remove();
        last = number.applyAsLong(next);
        demand.decrementAndGet();
        subscriber.onNext(next);
      }
      if (closing && !over) {
        cancel();
        subscriber.onComplete();
      }
    }
  }
}
