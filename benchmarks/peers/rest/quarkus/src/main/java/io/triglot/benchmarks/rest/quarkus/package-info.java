/** The shop on Quarkus REST. */
@NullMarked
package io.triglot.benchmarks.rest.quarkus;

import org.jspecify.annotations.NullMarked;
