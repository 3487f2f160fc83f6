/** The shop on SmallRye GraphQL. */
@NullMarked
package io.triglot.benchmarks.smallrye;

import org.jspecify.annotations.NullMarked;
