/** The shop on Micronaut and Netty. */
@NullMarked
package io.triglot.benchmarks.rest.micronaut;

import org.jspecify.annotations.NullMarked;
