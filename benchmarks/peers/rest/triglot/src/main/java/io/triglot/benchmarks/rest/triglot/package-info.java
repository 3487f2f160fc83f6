/** The shop on Triglot's own server. */
@NullMarked
package io.triglot.benchmarks.rest.triglot;

import org.jspecify.annotations.NullMarked;
