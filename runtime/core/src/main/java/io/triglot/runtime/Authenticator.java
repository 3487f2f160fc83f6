package io.triglot.runtime;

import java.util.Optional;

/**
 * Finds out who calls, from what the transport knows of the call. One authenticator serves all
 * protocols.
 *
 * <p>Implementations are thread-safe. They may block.
 */
@FunctionalInterface
public interface Authenticator {
  /**
   * The caller, or empty where the call carries no credentials or none that are valid: the call is
   * then anonymous, and refused with {@link StatusCode#UNAUTHENTICATED} if the operation needs a
   * caller.
   *
   * @throws CallException to refuse the call whatever the operation is
   */
  Optional<Caller> authenticate(CallRequest request);

  /** Knows nobody: every call is anonymous. */
  static Authenticator anonymous() {
    return request -> Optional.empty();
  }
}
