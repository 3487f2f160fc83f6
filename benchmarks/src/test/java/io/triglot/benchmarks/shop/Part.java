package io.triglot.benchmarks.shop;

/** One thing that is measured. */
@FunctionalInterface
interface Part {
  /**
   * Measures, and writes what came of it.
   *
   * @throws Exception when it could not be measured
   */
  void measure(DatabaseServer database, Effort effort, Report report) throws Exception;
}
