package io.triglot.runtime.grpc;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.grpc.Context;
import io.grpc.Metadata;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What gRPC knows of a call: its metadata. */
record GrpcRequest(Metadata metadata) implements CallRequest {
  /** The keys of metadata that is text; other names belong to HTTP alone. */
  private static final Pattern TEXT_KEY = Pattern.compile("(?!.*-bin$)[0-9a-z_.-]+");

  @Override
  public Protocol protocol() {
    return Protocol.GRPC;
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.ofNullable(Context.current().getDeadline())
        .map(deadline -> Duration.ofNanos(Math.max(0, deadline.timeRemaining(NANOSECONDS))));
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
