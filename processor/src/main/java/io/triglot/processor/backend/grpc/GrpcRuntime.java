package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;

/** The classes of the run time that generated code refers to. */
final class GrpcRuntime {
  static final ClassName MESSAGE_MARSHALLER = runtime("MessageMarshaller");
  static final ClassName ENUM_NUMBERING = runtime("EnumNumbering");
  static final ClassName WIRE_READER = runtime("WireReader");
  static final ClassName WIRE_WRITER = runtime("WireWriter");
  static final ClassName WIRE_TYPE = runtime("WireType");
  static final ClassName UNION_MARSHALLER = runtime("UnionMarshaller");
  static final ClassName SCALARS = runtime("Scalars");
  static final ClassName WRAPPED_COLLECTION = runtime("WrappedCollection");
  static final ClassName SERVICE_BINDING = runtime("ServiceBinding");
  static final ClassName RESOURCE_CLIENT = runtime("ResourceClient");
  static final ClassName SERVICE_CLIENT = runtime("ServiceClient");
  static final ClassName STREAM_CODEC = runtime("StreamCodec");
  static final ClassName OPENED_STREAM = runtime("OpenedStream");
  static final ClassName RPC_METHODS = runtime("RpcMethods");
  static final ClassName EMBEDDED_DESCRIPTOR = runtime("EmbeddedDescriptor");

  private GrpcRuntime() {}

  /** The marshaller of one of protobuf's own messages, such as {@code TimestampMarshaller}. */
  static ClassName marshaller(ProtoName wellKnown) {
    return runtime(wellKnown.simple() + "Marshaller");
  }

  private static ClassName runtime(String simpleName) {
    return ClassName.get("io.triglot.runtime.grpc", simpleName);
  }
}
