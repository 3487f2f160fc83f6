package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;
import javax.lang.model.element.Modifier;

/** Writes the class that takes a union from Java to a message with a {@code oneof} and back. */
final class UnionMarshallerEmitter {
  private static final String VALUE = "value";
  private static final String MEMBER = "member";

  private final ProtoMessage message;
  private final TypeName javaType;
  private final ClassName marshaller;

  private UnionMarshallerEmitter(ProtoMessage message) {
    this.message = message;
    this.javaType = JavaTypes.of(message.javaType());
    this.marshaller = JavaTypes.className(message.marshaller());
  }

  static TypeSpec.Builder emit(ProtoMessage message) {
    return new UnionMarshallerEmitter(message).emit();
  }

  private TypeSpec.Builder emit() {
    TypeSpec.Builder type =
        MarshallerEmitter.begin(marshaller, GrpcRuntime.UNION_MARSHALLER, javaType, message);
    for (ProtoField member : message.fields()) {
      type.addField(MarshallerEmitter.tag(member, tag(member), "LEN"));
    }
    return type.addMethod(constructor())
        .addMethod(writeMethod())
        .addMethod(readMethod())
        .addMethod(MarshallerEmitter.fieldNameMethod(message, "number"));
  }

  private MethodSpec constructor() {
    CodeBlock names =
        message.fields().stream()
            .map(member -> CodeBlock.of("$S", member.jsonName()))
            .collect(CodeBlock.joining(",$W"));
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addStatement("super($L)", names)
        .build();
  }

  private MethodSpec writeMethod() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("write")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(GrpcRuntime.WIRE_WRITER, "out")
            .addParameter(javaType, VALUE);
    for (ProtoField member : message.fields()) {
      method
          .beginControlFlow("if ($L instanceof $T $L)", VALUE, type(member), MEMBER)
          .addStatement(
              "out.writeRequired($L, $L,$W$L)", tag(member), MEMBER, CodecCode.codec(member.type()))
          .addStatement("return")
          .endControlFlow();
    }
    return method.addStatement("throw unknown($L)", VALUE).build();
  }

  private MethodSpec readMethod() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("readMember")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(javaType)
            .addParameter(GrpcRuntime.WIRE_READER, "in")
            .addParameter(javaType, "previous")
            .addStatement("$T $L = previous", javaType, VALUE)
            .beginControlFlow("while (in.hasNext())")
            .beginControlFlow("switch (in.readTag())");
    for (ProtoField member : message.fields()) {
      method.addCode(
          "case $1L ->\n$>$>$2L =\n$>$>"
              + "in.read($3L,$W$2L instanceof $4T $5L ? $5L : null);\n$<$<$<$<",
          tag(member),
          VALUE,
          CodecCode.codec(member.type()),
          type(member),
          MEMBER);
    }
    return method
        .addCode("default -> in.skip();\n")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return $L", VALUE)
        .build();
  }

  private static TypeName type(ProtoField member) {
    return JavaTypes.of(member.javaType());
  }

  private static String tag(ProtoField member) {
    return ProtoNames.upperSnake(member.name()) + "_TAG";
  }
}
