package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that has the numbers of an enum's constants. */
final class EnumNumberingEmitter {
  private EnumNumberingEmitter() {}

  static TypeSpec.Builder emit(ProtoEnum protoEnum) {
    ClassName javaType = JavaTypes.className(protoEnum.javaType());
    ClassName numbering = JavaTypes.className(protoEnum.numbering());
    List<ProtoEnum.Value> constants =
        protoEnum.values().stream().filter(value -> value.constant().isPresent()).toList();
    return TypeSpec.classBuilder(numbering)
        .addJavadoc(
            "The numbers of {@link $T} in the protobuf enum {@code $L}.\n",
            javaType,
            protoEnum.name().full())
        .superclass(ParameterizedTypeName.get(GrpcRuntime.ENUM_NUMBERING, javaType))
        .addField(
            FieldSpec.builder(numbering, "INSTANCE")
                .addJavadoc("The one instance.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", numbering)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($S)", protoEnum.apiName())
                .build())
        .addMethod(numberMethod(javaType, constants))
        .addMethod(constantMethod(javaType, constants));
  }

  private static MethodSpec numberMethod(ClassName javaType, List<ProtoEnum.Value> constants) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("number")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(int.class)
            .addParameter(javaType, "constant")
            .addCode("return switch (constant) {\n$>");
    constants.forEach(
        value ->
            method.addCode("case $L -> $L;\n", value.constant().orElseThrow(), value.number()));
    return method.addCode("$<};\n").build();
  }

  private static MethodSpec constantMethod(ClassName javaType, List<ProtoEnum.Value> constants) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("constant")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(javaType)
            .addParameter(int.class, "number")
            .addCode("return switch (number) {\n$>");
    constants.forEach(
        value ->
            method.addCode(
                "case $L -> $T.$L;\n", value.number(), javaType, value.constant().orElseThrow()));
    return method.addCode("default -> null;\n$<};\n").build();
  }
}
