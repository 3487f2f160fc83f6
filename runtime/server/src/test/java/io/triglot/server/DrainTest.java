package io.triglot.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.triglot.hosting.TestGrpc;
import io.triglot.runtime.Api;
import io.triglot.runtime.CallException;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Calls;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import io.triglot.runtime.http.HttpEndpoint;
import io.triglot.runtime.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The end of a server with calls in flight and streams open on both ports. */
@Timeout(60)
class DrainTest {
  private static final OperationDescriptor CALL = OperationDescriptor.query("Shop", "product");
  private static final OperationDescriptor STREAM =
      OperationDescriptor.subscription("Shop", "events");
  private static final MethodDescriptor<String, String> RPC = TestGrpc.unary("test.Shop/Product");
  private static final MethodDescriptor<String, String> RPC_STREAM =
      TestGrpc.method(MethodDescriptor.MethodType.SERVER_STREAMING, "test.Shop/Events");

  private final Calls calls = Api.of().calls();
  private final CountDownLatch inFlight = new CountDownLatch(1);
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final SubmissionPublisher<String> events = new SubmissionPublisher<>(Runnable::run, 8);
  private final TestHost http = TestHost.of(this::answer);
  private final TestGrpc grpc = TestGrpc.of(service(), DrainTest::always);

  @AfterEach
  void stop() {
    answer.complete("late");
    http.close();
    grpc.close();
  }

  @Test
  void finishesACallInFlightOnHttp1() throws Exception {
    assertFinishesCallInFlight(HttpClient.Version.HTTP_1_1);
  }

  /** Before, the JDK's client gives up its own calls when it reads GOAWAY. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void finishesACallInFlightOnHttp2() throws Exception {
    assertFinishesCallInFlight(HttpClient.Version.HTTP_2);
  }

  private void assertFinishesCallInFlight(HttpClient.Version version) throws Exception {
    var response =
        TestHost.client(version)
            .sendAsync(request("/call"), BodyHandlers.ofString())
            .thenApply(java.net.http.HttpResponse::body);
    CompletableFuture<Void> drained = drainOnceInFlight();

    assertThat(drained).isNotDone();
    answer.complete("in time");
    assertThat(response.get()).isEqualTo("in time");
    drained.get();
  }

  @Test
  void finishesACallInFlightOnGrpc() throws Exception {
    ListenableFuture<String> response =
        ClientCalls.futureUnaryCall(grpc.client().newCall(RPC, CallOptions.DEFAULT), "");
    CompletableFuture<Void> drained = drainOnceInFlight();

    assertThat(drained).isNotDone();
    answer.complete("in time");
    assertThat(response.get()).isEqualTo("in time");
    drained.get();
  }

  @Test
  void takesNoNewConnections() throws Exception {
    try (Socket first = connect()) {
      send(first, "GET /call HTTP/1.1\r\nHost: x\r\n\r\n");
      CompletableFuture<Void> drained = drainOnceInFlight();

      assertThatThrownBy(this::connectAgainAndAgain).isInstanceOf(IOException.class);
      answer.complete("in time");
      drained.get();
    }
  }

  @Test
  void answersOnOpenConnectionsAndAsksTheirClientsToLeave() throws Exception {
    try (Socket busy = connect();
        Socket kept = connect()) {
      send(kept, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
      readUntil(kept, "\r\n\r\n");
      send(busy, "GET /call HTTP/1.1\r\nHost: x\r\n\r\n");
      CompletableFuture<Void> drained = drainOnceInFlight();

      send(kept, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(new String(kept.getInputStream().readAllBytes(), UTF_8))
          .contains("HTTP/1.1 200 OK", "Connection: close");
      answer.complete("in time");
      drained.get();
    }
  }

  @Test
  void endsAStreamOnHttpWithItsOwnWords() throws Exception {
    var body =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .send(request("/stream"), BodyHandlers.ofInputStream())
            .body();
    events.submit("first;");

    drain(Duration.ofSeconds(30)).get();

    assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("first;UNAVAILABLE");
    assertThat(events.hasSubscribers()).isFalse();
  }

  @Test
  void endsAStreamOnGrpcWithItsOwnWords() throws Exception {
    Iterator<String> stream =
        ClientCalls.blockingServerStreamingCall(grpc.client(), RPC_STREAM, CallOptions.DEFAULT, "");
    inFlight.await();
    events.submit("first");
    assertThat(stream.next()).isEqualTo("first");

    drain(Duration.ofSeconds(30)).get();

    assertThatThrownBy(stream::hasNext)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
              assertThat(e.getStatus().getDescription()).isEqualTo("The server is shutting down");
            });
  }

  @Test
  void keepsStreamsOpenUntilTheLastCallHasAnswered() throws Exception {
    TestHost.client(HttpClient.Version.HTTP_1_1)
        .send(request("/stream"), BodyHandlers.ofInputStream());
    var response =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .sendAsync(request("/call"), BodyHandlers.ofString());
    CompletableFuture<Void> drained = drainOnceInFlight();

    assertThat(events.hasSubscribers()).isTrue();
    answer.complete("in time");
    response.get();
    drained.get();
    assertThat(events.hasSubscribers()).isFalse();
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    var response =
        TestHost.client(HttpClient.Version.HTTP_1_1)
            .sendAsync(request("/call"), BodyHandlers.ofString());
    inFlight.await();

    drain(Duration.ofMillis(50)).get();

    assertThatThrownBy(response::get).isInstanceOf(ExecutionException.class);
  }

  /** A connection may still slip in while the operating system closes the port. */
  private void connectAgainAndAgain() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      roundTrip(connect());
    }
  }

  private CompletableFuture<Void> drainOnceInFlight() throws InterruptedException {
    inFlight.await();
    return drain(Duration.ofSeconds(30));
  }

  /** Nothing new is taken any more when this returns. */
  private CompletableFuture<Void> drain(Duration time) {
    Consumer<Duration> finish = grpc.drain(calls.open(), http.http);
    return CompletableFuture.runAsync(() -> finish.accept(time), task -> new Thread(task).start());
  }

  private HttpEndpoint.Exchange answer(io.triglot.runtime.http.HttpRequest request) {
    HttpEndpoint endpoint =
        switch (request.path()) {
          case "/call" ->
              TestHost.blocking(http -> HttpResponse.of(200, "text/plain", call(Protocol.REST)));
          case "/stream" ->
              TestHost.answering(HttpResponse.of(200, "text/plain", new Encoded(stream())));
          default -> TestHost.answering(HttpResponse.of(200));
        };
    return endpoint.accept(request);
  }

  private ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("test.Shop")
        .addMethod(
            RPC,
            ServerCalls.asyncUnaryCall(
                (request, response) -> {
                  response.onNext(call(Protocol.GRPC));
                  response.onCompleted();
                }))
        .addMethod(
            RPC_STREAM,
            ServerCalls.asyncServerStreamingCall(
                (request, response) -> {
                  stream().subscribe(new Observing(response));
                  inFlight.countDown();
                }))
        .build();
  }

  private String call(Protocol protocol) {
    return calls.call(
        CALL,
        new Request(protocol),
        call -> {
          inFlight.countDown();
          return answer.get();
        });
  }

  private Flow.Publisher<String> stream() {
    return calls.stream(STREAM, new Request(Protocol.REST), call -> events);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(http.uri(path)).build();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), http.port());
  }

  private static void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(UTF_8));
  }

  private static void readUntil(Socket socket, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      read.append((char) socket.getInputStream().read());
    }
  }

  private static void roundTrip(Socket socket) throws IOException {
    try (socket) {
      send(socket, "GET /quick HTTP/1.1\r\nHost: x\r\n\r\n");
      if (socket.getInputStream().read() < 0) {
        throw new IOException("closed");
      }
    }
  }

  static ServerCallExecutorSupplier always(Executor mayBlock) {
    return new ServerCallExecutorSupplier() {
      @Override
      public <Q, P> Executor getExecutor(ServerCall<Q, P> call, Metadata metadata) {
        return mayBlock;
      }
    };
  }

  /** Says on gRPC what a protocol's runtime would say. */
  private record Observing(StreamObserver<String> response) implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {
      response.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
      String code = ((CallException) failure).failure().code().name();
      response.onError(
          Status.Code.valueOf(code)
              .toStatus()
              .withDescription(failure.getMessage())
              .asRuntimeException());
    }

    @Override
    public void onComplete() {
      response.onCompleted();
    }
  }

  /** Says on HTTP what a protocol's runtime would say: the code, as the last piece. */
  private record Encoded(Flow.Publisher<String> items) implements Flow.Publisher<byte[]> {
    @Override
    public void subscribe(Flow.Subscriber<? super byte[]> pieces) {
      items.subscribe(new Encoding(pieces));
    }
  }

  private static final class Encoding implements Flow.Subscriber<String> {
    private final Flow.Subscriber<? super byte[]> pieces;
    private long demand;
    private String lastWord = "";

    Encoding(Flow.Subscriber<? super byte[]> pieces) {
      this.pieces = pieces;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      pieces.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {
              ask(n);
              subscription.request(n);
            }

            @Override
            public void cancel() {
              subscription.cancel();
            }
          });
    }

    private synchronized void ask(long n) {
      demand += n;
      if (!lastWord.isEmpty()) {
        sayLastWord();
      }
    }

    @Override
    public synchronized void onNext(String item) {
      demand--;
      pieces.onNext(item.getBytes(UTF_8));
    }

    @Override
    public synchronized void onError(Throwable failure) {
      lastWord = ((CallException) failure).failure().code().name();
      if (demand > 0) {
        sayLastWord();
      }
    }

    @Override
    public void onComplete() {
      pieces.onComplete();
    }

    private void sayLastWord() {
      byte[] piece = lastWord.getBytes(UTF_8);
      lastWord = "";
      pieces.onNext(piece);
      pieces.onComplete();
    }
  }

  private record Request(Protocol protocol) implements CallRequest {
    @Override
    public Optional<String> header(String name) {
      return Optional.empty();
    }
  }
}
