package io.triglot.runtime.security;

import io.triglot.runtime.CallRequest;
import io.triglot.runtime.Protocol;
import java.util.Optional;

/** A call that carries nothing but one header. */
record Credentials(String header, Optional<String> value) implements CallRequest {
  static Credentials none() {
    return new Credentials("", Optional.empty());
  }

  static Credentials of(String header, String value) {
    return new Credentials(header, Optional.of(value));
  }

  static Credentials bearer(String token) {
    return of("Authorization", "Bearer " + token);
  }

  @Override
  public Protocol protocol() {
    return Protocol.REST;
  }

  @Override
  public Optional<String> header(String name) {
    return value.filter(any -> name.equalsIgnoreCase(header));
  }
}
