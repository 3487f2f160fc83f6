/** Measurements against peers. */
@NullMarked
package io.triglot.benchmarks;

import org.jspecify.annotations.NullMarked;
