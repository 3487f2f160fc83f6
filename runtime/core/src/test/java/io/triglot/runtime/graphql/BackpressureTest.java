package io.triglot.runtime.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import io.triglot.runtime.Api;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.TextSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A slow client slows the source, on every transport, and nothing is lost or out of order. */
class BackpressureTest {
  private final Sample sample = new Sample();

  @Test
  void aSocketAsksForTheNextResultWhenTheLastHasLeft() {
    SlowSocket socket = new SlowSocket();
    TextSocket.Listener listener =
        GraphQlEndpoint.of(Api.of(sample)).connect(new NoRequest(), socket);
    listener.onText("{\"type\": \"connection_init\"}");
    listener.onText(
        "{\"id\": \"1\", \"type\": \"subscribe\", \"payload\": {\"query\":"
            + " \"subscription { count(to: 3) }\"}}");
    assertThat(socket.sent).hasSize(2).last().asString().contains("\"count\":1}");
    socket.leave();
    assertThat(socket.sent).hasSize(3).last().asString().contains("\"count\":2}");
    listener.onClosed();
    socket.leave();
    assertThat(socket.sent).hasSize(3);
    assertThat(sample.subscriptions.get(0).cancelled).isCompleted();
  }

  @Test
  void theEndOfAnEventStreamWaitsForDemandToo() {
    Pieces pieces = new Pieces();
    new EventStream(
            results(sample.count(2)), failure -> ExecutionResult.newExecutionResult().build())
        .subscribe(pieces);
    pieces.request(2);
    assertThat(pieces.texts).hasSize(2);
    assertThat(pieces.ended).isFalse();
    pieces.request(1);
    assertThat(pieces.texts).last().isEqualTo("event: complete\ndata:\n\n");
    assertThat(pieces.ended).isTrue();
  }

  @Test
  void answersThatAreReadyEarlyWaitForTheirTurn() {
    List<CompletableFuture<ExecutionResult>> answers =
        List.of(new CompletableFuture<>(), new CompletableFuture<>());
    Pieces pieces = new Pieces();
    new EventStream(
            new AnsweredEvents(
                objects(sample.count(2)), number -> answers.get((Integer) number - 1), end -> {}),
            failure -> ExecutionResult.newExecutionResult().build())
        .subscribe(pieces);
    pieces.request(Long.MAX_VALUE);
    answers.get(1).complete(result(2));
    assertThat(pieces.texts).isEmpty();
    answers.get(0).complete(result(1));
    assertThat(pieces.texts)
        .containsExactly(
            "event: next\ndata: {\"data\":1}\n\n",
            "event: next\ndata: {\"data\":2}\n\n",
            "event: complete\ndata:\n\n");
  }

  private static Flow.Publisher<ExecutionResult> results(Flow.Publisher<Integer> numbers) {
    return new AnsweredEvents(
        objects(numbers), number -> CompletableFuture.completedStage(result(number)), end -> {});
  }

  @SuppressWarnings("unchecked") // a publisher of integers publishes objects
  private static Flow.Publisher<Object> objects(Flow.Publisher<Integer> numbers) {
    return (Flow.Publisher<Object>) (Flow.Publisher<?>) numbers;
  }

  private static ExecutionResult result(Object data) {
    return ExecutionResult.newExecutionResult().data(data).build();
  }

  /** A socket whose messages leave one by one, when told. */
  private static final class SlowSocket implements TextSocket {
    final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    @Override
    public CompletionStage<Void> send(String text) {
      sent.add(text);
      CompletableFuture<Void> left = new CompletableFuture<>();
      waiting.add(left);
      return left;
    }

    @Override
    public void close(int code, String reason) {
      throw new AssertionError(reason);
    }

    void leave() {
      waiting.get(waiting.size() - 1).complete(null);
    }
  }

  private static final class Pieces implements Flow.Subscriber<byte[]> {
    final List<String> texts = new ArrayList<>();
    boolean ended;
    private Flow.@Nullable Subscription subscription;

    void request(long count) {
      Objects.requireNonNull(subscription).request(count);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(byte[] piece) {
      texts.add(new String(piece, StandardCharsets.UTF_8));
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
      ended = true;
    }
  }

  private record NoRequest() implements HttpRequest {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return "/";
    }

    @Override
    public String query() {
      return "";
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
