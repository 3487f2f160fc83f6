package com.acme.library;

import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The books of the library. */
@PermitAll
public class BookService {
  private final Map<String, Book> books = new TreeMap<>();

  public BookService() {
    add(
        "1",
        new BookInput(
            "Emma", null, Genre.FICTION, new BigDecimal("9.90"), List.of(), Optional.of(5)));
    add(
        "a/b c",
        new BookInput(
            "Sidereus", "Nuncius", Genre.SCIENCE, new BigDecimal("120"), List.of(),
            Optional.empty()));
  }

  /** Lists books. */
  @ApiOperation
  public List<Book> books(
      @Nullable BigDecimal maxPrice, Collection<Genre> genre, Optional<String> title) {
    return books.values().stream()
        .filter(book -> maxPrice == null || book.price().compareTo(maxPrice) <= 0)
        .filter(book -> genre.isEmpty() || genre.contains(book.genre()))
        .filter(book -> title.map(book.title()::equals).orElse(true))
        .toList();
  }

  /** Finds a book. */
  @ApiOperation
  public @Nullable Book book(String id) {
    return books.get(id);
  }

  /** Finds the newest book, if there is one. */
  @ApiOperation
  public Optional<Book> findNewestBook() {
    return Optional.empty();
  }

  /** Adds a book. */
  @ApiOperation
  public Book createBook(BookInput input) {
    return add("new book", input);
  }

  /** Replaces what is known of a book. */
  @ApiOperation
  public CompletionStage<Book> replaceBook(String id, BookInput input) throws BookNotFound {
    return CompletableFuture.supplyAsync(
        () -> {
          if (!books.containsKey(id)) {
            throw new BookNotFound();
          }
          return add(id, input);
        });
  }

  /** Removes a book. */
  @ApiOperation
  public void deleteBook(String bookId) {
    books.remove(bookId);
  }

  /** Lends a book. */
  @ApiOperation("POST /books/{bookId}/loans")
  @RolesAllowed("**")
  public Loan lend(String bookId, int days, @Nullable String note, CallContext context)
      throws BookOnLoan {
    if (days > 30) {
      throw new BookOnLoan(2);
    }
    return new Loan(
        bookId, LocalDate.of(2026, 1, 31), note + " for " + context.requireCaller().name());
  }

  /** Throws all books away. */
  @ApiOperation
  @RolesAllowed("admin")
  public void removeBooks(Set<Integer> codes) {}

  /** Brings the catalogue up to date, which takes its time. */
  @ApiOperation
  public CompletionStage<Void> updateBooks() {
    return CompletableFuture.runAsync(() -> {});
  }

  /** Counts the books. */
  @ApiOperation
  public CompletionStage<Long> countBooks() {
    return CompletableFuture.completedFuture((long) books.size());
  }

  /** Tells of books that come in; of a negative number of them it knows nothing. */
  @ApiOperation
  public Flow.Publisher<Loan> loanEvents(int count, @Nullable Boolean fails) {
    return new CountingPublisher(count, fails != null && fails);
  }

  /** Ends the streams that say nothing. */
  @ApiOperation
  public void stopLoanEvents() {
    CountingPublisher.endSilent();
  }

  /** Says what it was given. */
  @ApiOperation
  public Scalars readScalars(
      boolean flag,
      byte tiny,
      short small,
      int whole,
      long big,
      float single,
      double twice,
      char letter,
      String text,
      byte[] bytes,
      BigDecimal decimal,
      BigInteger integer,
      UUID uuid,
      Instant instant,
      Duration duration,
      LocalDate date) {
    return new Scalars(
        flag, tiny, small, whole, big, single, twice, letter, text, bytes, decimal, integer, uuid,
        instant, duration, date);
  }

  /** Says what it was given. */
  @ApiOperation("POST /scalars")
  public Scalars changeScalars(Scalars scalars) {
    return scalars;
  }

  /** Breaks. */
  @ApiOperation
  public String getTrouble() {
    throw new IllegalStateException("secret");
  }

  /** Breaks its promise. */
  @ApiOperation
  @SuppressWarnings("NullAway")
  public Loan getNothing() {
    return new Loan("1", null, null);
  }

  private Book add(String id, BookInput input) {
    Book book =
        new Book(
            id,
            input.title(),
            input.subtitle(),
            input.genre(),
            input.price(),
            input.chapters().stream().map(Chapter::getName).toList(),
            Map.of("pages", input.chapters().stream().mapToInt(Chapter::getAllPages).sum()),
            input.rating(),
            Instant.parse("2024-01-15T00:00:00Z"));
    books.put(id, book);
    return book;
  }
}
