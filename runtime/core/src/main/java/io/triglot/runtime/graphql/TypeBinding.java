package io.triglot.runtime.graphql;

/** What is generated for a Java type on GraphQL. */
public interface TypeBinding {
  /**
   * The Java type. It is not asked for before something depends on it, because a start must not
   * wait for the classes of a thousand types to be loaded.
   */
  Class<?> type();
}
