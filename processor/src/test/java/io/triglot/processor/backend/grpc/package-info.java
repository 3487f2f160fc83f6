/** Tests of the gRPC back end: what it writes, judged by protoc, protobuf-java and grpc-java. */
@NullMarked
package io.triglot.processor.backend.grpc;

import org.jspecify.annotations.NullMarked;
