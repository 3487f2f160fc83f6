package io.triglot.server;

import io.triglot.hosting.Limits;
import io.triglot.runtime.CallException;
import io.triglot.runtime.Failure;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.http.FormParts;
import io.triglot.runtime.http.HttpRequest;
import io.triglot.runtime.http.LimitedBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request as Jetty hands it over. */
final class JettyRequest implements HttpRequest {
  private static final String REACHED = JettyRequest.class.getName();

  private final Request request;
  private final Limits limits;
  private volatile byte @Nullable [] body;
  private volatile @Nullable ArrivingBody arriving;
  private @Nullable Exception failure;
  private @Nullable Departure departure;

  JettyRequest(Request request, Limits limits) {
    this.request = request;
    this.limits = limits;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String scheme() {
    return request.isSecure() ? "https" : "http";
  }

  @Override
  public String path() {
    return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
  }

  @Override
  public String basePath() {
    return ForwardedCustomizer.prefix(request);
  }

  @Override
  public String query() {
    return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
  }

  @Override
  public List<String> headers(String name) {
    List<String> values = request.getHeaders().getValuesList(name);
    if (values.isEmpty() && HttpHeader.HOST.is(name)) {
      String authority = request.getHttpURI().getAuthority(); // HTTP/2 has it instead
      return authority == null ? values : List.of(authority);
    }
    return values;
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return type.isInstance(this)
        ? Optional.of(type.cast(this))
        : connection(request).stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public synchronized CompletionStage<Void> cancelled() {
    if (departure == null) {
      departure = new Departure(request, this::isRead);
    }
    return departure.told();
  }

  /**
   * The answer begins to be written.
   *
   * @return tells of the client's departure, where that has made the connection unusable
   */
  synchronized Optional<CompletionStage<Void>> answer() {
    return Optional.ofNullable(departure).filter(Departure::answer).map(Departure::told);
  }

  @Override
  public byte[] body() throws IOException {
    if (body == null && failure == null) {
      read();
    }
    return outcome();
  }

  @Override
  public long maxBodyBytes() {
    return limits.maxBodyBytes();
  }

  @Override
  public InputStream stream() {
    if (request.getLength() > limits.maxUploadBytes()) {
      throw LimitedBody.tooLarge(limits.maxUploadBytes());
    }
    ArrivingBody body = new ArrivingBody(request, limits);
    arriving = body;
    return new LimitedBody(body, limits.maxUploadBytes(), body::close);
  }

  @Override
  public FormParts parts() throws IOException {
    return ArrivedParts.read(header("Content-Type").orElse(""), stream());
  }

  private boolean isRead() {
    ArrivingBody known = arriving;
    return !mayHaveBody() || body != null || known != null && known.isRead();
  }

  /** An operation is called on its behalf. */
  void reachesOperation() {
    request.setAttribute(REACHED, true);
  }

  /** Whether an operation has been called on behalf of a request. */
  static boolean hasReachedOperation(Request request) {
    return request.getAttribute(REACHED) != null;
  }

  /** Has something run when more of the request has come. */
  void whenMoreCame(Runnable demand, Runnable next) {
    ArrivingBody body = arriving;
    if (body == null || !body.handOver(next)) {
      demand.run();
    }
  }

  /** Runs something when the response has left, or cannot. */
  void whenComplete(Runnable task) {
    Request.addCompletionListener(request, failure -> task.run());
  }

  /** The client's address, and the session of an encrypted connection. */
  static List<Object> connection(Request request) {
    SocketAddress client = request.getConnectionMetaData().getRemoteSocketAddress();
    return request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
            instanceof EndPoint.SslSessionData encrypted
        ? List.of(client, encrypted.sslSession())
        : List.of(client);
  }

  /** Whether a body may still have to be read, for which a thread would have to wait. */
  boolean mayHaveBody() {
    return request.getLength() > 0
        || request.getLength() < 0
            && (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
  }

  /** Reads the body without waiting, so that {@link #body} has it; then runs what comes next. */
  void readAhead(Runnable next) {
    if (isDeclaredTooLarge()) {
      failure = tooLarge();
      next.run();
      return;
    }
    readWithPatience()
        .whenComplete(
            (bytes, problem) -> {
              if (problem == null) {
                accept(bytes);
              } else {
                failure = new IOException(problem);
              }
              next.run();
            });
  }

  private void read() {
    if (isDeclaredTooLarge()) {
      failure = tooLarge();
      return;
    }
    try {
      accept(readWithPatience().get());
    } catch (ExecutionException e) {
      failure = new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = new InterruptedIOException();
    }
  }

  private CompletableFuture<byte[]> readWithPatience() {
    BodyReader reader = new BodyReader(request, limits.maxBodyBytes());
    CompletableFuture<byte[]> body = reader.read();
    if (!body.isDone()) {
      long begin = System.nanoTime();
      new BodyPatience(request, reader::bytesRead, () -> System.nanoTime() - begin, limits)
          .begin(body);
    }
    return body;
  }

  private void accept(byte[] bytes) {
    if (bytes.length > limits.maxBodyBytes()) {
      failure = tooLarge();
    } else {
      body = bytes;
    }
  }

  private byte[] outcome() throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof CallException call) {
      throw call;
    }
    return Objects.requireNonNull(body);
  }

  private boolean isDeclaredTooLarge() {
    return request.getLength() > limits.maxBodyBytes();
  }

  private CallException tooLarge() {
    return Failure.of(
            StatusCode.RESOURCE_EXHAUSTED,
            "The request body is larger than " + limits.maxBodyBytes() + " bytes")
        .asException();
  }
}
