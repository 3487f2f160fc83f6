package io.triglot.runtime.parity;

import io.triglot.runtime.CallAddress;
import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What stays of a call that is being served, for what goes on when it has been answered: who called
 * with which headers, in which trace. It has no deadline, and nobody gives it up.
 */
record EndedCall(
    OperationDescriptor operation,
    Optional<Caller> caller,
    Map<String, String> traceHeaders,
    Request request)
    implements CallContext {
  /** Headers that are worth keeping where a transport does not list what there is. */
  private static final Set<String> USUAL = Set.of("authorization", "accept-language");

  /** The call while it lasts. */
  static EndedCall of(CallContext call) {
    CallRequest request = call.request();
    Map<String, String> headers = new TreeMap<>();
    Stream.concat(request.headerNames().stream(), USUAL.stream())
        .forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
    return new EndedCall(
        call.operation(),
        call.caller(),
        call.traceHeaders(),
        new Request(request.protocol(), request.address(), headers));
  }

  @Override
  public Optional<Duration> remaining() {
    return Optional.empty();
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public CompletionStage<Void> cancelled() {
    return new CompletableFuture<>();
  }

  /**
   * What its transport knew.
   *
   * @param headers by their names in lower case
   */
  record Request(Protocol protocol, CallAddress address, Map<String, String> headers)
      implements CallRequest {
    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Set<String> headerNames() {
      return headers.keySet();
    }
  }
}
