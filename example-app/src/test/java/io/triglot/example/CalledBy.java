package io.triglot.example;

import io.triglot.runtime.CallContext;
import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Caller;
import io.triglot.runtime.OperationDescriptor;
import java.util.Optional;
import java.util.Set;

/** What a service sees of a caller, where a test calls it as a plain object. */
record CalledBy(Optional<Caller> caller) implements CallContext {
  static CalledBy user(String id) {
    return new CalledBy(Optional.of(new Caller(id, Set.of("customer"))));
  }

  static CalledBy admin() {
    return new CalledBy(Optional.of(new Caller("root", Set.of("admin"))));
  }

  @Override
  public OperationDescriptor operation() {
    throw new UnsupportedOperationException();
  }

  @Override
  public CallRequest request() {
    throw new UnsupportedOperationException();
  }
}
