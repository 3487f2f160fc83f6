package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code <Type>Json} of a union: which member's codec it is that reads and writes. */
final class UnionCodecEmitter {
  private static final String VALUE = "value";
  private static final String MEMBER = "member";

  private final UnionType union;
  private final TypeName type;

  private UnionCodecEmitter(UnionType union) {
    this.union = union;
    this.type = JavaTypes.of(union.javaName());
  }

  /** Writes the codec. */
  static void write(ApiModel model, UnionType union, OutputSink sink) {
    UnionCodecEmitter emitter = new UnionCodecEmitter(union);
    TypeSpec.Builder codec =
        TypeSpec.classBuilder(union.javaName().generated("Json").simpleName())
            .addJavadoc("{@link $T} as JSON.\n", JavaTypes.rawType(emitter.type))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(emitter.writer());
    if (Readability.of(model).test(union)) {
      codec.addMethod(emitter.reader());
    }
    if (Deprecations.in(model, union)) {
      codec.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink, union.javaName().generated("Json"), union.javaName(), codec, List.of(union.origin()));
  }

  private MethodSpec writer() {
    CodeBlock.Builder body = CodeBlock.builder();
    for (Member member : union.members()) {
      body.beginControlFlow("if ($L instanceof $T $L)", VALUE, JavaTypes.of(member.type()), MEMBER);
      if (union.discriminator().written()) {
        body.addStatement("out.tag($S, $S)", union.discriminator().property(), member.tag().name());
      }
      body.addStatement("$T.write(out, $L)", codec(member), MEMBER)
          .addStatement("return")
          .endControlFlow();
    }
    return MethodSpec.methodBuilder("write")
        .addJavadoc("Writes a value of any of the types.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(JsonCode.WRITER, "out")
        .addParameter(type, VALUE)
        .addException(IOException.class)
        .addCode(body.addStatement("throw out.unknownType($L)", VALUE).build())
        .build();
  }

  private MethodSpec reader() {
    String property = union.discriminator().property();
    CodeBlock.Builder body =
        CodeBlock.builder()
            .add(
                "return switch (in.$L($S)) {\n$>",
                union.discriminator().written() ? "tag" : "ownTag",
                property);
    for (Member member : union.members()) {
      body.addStatement(
          "case $L -> $T.read(in)",
          ObjectReaderCode.texts(member.tag().name(), member.tag().aliases()),
          codec(member));
    }
    CodeBlock known =
        union.members().stream()
            .map(member -> CodeBlock.of("$S", member.tag().name()))
            .collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Reads the object at hand, which says of which type it is.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type)
        .addParameter(JsonCode.READER, "in")
        .addCode(
            body.addStatement("default -> in.unknownTag($S,$W$L)", property, known)
                .add("$<};\n")
                .build())
        .build();
  }

  private static TypeName codec(Member member) {
    return JsonCode.codec(new NamedRef(member.type(), false));
  }
}
