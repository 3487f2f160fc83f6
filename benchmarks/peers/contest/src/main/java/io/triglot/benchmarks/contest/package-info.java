/**
 * What is compared when Triglot's GraphQL stands beside its peers: a shop's data, the requests, and
 * a process that answers them. Knows none of those who answer.
 */
@NullMarked
package io.triglot.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
