/** The shop on Helidon SE. */
@NullMarked
package io.triglot.benchmarks.rest.helidon;

import org.jspecify.annotations.NullMarked;
