package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.AccessConstants;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the class that takes a message from Java to bytes and back. */
final class MarshallerEmitter {
  private final ProtoMessage message;
  private final boolean mergeable;
  private final TypeName javaType;
  private final ClassName marshaller;
  private final NameAllocator names = new NameAllocator();
  private final AccessConstants conditions;
  private final List<FieldCode> fields = new ArrayList<>();
  private final Optional<MaskCode> mask;

  private MarshallerEmitter(ProtoMessage message, boolean mergeable) {
    this.message = message;
    this.mergeable = mergeable;
    this.javaType = JavaTypes.of(message.javaType());
    this.marshaller = JavaTypes.className(message.marshaller());
    this.conditions = AccessConstants.of(message.fields().stream().map(ProtoField::access));
    List<ProtoField> carried = message.fields().stream().filter(field -> !field.isMask()).toList();
    carried.forEach(field -> names.newName(field.javaName(), field));
    List.of("in", "out", "message", "previous", "result", "number")
        .forEach(name -> names.newName(name, name));
    this.mask =
        message.fields().stream()
            .filter(ProtoField::isMask)
            .findFirst()
            .map(field -> new MaskCode(field, patched(carried), names.newName("updateMask")));
    carried.forEach(
        field ->
            fields.add(new FieldCode(field, names.get(field), names.get("in"), conditions, mask)));
  }

  private static List<ProtoField> patched(List<ProtoField> fields) {
    return fields.stream().filter(field -> TypeRef.isPatch(field.javaType())).toList();
  }

  /**
   * The class.
   *
   * @param mergeable whether the message can be the type of a field, in which it may come in pieces
   */
  static TypeSpec.Builder emit(ProtoMessage message, boolean mergeable) {
    return new MarshallerEmitter(message, mergeable).emit();
  }

  /** The class of a message's marshaller, with its one instance. */
  static TypeSpec.Builder begin(
      ClassName marshaller, ClassName superclass, TypeName javaType, ProtoMessage message) {
    return TypeSpec.classBuilder(marshaller)
        .addJavadoc(
            "Writes and reads {@link $T} as the protobuf message {@code $L}.\n",
            JavaTypes.rawType(javaType),
            message.name().full())
        .superclass(ParameterizedTypeName.get(superclass, javaType))
        .addField(
            FieldSpec.builder(marshaller, "INSTANCE")
                .addJavadoc("The one instance.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", marshaller)
                .build());
  }

  private TypeSpec.Builder emit() {
    TypeSpec.Builder type = begin(marshaller, GrpcRuntime.MESSAGE_MARSHALLER, javaType, message);
    fields.forEach(
        field ->
            field.tags().forEach((name, wire) -> type.addField(tag(field.field(), name, wire))));
    mask.ifPresent(each -> type.addFields(each.constants()));
    return type.addFields(conditions.declarations())
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(writeMethod())
        .addMethod(readMethod())
        .addMethod(fieldNameMethod(message, names.get("number")));
  }

  /** The constant of a tag. */
  static FieldSpec tag(ProtoField field, String name, String wireType) {
    return FieldSpec.builder(int.class, name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$L << 3 | $T.$L", field.number(), GrpcRuntime.WIRE_TYPE, wireType)
        .build();
  }

  private MethodSpec writeMethod() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("write")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(GrpcRuntime.WIRE_WRITER, names.get("out"))
            .addParameter(javaType, names.get("message"));
    mask.ifPresent(each -> method.addStatement(each.write(names.get("out"), names.get("message"))));
    fields.stream()
        .sorted(Comparator.comparing((FieldCode field) -> field.field().number()).reversed())
        .forEach(field -> method.addCode(writing(field)));
    return method.build();
  }

  private CodeBlock writing(FieldCode field) {
    String out = names.get("out");
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock statement = field.write(out, names.get("message"));
    if (field.field().writeOnly()) {
      code.beginControlFlow("if ($N.isRequest())", out);
    } else if (field.field().access().isGuarded()) {
      code.beginControlFlow("if ($N.admits($L))", out, conditions.of(field.field().access()));
    } else {
      return code.addStatement(statement).build();
    }
    return code.addStatement(statement).endControlFlow().build();
  }

  private MethodSpec readMethod() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(javaType)
            .addParameter(GrpcRuntime.WIRE_READER, names.get("in"))
            .addParameter(javaType, names.get("previous"));
    fields.forEach(field -> method.addStatement(field.declaration()));
    mask.ifPresent(each -> method.addStatement(each.declaration()));
    if (mergeable && mask.isPresent()) {
      method.addStatement("$N.whole($N)", names.get("in"), names.get("previous"));
    } else if (mergeable && !fields.isEmpty()) {
      method.beginControlFlow("if ($N != null)", names.get("previous"));
      fields.forEach(field -> method.addStatement(field.restoration(names.get("previous"))));
      method.endControlFlow();
    }
    method.beginControlFlow("while ($N.hasNext())", names.get("in"));
    method.beginControlFlow("switch ($N.readTag())", names.get("in"));
    fields.forEach(field -> method.addCode(field.cases()));
    mask.ifPresent(each -> method.addCode(each.cases(names.get("in"))));
    method.addCode("default -> $N.skip();\n", names.get("in"));
    method.endControlFlow().endControlFlow();
    return method.addCode(construction()).build();
  }

  private CodeBlock construction() {
    return message
        .creation()
        .map(this::construction)
        .orElseGet(
            () ->
                CodeBlock.builder()
                    .addStatement(
                        "throw new $T($S)",
                        UnsupportedOperationException.class,
                        message.name().simple() + " can be written but not read")
                    .build());
  }

  private CodeBlock construction(Creation creation) {
    List<CodeBlock> arguments = Instances.arguments(creation, this::value);
    CodeBlock call =
        (mask.isEmpty() && !creation.hasParts()) || arguments.isEmpty()
            ? CodeBlock.of(
                "$L($L)", Instances.callee(creation, javaType), CodeBlock.join(arguments, ",$W"))
            : CodeBlock.of(
                "$L(\n$L)", Instances.callee(creation, javaType), CodeBlock.join(arguments, ",\n"));
    List<FieldCode> set = fields.stream().filter(FieldCode::isSet).toList();
    if (set.isEmpty() && creation.builder().isEmpty()) {
      return CodeBlock.builder().addStatement("return $L", call).build();
    }
    String result = names.get("result");
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("$T $N = $L", Instances.variable(creation, javaType), result, call);
    set.forEach(field -> code.add(field.setting(result)));
    return code.addStatement("return $L", Instances.finished(creation, result)).build();
  }

  private CodeBlock value(String javaName) {
    return fields.stream()
        .filter(field -> field.field().javaName().equals(javaName))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** The method that names the fields of a message in the paths of errors. */
  static MethodSpec fieldNameMethod(ProtoMessage message, String number) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("fieldName")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(String.class)
            .addParameter(int.class, number);
    if (message.fields().isEmpty()) {
      return method.addStatement("return $T.toString($N)", Integer.class, number).build();
    }
    method.addCode("return switch ($N) {\n$>", number);
    message
        .fields()
        .forEach(field -> method.addCode("case $L -> $S;\n", field.number(), field.jsonName()));
    return method.addCode("default -> $T.toString($N);\n$<};\n", Integer.class, number).build();
  }
}
