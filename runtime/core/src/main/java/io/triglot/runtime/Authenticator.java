package io.triglot.runtime;

import java.util.List;
import java.util.Optional;

/**
 * Finds out who calls, from what the transport knows of the call. One authenticator serves all
 * protocols.
 *
 * <p>Implementations are thread-safe. They may block, which then holds for every call, also for
 * those of operations that do not; {@link #nonBlocking} is for those that answer at once.
 */
@FunctionalInterface
public interface Authenticator {
  /**
   * The {@link Failure#reason} with which an authenticator refuses a bearer token that is not
   * valid; REST then says so in {@code WWW-Authenticate} (RFC 6750, section 3.1).
   */
  String INVALID_TOKEN = "INVALID_TOKEN";

  /**
   * The caller, or empty where the call carries no credentials or none that are valid: the call is
   * then anonymous, and refused with {@link StatusCode#UNAUTHENTICATED} if the operation needs a
   * caller.
   *
   * @throws CallException to refuse the call whatever the operation is
   */
  Optional<Caller> authenticate(CallRequest request);

  /** Whether {@link #authenticate} may block its thread, which is taken for granted. */
  default boolean blocking() {
    return true;
  }

  /** Knows nobody: every call is anonymous. */
  static Authenticator anonymous() {
    return nonBlocking(request -> Optional.empty());
  }

  /**
   * Asks several, for APIs that know their callers by more than one kind of credentials: the first
   * that knows the caller decides, or that refuses the call.
   */
  static Authenticator firstOf(Authenticator... authenticators) {
    List<Authenticator> all = List.of(authenticators);
    Authenticator first =
        request ->
            all.stream()
                .flatMap(authenticator -> authenticator.authenticate(request).stream())
                .findFirst();
    return all.stream().anyMatch(Authenticator::blocking) ? first : nonBlocking(first);
  }

  /**
   * The same authenticator, of which it is known that it answers at once: it runs on the thread
   * that received the call where the operation does not block either.
   */
  static Authenticator nonBlocking(Authenticator authenticator) {
    return new Authenticator() {
      @Override
      public Optional<Caller> authenticate(CallRequest request) {
        return authenticator.authenticate(request);
      }

      @Override
      public boolean blocking() {
        return false;
      }
    };
  }
}
