package io.triglot.processor.backend.grpc;

import io.triglot.processor.diagnostic.Rule;

/** What gRPC cannot say, or not as the user means it. */
final class GrpcRules {
  static final Rule PROTO_NAME_CLASH = Rule.error("TriglotProtoNameClash");
  static final Rule PROTO_MEMBER_CLASH = Rule.error("TriglotProtoMemberClash");
  static final Rule FILE_OPTION = Rule.error("TriglotProtoFileOption");
  static final Rule ENUM_ZERO = Rule.error("TriglotEnumZero");
  static final Rule NULLABLE_ELEMENT = Rule.error("TriglotNullableElement");

  private GrpcRules() {}
}
