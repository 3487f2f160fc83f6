/**
 * The gRPC back end: the model is lowered to a tree of protobuf files, and from that one tree come
 * the {@code .proto} texts, the embedded descriptors, the marshallers and the {@code
 * io.grpc.BindableService}s.
 */
@NullMarked
package io.triglot.processor.backend.grpc;

import org.jspecify.annotations.NullMarked;
