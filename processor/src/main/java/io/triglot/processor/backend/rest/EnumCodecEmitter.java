package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.TextFormCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.EnumType.JsonForm;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes {@code <Type>Json} of an enum that JSON does not have by its Java names. */
final class EnumCodecEmitter {
  private static final ClassName TEXT = ClassName.get("io.triglot.runtime.rest.json", "TextForm");

  private final EnumType constants;
  private final ClassName type;

  private EnumCodecEmitter(EnumType constants) {
    this.constants = constants;
    this.type = JavaTypes.className(constants.javaName());
  }

  /** Writes the codec. */
  static void write(ApiModel model, EnumType constants, OutputSink sink) {
    TypeSpec.Builder codec = new EnumCodecEmitter(constants).codec();
    if (Deprecations.in(model, constants)) {
      codec.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink,
        TextFormCode.holder(constants.javaName()),
        constants.javaName(),
        codec,
        List.of(constants.origin()));
  }

  private TypeSpec.Builder codec() {
    TypeSpec.Builder codec =
        TypeSpec.classBuilder(TextFormCode.holder(constants.javaName()).simpleName())
            .addJavadoc("{@link $T} as JSON.\n", type)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addField(form())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(writer())
            .addMethod(reader());
    if (constants.json() instanceof JsonForm.Names) {
      codec.addMethod(names());
    }
    return codec;
  }

  private FieldSpec form() {
    CodeBlock text =
        constants.json() instanceof JsonForm.Values values
            ? CodeBlock.of("constant -> constant.$L", values.accessor().expression())
            : constants.json() instanceof JsonForm.Ordinals
                ? CodeBlock.of("$T::ordinal", type)
                : CodeBlock.of("$L::name", TextFormCode.holder(constants.javaName()).simpleName());
    return FieldSpec.builder(
            ParameterizedTypeName.get(TEXT, type),
            TextFormCode.CONSTANT,
            Modifier.PUBLIC,
            Modifier.STATIC,
            Modifier.FINAL)
        .addJavadoc("The texts of the constants.\n")
        .initializer(
            "\n$>$>$T.enumeration(\n$>$>$T.class,\n$L,\n$L)$<$<$<$<", TEXT, type, text, aliases())
        .build();
  }

  private CodeBlock aliases() {
    CodeBlock entries =
        constants.constants().stream()
            .flatMap(
                constant -> constant.json().aliases().stream().map(alias -> entry(alias, constant)))
            .collect(CodeBlock.joining(",\n"));
    return entries.isEmpty()
        ? CodeBlock.of("$T.of()", Map.class)
        : CodeBlock.of("$T.ofEntries(\n$>$>$L)$<$<", Map.class, entries);
  }

  private CodeBlock entry(String alias, EnumType.Constant constant) {
    return CodeBlock.of("$T.entry($S, $T.$L)", Map.class, alias, type, constant.name());
  }

  private MethodSpec names() {
    CodeBlock.Builder cases = CodeBlock.builder();
    constants
        .constants()
        .forEach(
            constant -> cases.add("case $L -> $S;\n", constant.name(), constant.json().name()));
    return MethodSpec.methodBuilder("name")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(String.class)
        .addParameter(type, "constant")
        .addCode("return switch (constant) {\n$>$L$<};\n", cases.build())
        .build();
  }

  private MethodSpec writer() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("write")
            .addJavadoc("Writes a constant.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(JsonCode.WRITER, "out")
            .addParameter(type, "constant")
            .addException(IOException.class);
    if (constants.json() instanceof JsonForm.Ordinals) {
      method.addStatement("out.int32(constant.ordinal())");
    } else if (constants.json() instanceof JsonForm.Values values && values.number()) {
      method.addStatement("out.int64(constant.$L)", values.accessor().expression());
    } else {
      method.addStatement("out.string($L.format(constant))", TextFormCode.CONSTANT);
    }
    return method.build();
  }

  private MethodSpec reader() {
    boolean number =
        constants.json() instanceof JsonForm.Ordinals
            || constants.json() instanceof JsonForm.Values values && values.number();
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Reads the constant at hand.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addParameter(JsonCode.READER, "in")
        .addStatement("return in.$L($L)", number ? "number" : "text", TextFormCode.CONSTANT)
        .build();
  }
}
