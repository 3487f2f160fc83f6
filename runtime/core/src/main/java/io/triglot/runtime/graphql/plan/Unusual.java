package io.triglot.runtime.graphql.plan;

/** Says that graphql-java has to complete a value; it will find out by itself why. */
final class Unusual extends RuntimeException {
  static final Unusual INSTANCE = new Unusual();

  private static final long serialVersionUID = 1L;

  private Unusual() {
    super("completed by graphql-java", null, false, false);
  }
}
