/** The shop on GraphQL SPQR. */
@NullMarked
package io.triglot.benchmarks.spqr;

import org.jspecify.annotations.NullMarked;
