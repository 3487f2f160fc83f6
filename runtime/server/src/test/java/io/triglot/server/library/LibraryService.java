package io.triglot.server.library;

import io.triglot.ApiBatch;
import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lends books. */
@PermitAll
public class LibraryService {
  private final Runnable probe;
  private final Function<CallContext, Book> elsewhere;
  private final AtomicInteger added = new AtomicInteger();

  /**
   * A library.
   *
   * @param probe is run wherever code of the service runs
   * @param elsewhere asks another library
   */
  public LibraryService(Runnable probe, Function<CallContext, Book> elsewhere) {
    this.probe = probe;
    this.elsewhere = elsewhere;
  }

  /** One book. */
  @ApiOperation
  public Book book(String id) {
    probe.run();
    return new Book(id, "Emma");
  }

  /** One book, some time. */
  @ApiOperation(kind = OperationKind.QUERY)
  public CompletionStage<Book> bookLater(String id) {
    probe.run();
    return CompletableFuture.supplyAsync(() -> new Book(id, "Emma"));
  }

  /** Two books. */
  @ApiOperation
  public List<Book> books() {
    return List.of(new Book("1", "Emma"), new Book("2", "Persuasion"));
  }

  /** Who wrote the books. */
  @ApiBatch
  public Map<Book, String> author(Set<Book> books) {
    probe.run();
    return books.stream().collect(Collectors.toMap(Function.identity(), book -> "Jane Austen"));
  }

  /** The book of another library. */
  @ApiOperation("GET /loan")
  public Book loan(CallContext context) {
    return elsewhere.apply(context);
  }

  /** Never works. */
  @ApiOperation("GET /lost")
  public Book lost() {
    throw new IllegalStateException("a bug of the library");
  }

  /** Takes too long. */
  @ApiOperation(value = "GET /reserved", timeoutMillis = 100)
  public Book reserved() throws InterruptedException {
    new CountDownLatch(1).await();
    return new Book("3", "");
  }

  /** Adds a book. */
  @ApiOperation
  public Book addBook(String title) throws TitleTaken {
    if (title.equals("Emma")) {
      throw new TitleTaken();
    }
    return new Book(String.valueOf(added.incrementAndGet()), title);
  }

  /** Adds a book, some time. */
  @ApiOperation(kind = OperationKind.MUTATION)
  public CompletionStage<Book> addBookLater(String title) {
    return CompletableFuture.supplyAsync(
        () -> new Book(String.valueOf(added.incrementAndGet()), title));
  }

  /** Removes all books. */
  @ApiOperation("POST /close")
  @RolesAllowed("librarian")
  public boolean close() {
    return true;
  }

  /** Two arrivals. */
  @ApiOperation(kind = OperationKind.SUBSCRIPTION)
  public Flow.Publisher<Book> arrivals() {
    probe.run();
    return subscriber -> subscriber.onSubscribe(new Arrivals(subscriber, probe));
  }

  /** How many books have been added. */
  public int added() {
    return added.get();
  }

  private static final class Arrivals implements Flow.Subscription {
    private final Flow.Subscriber<? super Book> subscriber;
    private final Runnable probe;
    private final AtomicInteger next = new AtomicInteger();

    Arrivals(Flow.Subscriber<? super Book> subscriber, Runnable probe) {
      this.subscriber = subscriber;
      this.probe = probe;
      probe.run();
    }

    @Override
    public void request(long count) {
      probe.run();
      for (long i = 0; i < count && next.get() < 2; i++) {
        int number = next.incrementAndGet();
        subscriber.onNext(new Book(String.valueOf(number), "New"));
        if (number == 2) {
          subscriber.onComplete();
        }
      }
    }

    @Override
    public void cancel() {}
  }
}
