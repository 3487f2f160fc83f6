/**
 * gRPC: the protobuf wire format read and written straight from the user's own types, and the
 * binding of services to grpc-java.
 *
 * <p>Generated marshallers go from record to bytes and back by {@link
 * io.triglot.runtime.grpc.WireWriter} and {@link io.triglot.runtime.grpc.WireReader}; protobuf-java
 * serves descriptors and reflection only and is never on the way of a call.
 */
@NullMarked
package io.triglot.runtime.grpc;

import org.jspecify.annotations.NullMarked;
