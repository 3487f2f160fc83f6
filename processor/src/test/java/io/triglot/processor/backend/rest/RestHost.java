package io.triglot.processor.backend.rest;

import io.triglot.runtime.rest.RestEndpoint;
import java.net.URI;

/** A server on 127.0.0.1 that has an API's REST side at its root. */
public interface RestHost extends AutoCloseable {
  /** The root. */
  URI uri();

  @Override
  void close();

  /** Starts a server. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts a server on a free port.
     *
     * @param maxBodyBytes how many bytes the body of a request may have
     */
    RestHost start(RestEndpoint endpoint, int maxBodyBytes) throws Exception;
  }
}
