package io.triglot.server.notes;

import io.triglot.ApiOperation;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.Caller;
import io.triglot.runtime.OperationKind;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes so long that callers give up. */
@PermitAll
public class TaskService {
  /** What happens to the calls, in order. */
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  private final Executor elsewhere;

  /** One that goes on where the JDK does. */
  public TaskService() {
    this(ForkJoinPool.commonPool());
  }

  /** One that goes on with these threads. */
  public TaskService(Executor elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** The next that happens, or null if nothing does in good time. */
  public String next() throws InterruptedException {
    return events.poll(20, TimeUnit.SECONDS);
  }

  /** Waits on its thread until it is told that nobody waits for it. */
  @ApiOperation(value = "GET /blocking", kind = OperationKind.QUERY)
  public String blocking(CallContext context) throws Exception {
    events.add("begun " + context.isCancelled());
    context.cancelled().toCompletableFuture().get(20, TimeUnit.SECONDS);
    events.add("cancelled " + context.isCancelled());
    return "done";
  }

  /** Has a stage that never completes by itself. */
  @ApiOperation(value = "GET /staged", kind = OperationKind.QUERY)
  public CompletionStage<String> staged(CallContext context) {
    CompletableFuture<String> never = new CompletableFuture<>();
    never.whenComplete((value, failure) -> events.add(failure.getClass().getSimpleName()));
    events.add("begun " + context.isCancelled());
    return never;
  }

  /** Has a stream without elements, whose end only the context tells. */
  @ApiOperation(value = "GET /streamed")
  public Flow.Publisher<String> streamed(CallContext context) {
    context.cancelled().thenRun(() -> events.add("cancelled " + context.isCancelled()));
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long n) {
                events.add("begun " + context.isCancelled());
              }

              @Override
              public void cancel() {}
            });
  }

  /** Waits on its thread for longer than it may. */
  @ApiOperation(value = "GET /late", kind = OperationKind.QUERY, timeoutMillis = 50)
  public CompletionStage<String> late(CallContext context) {
    context.cancelled().thenRun(() -> events.add("cancelled " + context.isCancelled()));
    return new CompletableFuture<>();
  }

  /** Answers after a while, which is longer than a connection stays unwatched. */
  @ApiOperation(value = "GET /slow", kind = OperationKind.QUERY)
  public CompletionStage<String> slow() {
    return CompletableFuture.supplyAsync(
        () -> "done", CompletableFuture.delayedExecutor(1_300, TimeUnit.MILLISECONDS));
  }

  /** How many milliseconds its caller still waits; -1 where that is not known. */
  @ApiOperation(value = "GET /remaining", kind = OperationKind.QUERY)
  public long remaining(CallContext context) {
    return context.remaining().map(Duration::toMillis).orElse(-1L);
  }

  /** Who calls. */
  @ApiOperation(value = "GET /who-am-i", kind = OperationKind.QUERY)
  public String whoAmI(CallContext context) {
    return context.caller().map(Caller::name).orElse("nobody");
  }

  /** The languages of the caller, and the one of two that suits it. */
  @ApiOperation(value = "GET /languages", kind = OperationKind.QUERY)
  public String languages(CallContext context) {
    return context.locales()
        + " "
        + context.locale(java.util.List.of(java.util.Locale.FRENCH, java.util.Locale.GERMAN));
  }

  /** What is known of the call on another thread. */
  @ApiOperation(value = "GET /elsewhere", kind = OperationKind.QUERY, timeoutMillis = 60_000)
  public CompletionStage<String> elsewhere(CallContext context) {
    Thread own = Thread.currentThread();
    return CompletableFuture.supplyAsync(
        () ->
            String.join(
                " ",
                Thread.currentThread() == own ? "here" : "elsewhere",
                context.protocol().name(),
                context.operation().name(),
                context.header("x-note").orElse("none"),
                context.caller().map(Caller::name).orElse("nobody"),
                context.remaining().isPresent() ? "in time" : "at any time",
                context.isCancelled() ? "cancelled" : "awaited"),
        elsewhere);
  }
}
