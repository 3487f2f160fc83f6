package io.triglot.processor.backend.rest;

import java.net.URI;
import java.nio.file.Path;

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
    RestHost start(HostedApi.Endpoints endpoints, int maxBodyBytes) throws Exception;

    /**
     * Compiles an API and starts a server that has it.
     *
     * @param directory for what is compiled
     */
    default HostedApi.Running start(HostedApi api, Path directory, int maxBodyBytes)
        throws Exception {
      ClassLoader loader = api.compile(directory).loader();
      return new HostedApi.Running(start(api.in(loader), maxBodyBytes), loader);
    }
  }
}
