package com.acme.orders;

import java.util.Optional;

/** Knows who signs in with which token. */
public class Tokens {
  public Optional<String> user(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(value -> value.startsWith("Bearer token-of-"))
        .map(value -> value.substring("Bearer token-of-".length()));
  }
}
