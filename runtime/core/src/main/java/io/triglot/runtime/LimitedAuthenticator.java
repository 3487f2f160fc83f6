package io.triglot.runtime;

import java.util.List;
import java.util.Optional;

/**
 * An authenticator that is asked only as often as rate limits allow: the one place that the calls
 * of every protocol pass before anything is done for them.
 */
final class LimitedAuthenticator implements Authenticator {
  private final Authenticator authenticator;
  private final List<RateLimiter> before;
  private final List<RateLimiter> after;

  LimitedAuthenticator(Authenticator authenticator, List<RateLimit> limits) {
    this.authenticator = authenticator;
    before = limits.stream().filter(limit -> !limit.countsCallers()).map(RateLimiter::new).toList();
    after = limits.stream().filter(RateLimit::countsCallers).map(RateLimiter::new).toList();
  }

  @Override
  public Optional<Caller> authenticate(CallRequest request) {
    before.forEach(limit -> limit.count(request, Optional.empty()));
    Optional<Caller> caller = authenticator.authenticate(request);
    after.forEach(limit -> limit.count(request, caller));
    return caller;
  }

  @Override
  public boolean blocking() {
    return authenticator.blocking();
  }
}
