package io.triglot.example.notifications;

import io.triglot.example.store.Database;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells users something by another process. It is written down in the transaction that it is about,
 * and deleted when the other process has acknowledged it; so it arrives, sooner or later, whichever
 * process was down meanwhile.
 */
public final class Outbox implements Notifier, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final Function<Flow.Publisher<Delivery>, Flow.Publisher<String>> receiver;

  /** All below happens here. */
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private final Set<String> underWay = new HashSet<>();
  private @Nullable SubmissionPublisher<Delivery> stream;

  private Outbox(
      Database database, Function<Flow.Publisher<Delivery>, Flow.Publisher<String>> receiver) {
    this.database = database;
    this.receiver = receiver;
  }

  /**
   * Begins to send what is and what will be in this database.
   *
   * @param receiver as {@link Notifications#deliver}
   */
  public static Outbox begin(
      Database database, Function<Flow.Publisher<Delivery>, Flow.Publisher<String>> receiver) {
    Outbox outbox = new Outbox(database, receiver);
    outbox.thread.scheduleWithFixedDelay(outbox::send, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    return outbox;
  }

  @Override
  public void tell(Handle tx, String userId, News news) {
    add(tx, userId, news);
  }

  @Override
  public void forget(Handle tx, String userId) {
    add(tx, userId, null);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void add(Handle tx, String userId, @Nullable News news) {
    String id = UUID.randomUUID().toString();
    new OutboxRepository(tx).insert(new Delivery(id, userId, news, Database.now()));
    tx.afterCommit(this::sendSoon);
  }

  private void sendSoon() {
    if (!thread.isShutdown()) {
      thread.execute(this::send);
    }
  }

  /** Sends what is not under way yet. */
  private void send() {
    try {
      SubmissionPublisher<Delivery> open = stream == null ? open() : stream;
      for (Delivery each : database.inTransaction(tx -> new OutboxRepository(tx).first())) {
        if (underWay.add(each.id())) {
          open.submit(each);
        }
      }
    } catch (RuntimeException failed) { // which the next time may not
      log.warn("Notifications could not be sent", failed);
    }
  }

  private SubmissionPublisher<Delivery> open() {
    SubmissionPublisher<Delivery> opened =
        new SubmissionPublisher<>(Runnable::run, Flow.defaultBufferSize());
    stream = opened;
    receiver.apply(opened).subscribe(new Acknowledgements(opened));
    return opened;
  }

  private final class Acknowledgements implements Flow.Subscriber<String> {
    private final SubmissionPublisher<Delivery> acknowledged;

    Acknowledgements(SubmissionPublisher<Delivery> acknowledged) {
      this.acknowledged = acknowledged;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String id) {
      thread.execute(
          () -> {
            database.doInTransaction(tx -> new OutboxRepository(tx).delete(id));
            if (underWay.remove(id) && underWay.isEmpty()) {
              send();
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      log.info("Notifications will be sent later", failure);
      onComplete();
    }

    @Override
    public void onComplete() {
      if (!thread.isShutdown()) {
        thread.execute(this::end);
      }
    }

    /** What is not acknowledged will be sent again. */
    private void end() {
      if (stream == acknowledged) {
        stream = null;
        underWay.clear();
      }
    }
  }
}
