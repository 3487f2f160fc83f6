/** The API whose messages and calls are measured. */
@NullMarked
package io.triglot.benchmarks.grpc;

import org.jspecify.annotations.NullMarked;
