package io.triglot.hosting;

/**
 * Whether something is there that the server cannot serve without, such as its database. A server
 * whose checks fail goes on serving, but tells load balancers to send it nothing new.
 */
@FunctionalInterface
public interface ReadinessCheck {
  /**
   * Looks once. May block; no longer than five seconds, after which the answer counts as no until
   * it comes. Never called twice at the same time.
   *
   * @throws Exception which counts as no and is logged
   */
  boolean isReady() throws Exception;
}
