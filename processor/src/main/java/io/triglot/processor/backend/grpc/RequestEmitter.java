package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;

/** Writes the records for requests and responses that have no type of the user's. */
final class RequestEmitter {
  private RequestEmitter() {}

  static TypeSpec emit(ProtoMessage message) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    message
        .fields()
        .forEach(
            field -> components.addParameter(JavaTypes.of(field.javaType()), field.javaName()));
    return TypeSpec.recordBuilder(JavaTypes.className(message.javaType()).simpleName())
        .addJavadoc("The protobuf message {@code $L}.\n", message.name().full())
        .recordConstructor(components.build())
        .build();
  }
}
