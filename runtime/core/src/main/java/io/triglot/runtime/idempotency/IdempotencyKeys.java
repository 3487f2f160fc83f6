package io.triglot.runtime.idempotency;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallInterceptor;
import io.triglot.runtime.Failure;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.OperationKind;
import io.triglot.runtime.Upload;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes every mutation that comes with an idempotency key once, and answers its repetitions with
 * what it came to: its result or its declared error. The key is a header {@code Idempotency-Key} on
 * REST and GraphQL, metadata {@code idempotency-key} on gRPC.
 *
 * <pre>{@code
 * .interceptor(IdempotencyKeys.of(InMemoryIdempotencyStore.of(100_000, Duration.ofDays(1))))
 * }</pre>
 *
 * <p>A key with other arguments than before is refused (INVALID_ARGUMENT, 422 on REST), one whose
 * call is still being made too (ABORTED, 409). A call that fails on the server's side is forgotten,
 * and made again at the next try. Keys belong to one caller and one operation; a repetition may
 * come on another protocol. Calls without a key, queries and streams are left alone.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
public final class IdempotencyKeys implements CallInterceptor {
  private static final String HEADER = "Idempotency-Key";
  private static final int MAX_LENGTH = 255;

  private final IdempotencyStore store;
  private final Predicate<OperationDescriptor> required;

  private IdempotencyKeys(IdempotencyStore store, Predicate<OperationDescriptor> required) {
    this.store = Objects.requireNonNull(store, "store");
    this.required = required;
  }

  /** Keys whose answers are remembered in this store. */
  public static IdempotencyKeys of(IdempotencyStore store) {
    return new IdempotencyKeys(store, operation -> false);
  }

  /** The same, refusing mutations of these operations that come without a key. */
  public IdempotencyKeys requiredBy(Predicate<OperationDescriptor> operations) {
    return new IdempotencyKeys(store, Objects.requireNonNull(operations, "operations"));
  }

  @Override
  public @Nullable Object intercept(CallContext context, Invocation next) throws Exception {
    OperationDescriptor operation = context.operation();
    if (operation.kind() != OperationKind.MUTATION) {
      return next.call();
    }
    Optional<String> sent = context.request().header(HEADER);
    if (sent.isEmpty()) {
      if (required.test(operation)) {
        throw Failure.invalid(HEADER, "is required for this operation").asException();
      }
      return next.call();
    }
    if (next.stream().isPresent()) {
      throw Failure.invalid(HEADER, "cannot be used with a stream").asException();
    }
    if (next.arguments().stream().anyMatch(IdempotencyKeys::isUpload)) {
      throw Failure.invalid(HEADER, "cannot be used with an upload").asException();
    }
    IdempotentCall call = new IdempotentCall(key(context, sent.get()), next);
    return next.asynchronous()
        ? store.answer(call).thenApply(IdempotentCall::value)
        : await(store.answer(call));
  }

  private static boolean isUpload(@Nullable Object argument) {
    return argument instanceof Upload
        || argument instanceof Collection<?> several
            && several.stream().anyMatch(Upload.class::isInstance)
        || argument instanceof Optional<?> one && one.filter(Upload.class::isInstance).isPresent();
  }

  private static @Nullable Object await(CompletionStage<Answer> answer) throws Exception {
    try {
      return IdempotentCall.value(answer.toCompletableFuture().join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The draft has the key in quotes, as RFC 8941 writes strings; most clients have not. */
  private static IdempotencyKey key(CallContext context, String sent) {
    String key =
        sent.length() > 1 && sent.startsWith("\"") && sent.endsWith("\"")
            ? sent.substring(1, sent.length() - 1)
            : sent;
    if (key.isBlank() || key.length() > MAX_LENGTH) {
      throw Failure.invalid(HEADER, "must have 1 to " + MAX_LENGTH + " characters").asException();
    }
    int occurrence = context.request().occurrence();
    return new IdempotencyKey(
        context.caller().map(caller -> caller.name()).orElse(""),
        context.operation().id(),
        occurrence == 0 ? key : key + "#" + occurrence);
  }
}
