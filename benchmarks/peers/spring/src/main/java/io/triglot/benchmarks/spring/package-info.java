/** The shop on Spring for GraphQL. */
@NullMarked
package io.triglot.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
