package io.triglot.example;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.OperationDescriptor;
import io.triglot.runtime.Protocol;
import java.util.Optional;
import java.util.Set;

/**
 * What a service sees of a caller, where a test calls it as a plain object.
 *
 * @param body what is sent to it, as it comes
 */
record CalledBy(Optional<Caller> caller, byte[] body) implements CallContext {
  private static final byte[] NOTHING = {};

  static CalledBy user(String id) {
    return new CalledBy(Optional.of(new Caller(id, Set.of("customer"))), NOTHING);
  }

  static CalledBy admin() {
    return new CalledBy(Optional.of(new Caller("root", Set.of("admin"))), NOTHING);
  }

  @Override
  public OperationDescriptor operation() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallRequest request() {
    return new CallRequest() {
      @Override
      public Protocol protocol() {
        return Protocol.REST;
      }

      @Override
      public Optional<String> header(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<byte[]> rawBody() {
        return Optional.of(body);
      }
    };
  }
}
