package io.triglot.benchmarks.contest;

/**
 * A framework that serves the shop. Found as a service ({@link java.util.ServiceLoader}) on the
 * class path of its process.
 */
public interface Contestant {
  /** What the tables call it. */
  String name();

  /** Builds the schema and whatever else is needed, once. */
  void start() throws Exception;

  /**
   * Answers a request.
   *
   * @param body a request's body, as {@link Question#body}
   * @return the response's body
   */
  byte[] answer(byte[] body) throws Exception;
}
