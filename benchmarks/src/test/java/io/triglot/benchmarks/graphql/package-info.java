/** Triglot's GraphQL beside graphql-java and the frameworks that stand on it. */
@NullMarked
package io.triglot.benchmarks.graphql;

import org.jspecify.annotations.NullMarked;
