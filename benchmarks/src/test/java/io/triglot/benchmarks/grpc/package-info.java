/** JMH measurements of gRPC: messages, and calls over the loopback interface. */
@NullMarked
package io.triglot.benchmarks.grpc;

import org.jspecify.annotations.NullMarked;
