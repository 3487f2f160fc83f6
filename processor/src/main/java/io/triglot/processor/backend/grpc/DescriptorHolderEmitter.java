package io.triglot.processor.backend.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.OutputSink;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that holds a file's descriptor: for server reflection, never for a call. It is
 * built when it is first asked for.
 */
final class DescriptorHolderEmitter {
  private static final ClassName FILE_DESCRIPTOR =
      ClassName.get("com.google.protobuf", "Descriptors", "FileDescriptor");
  private static final ClassName EMBEDDED =
      ClassName.get("io.triglot.runtime.grpc", "EmbeddedDescriptor");

  private DescriptorHolderEmitter() {}

  static void emit(
      ProtoFile file, FileDescriptorProto descriptor, Collection<Origin> origins, OutputSink sink) {
    ClassName lazy = ClassName.get(file.holder().packageName(), file.holder().simpleName(), "Lazy");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(file.holder().simpleName())
            .addJavadoc("The descriptor of {@code $L}.\n", file.path())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder(ProtoImport.OURS)
                    .addJavadoc("The descriptor, built when it is first asked for.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(FILE_DESCRIPTOR)
                    .addStatement("return $T.FILE", lazy)
                    .build())
            .addType(
                TypeSpec.classBuilder(lazy)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addField(
                        FieldSpec.builder(FILE_DESCRIPTOR, "FILE", Modifier.STATIC, Modifier.FINAL)
                            .initializer(built(file, descriptor))
                            .build())
                    .addMethod(
                        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
                    .build());
    GeneratedJava.write(sink, file.holder(), file.source(), type, origins);
  }

  private static CodeBlock built(ProtoFile file, FileDescriptorProto descriptor) {
    CodeBlock dependencies =
        file.imports().stream()
            .map(
                imported ->
                    CodeBlock.of(
                        "$T.$L()", JavaTypes.className(imported.holder()), imported.accessor()))
            .collect(CodeBlock.joining(",\n"));
    CodeBlock.Builder code = CodeBlock.builder().add("$T.file(\n$>$>", EMBEDDED);
    code.add("$T.of(", List.class);
    code.add(file.imports().isEmpty() ? "" : "\n$>$>");
    code.add(dependencies);
    code.add(file.imports().isEmpty() ? ")" : ")$<$<");
    for (String chunk : Latin1Literals.chunks(descriptor.toByteArray())) {
      code.add(",\n$L", chunk);
    }
    return code.add(")$<$<").build();
  }
}
