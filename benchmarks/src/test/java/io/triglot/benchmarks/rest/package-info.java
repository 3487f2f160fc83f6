/**
 * REST on Triglot's server beside other servers: {@link io.triglot.benchmarks.rest.RestComparison}
 * starts each as a process of its own and puts the same three requests to it.
 */
package io.triglot.benchmarks.rest;
