/** The shop on Jersey and Grizzly. */
@NullMarked
package io.triglot.benchmarks.rest.jersey;

import org.jspecify.annotations.NullMarked;
