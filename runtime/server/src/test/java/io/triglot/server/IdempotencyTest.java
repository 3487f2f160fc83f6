package io.triglot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.triglot.runtime.Caller;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.idempotency.IdempotencyKeys;
import io.triglot.runtime.idempotency.InMemoryIdempotencyStore;
import io.triglot.server.library.Book;
import io.triglot.server.library.LibraryService;
import io.triglot.server.library.TitleTaken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutations with idempotency keys, over real sockets on all protocols. */
@Timeout(60)
class IdempotencyTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final AtomicReference<@Nullable Exception> broken = new AtomicReference<>();
  private final LibraryService library = new LibraryService(() -> {}, context -> new Book("1", ""));
  private final TriglotServer server =
      TriglotServer.builder()
          .service(library)
          .authenticator(
              request -> request.header("authorization").map(name -> new Caller(name, Set.of())))
          .interceptor(
              IdempotencyKeys.of(InMemoryIdempotencyStore.of(1_000, Duration.ofHours(1)))
                  .requiredBy(operation -> operation.name().equals("addBookLater")))
          .interceptor((context, next) -> slowedOrBroken(next.arguments(), next))
          .host("127.0.0.1")
          .port(0)
          .grpcPort(0)
          .start();
  private final LibraryClients clients = LibraryClients.of(server);

  /** Stands in for what a method may do: take its time with "Slow", fail while it is broken. */
  private Object slowedOrBroken(List<?> arguments, Callable<?> method) throws Exception {
    if (arguments.equals(List.of("Slow"))) {
      entered.countDown();
      leave.await();
    }
    Exception failure = broken.get();
    if (failure != null) {
      throw failure;
    }
    return method.call();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
  }

  @Test
  void makesARepeatedCallOnceOnEveryProtocol() throws Exception {
    String first = rest("Persuasion", key("a")).body();
    assertThat(rest("Persuasion", key("a")).body()).isEqualTo(first);
    assertThat(library.added()).isEqualTo(1);

    String second = clients.graphQl(mutation("Sanditon"), key("b")).body();
    assertThat(clients.graphQl(mutation("Sanditon"), key("b")).body()).isEqualTo(second);
    assertThat(library.added()).isEqualTo(2);

    Book third = clients.grpc(key("c")).addBook("Lady Susan");
    assertThat(clients.grpc(key("c")).addBook("Lady Susan")).isEqualTo(third);
    assertThat(library.added()).isEqualTo(3);
  }

  @Test
  void answersARepetitionOnAnotherProtocol() throws Exception {
    Book added = clients.grpc(key("a")).addBook("Persuasion");

    assertThat(rest("Persuasion", key("a")).body()).contains("\"id\":\"" + added.id() + "\"");
    assertThat(clients.graphQl(mutation("Persuasion"), key("\"a\"")).body())
        .contains("\"id\":\"" + added.id() + "\"");
    assertThat(library.added()).isEqualTo(1);
  }

  @Test
  void makesCallsWithoutAKeyAsOftenAsTheyCome() throws Exception {
    rest("Persuasion", Map.of());
    rest("Persuasion", Map.of());

    assertThat(library.added()).isEqualTo(2);
  }

  @Test
  void refusesAKeyThatStandsForAnotherCall() throws Exception {
    rest("Persuasion", key("a"));

    HttpResponse<String> refused = rest("Sanditon", key("a"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "\"status\":422", "\"title\":\"Unprocessable Content\"", "IDEMPOTENCY_KEY_REUSED");
    assertThat(clients.graphQl(mutation("Sanditon"), key("a")).body())
        .contains("\"code\":\"INVALID_ARGUMENT\"", "IDEMPOTENCY_KEY_REUSED");
    assertThat(LibraryClients.codeOf(() -> addByGrpc("Sanditon", key("a"))))
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(library.added()).isEqualTo(1);
  }

  @Test
  void keepsTheKeysOfCallersAndOperationsApart() throws Exception {
    rest("Persuasion", Map.of("idempotency-key", "a", "authorization", "alice"));
    rest("Persuasion", Map.of("idempotency-key", "a", "authorization", "bob"));
    rest("Persuasion", key("a"));
    clients.grpc(key("a")).addBookLater("Persuasion").toCompletableFuture().join();

    assertThat(library.added()).isEqualTo(4);
  }

  @Test
  void refusesARepetitionWhileTheCallIsBeingMade() throws Exception {
    CompletableFuture<Book> first =
        CompletableFuture.supplyAsync(() -> addByGrpc("Slow", key("a")));
    entered.await();

    HttpResponse<String> early = rest("Slow", key("a"));
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(LibraryClients.codeOf(() -> addByGrpc("Slow", key("a")))).isEqualTo("ABORTED");
    assertThat(rest("Other", key("a")).statusCode()).isEqualTo(422);

    leave.countDown();
    Book added = first.join();
    assertThat(rest("Slow", key("a")).body()).contains("\"id\":\"" + added.id() + "\"");
    assertThat(library.added()).isEqualTo(1);
  }

  @Test
  void repeatsADeclaredErrorButNotWhatIsTheServersFault() throws Exception {
    assertThatThrownBy(() -> clients.grpc(key("a")).addBook("Emma")).isInstanceOf(TitleTaken.class);
    assertThatThrownBy(() -> clients.grpc(key("a")).addBook("Emma")).isInstanceOf(TitleTaken.class);
    assertThat(rest("Emma", key("a")).statusCode()).isEqualTo(409);

    broken.set(new IllegalStateException("a bug of the library"));
    assertThat(rest("Sanditon", key("b")).statusCode()).isEqualTo(500);
    assertThat(rest("Emma", key("a")).body()).contains("TITLE_TAKEN");
    broken.set(Failure.of(StatusCode.UNAVAILABLE, "Try again").asException());
    assertThat(rest("Sanditon", key("b")).statusCode()).isEqualTo(503);
    broken.set(null);
    assertThat(rest("Sanditon", key("b")).statusCode()).isEqualTo(200);
    assertThat(library.added()).isEqualTo(1);
  }

  @Test
  void repeatsTheResultsOfAsynchronousMethods() throws Exception {
    Book first = clients.grpc(key("a")).addBookLater("Persuasion").toCompletableFuture().join();

    assertThat(clients.grpc(key("a")).addBookLater("Persuasion").toCompletableFuture().join())
        .isEqualTo(first);
    assertThat(
            clients
                .graphQl("mutation { addBookLater(title: \"Persuasion\") { id } }", key("a"))
                .body())
        .contains("\"id\":\"" + first.id() + "\"");
    assertThat(library.added()).isEqualTo(1);
  }

  @Test
  void asksForTheKeyWhereItIsRequired() throws Exception {
    assertThat(
            clients.graphQl("mutation { addBookLater(title: \"Emma\") { id } }", Map.of()).body())
        .contains("INVALID_ARGUMENT", "Idempotency-Key");
    assertThat(rest("Persuasion", key("x".repeat(256))).statusCode()).isEqualTo(400);
  }

  @Test
  void tellsTheFieldsOfOneDocumentApart() throws Exception {
    String document =
        "mutation { a: addBook(title: \"One\") { id } b: addBook(title: \"Two\") { id } }";

    String first = clients.graphQl(document, key("a")).body();
    assertThat(clients.graphQl(document, key("a")).body()).isEqualTo(first);
    assertThat(library.added()).isEqualTo(2);
  }

  @Test
  void makesTheCallOnceHoweverManyComeAtTheSameTime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      for (int round = 0; round < 20; round++) {
        Map<String, String> key = key("round " + round);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          calls.add(() -> rest("Persuasion", key).statusCode());
          calls.add(() -> clients.graphQl(mutation("Persuasion"), key).statusCode());
          calls.add(
              () -> LibraryClients.codeOf(() -> addByGrpc("Persuasion", key)).equals("OK") ? 1 : 0);
        }
        for (var call : threads.invokeAll(calls)) {
          assertThat(call.get()).isIn(200, 409, 1, 0);
        }
        assertThat(library.added()).isEqualTo(round + 1);
      }
    } finally {
      threads.shutdown();
    }
  }

  private Book addByGrpc(String title, Map<String, String> headers) {
    try {
      return clients.grpc(headers).addBook(title);
    } catch (TitleTaken e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> rest(String title, Map<String, String> headers) throws Exception {
    return clients.post("books/add", "{\"title\":\"" + title + "\"}", headers);
  }

  private static String mutation(String title) {
    return "mutation { addBook(title: \"" + title + "\") { id title } }";
  }

  private static Map<String, String> key(String key) {
    return Map.of("idempotency-key", key);
  }
}
