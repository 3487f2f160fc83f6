package io.triglot.runtime.grpc;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.triglot.runtime.Call;
import io.triglot.runtime.CallAddress;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What gRPC knows of a call: its metadata, its connection, and when the caller stops waiting.
 *
 * @param admitted the call, as soon as it has been admitted
 */
record GrpcRequest(
    Metadata metadata,
    Attributes connection,
    CallAddress address,
    Context context,
    AtomicReference<@Nullable CallContext> admitted)
    implements CallRequest {
  private static final Context.Key<GrpcRequest> CURRENT = Context.key("io.triglot.request");

  /** The keys of metadata that is text; other names belong to HTTP alone. */
  private static final Pattern TEXT_KEY = Pattern.compile("(?!.*-bin$)[0-9a-z_.-]+");

  /** The request of the call that begins on this thread. */
  static GrpcRequest of(ServerCall<?, ?> call, Metadata metadata) {
    String authority = Objects.requireNonNullElse(call.getAuthority(), "");
    CallAddress address =
        new CallAddress("", authority, "", call.getMethodDescriptor().getFullMethodName(), "");
    return new GrpcRequest(
        metadata, call.getAttributes(), address, Context.current(), new AtomicReference<>());
  }

  /** The call that is being served, for the calls that are made on its behalf; null for none. */
  static @Nullable CallContext served() {
    GrpcRequest current = CURRENT.get();
    return current == null ? null : current.admitted.get();
  }

  /** The call has been admitted. */
  Call admit(Call call) {
    admitted.set(call.context());
    return call;
  }

  /** Runs what serves the call. */
  void serve(Runnable body) {
    Context.current().withValue(CURRENT, this).run(body);
  }

  @Nullable Deadline deadline() {
    return context.getDeadline();
  }

  @Override
  public Protocol protocol() {
    return Protocol.GRPC;
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.ofNullable(deadline())
        .map(moment -> Duration.ofNanos(Math.max(0, moment.timeRemaining(NANOSECONDS))));
  }

  /** The transport cancels the context at once, also while the call's own thread is busy. */
  @Override
  public CompletionStage<Void> cancelled() {
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    context.addListener(
        ended -> {
          Throwable cause = ended.cancellationCause();
          // None where the call has been answered; a time-out is the deadline's matter.
          if (cause != null && !(cause instanceof TimeoutException)) {
            cancelled.complete(null);
          }
        },
        Runnable::run);
    return cancelled;
  }

  @Override
  public <T> Optional<T> transport(Class<T> type) {
    return Stream.of(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, Grpc.TRANSPORT_ATTR_SSL_SESSION)
        .map(connection::get)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  @Override
  public Set<String> headerNames() {
    return metadata.keys().stream()
        .filter(name -> !name.endsWith(Metadata.BINARY_HEADER_SUFFIX))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Optional<String> header(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!TEXT_KEY.matcher(key).matches()) {
      return Optional.empty();
    }
    Iterable<String> values =
        metadata.getAll(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
    return values == null ? Optional.empty() : Optional.of(values.iterator().next());
  }
}
