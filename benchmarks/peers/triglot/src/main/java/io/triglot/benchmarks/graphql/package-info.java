/** The shop of the GraphQL comparison on Triglot, and on graphql-java alone. */
@NullMarked
package io.triglot.benchmarks.graphql;

import org.jspecify.annotations.NullMarked;
