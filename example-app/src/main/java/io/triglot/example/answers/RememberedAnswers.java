package io.triglot.example.answers;

import io.triglot.example.catalog.Product;
import io.triglot.example.orders.Order;
import io.triglot.example.posts.Comment;
import io.triglot.example.posts.Post;
import io.triglot.example.store.Database;
import io.triglot.example.store.StoredJson;
import io.triglot.runtime.idempotency.Answer;
import io.triglot.runtime.idempotency.IdempotencyStore;
import io.triglot.runtime.idempotency.IdempotentCall;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * Makes each call inside of a transaction that also writes down its answer: either both are in the
 * database or neither is. A repetition waits there for the call that it repeats.
 *
 * <p>Refusals are not written down. They undo the transaction, so that a repetition may be refused
 * again, or not.
 */
public final class RememberedAnswers implements IdempotencyStore {
  /** The operations whose calls happen once if they say so, and what they result in. */
  private static final Map<String, Class<?>> RESULTS =
      Map.of(
          "OrderService.cancelOrder", Order.class,
          "OrderService.createOrder", Order.class,
          "OrderService.shipOrder", Order.class,
          "OrderService.updateOrderStatus", Order.class,
          "PostService.commentPost", Comment.class,
          "PostService.createPost", Post.class,
          "ProductService.createProduct", Product.class,
          "ProductService.restock", Product.class);

  private final Database database;

  /** Answers in the tables of this database. */
  public RememberedAnswers(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Answer> answer(IdempotentCall call) {
    if (!RESULTS.containsKey(call.key().operation())) {
      return call.make();
    }
    try {
      return CompletableFuture.completedStage(database.inTransaction(tx -> answer(tx, call)));
    } catch (CompletionException failed) {
      return CompletableFuture.failedStage(failed.getCause());
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private static Answer answer(Handle tx, IdempotentCall call) {
    AnswerRepository answers = new AnswerRepository(tx);
    if (!answers.claim(call.key(), call.fingerprint())) {
      AnswerRepository.Row row = answers.find(call.key());
      if (!row.fingerprint().equals(call.fingerprint())) {
        throw call.reused();
      }
      return new Answer.Result(
          StoredJson.read(
              row.answer(), Objects.requireNonNull(RESULTS.get(call.key().operation()))));
    }
    Answer answer = call.make().toCompletableFuture().join();
    if (answer instanceof Answer.Result result) {
      answers.setAnswer(call.key(), StoredJson.write(result.value()));
      return answer;
    }
    throw ((Answer.Refusal) answer).failure().asException();
  }
}
