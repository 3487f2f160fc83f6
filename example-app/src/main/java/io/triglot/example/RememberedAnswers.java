package io.triglot.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.triglot.runtime.idempotency.Answer;
import io.triglot.runtime.idempotency.IdempotencyStore;
import io.triglot.runtime.idempotency.IdempotentCall;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call inside of a transaction that also writes down its answer: either both are in the
 * database or neither is. A repetition waits there for the call that it repeats.
 *
 * <p>Refusals are not written down. They undo the transaction, so that a repetition may be refused
 * again, or not.
 */
final class RememberedAnswers implements IdempotencyStore {
  /** The operations that change something, and what they result in. */
  private static final Map<String, Class<?>> RESULTS =
      Map.of(
          "OrderService.createOrder", Order.class,
          "OrderService.updateOrderStatus", Order.class,
          "ProductService.restock", Product.class);

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Database database;

  RememberedAnswers(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Answer> answer(IdempotentCall call) {
    try {
      return CompletableFuture.completedStage(database.inTransaction(tx -> answer(tx, call)));
    } catch (CompletionException failed) {
      return CompletableFuture.failedStage(failed.getCause());
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private static Answer answer(Transaction tx, IdempotentCall call) throws SQLException {
    if (!tx.answers().claim(call.key(), call.fingerprint())) {
      AnswerRepository.Row row = tx.answers().find(call.key());
      if (!row.fingerprint().equals(call.fingerprint())) {
        throw call.reused();
      }
      return new Answer.Result(
          read(row.answer(), Objects.requireNonNull(RESULTS.get(call.key().operation()))));
    }
    Answer answer = call.make().toCompletableFuture().join();
    if (answer instanceof Answer.Result result) {
      tx.answers().setAnswer(call.key(), write(result.value()));
      return answer;
    }
    throw ((Answer.Refusal) answer).failure().asException();
  }

  private static String write(@Nullable Object result) {
    try {
      return JSON.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(String answer, Class<?> type) {
    try {
      return JSON.readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
