package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code <Type>GraphQl} of an enum: its enum type, and its reader. */
final class EnumEmitter {
  private EnumEmitter() {}

  /** Writes the class. */
  static void write(ApiModel model, EnumType type, OutputSink sink) {
    JavaName name = type.javaName().generated("GraphQl");
    ClassName java = JavaTypes.className(type.javaName());
    TypeSpec.Builder generated =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc("{@link $T} on GraphQL.\n", java)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(definition(type, java))
            .addMethod(reader(type, java));
    if (Deprecations.in(model, type)) {
      generated.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink,
        name,
        type.javaName(),
        generated,
        List.of(type.origin()),
        GraphQlTypes.STATIC_IMPORTS);
  }

  private static MethodSpec definition(EnumType type, ClassName java) {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(type)).ifPresent(links::add);
    type.constants().forEach(constant -> links.add(value(constant, java)));
    return MethodSpec.methodBuilder("type")
        .addJavadoc("The enum type {@code $L}.\n", SchemaNames.of(type))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(GraphQlTypes.REFERENCE)
        .addParameter(GraphQlTypes.SCHEMA, "schema")
        .addCode(
            "return schema.enumeration(\n$>$>$S,\n$T.class,\n$L);\n$<$<",
            SchemaNames.of(type),
            java,
            CodeBlock.builder()
                .add(Layout.chain(CodeBlock.of("type ->\n$>$>type"), links))
                .add("$<$<")
                .build())
        .build();
  }

  private static CodeBlock value(EnumType.Constant constant, ClassName java) {
    String description = SdlText.description(constant.doc());
    String name = ExactNames.graphql(constant.exact(), constant.name());
    if (description.isEmpty() && constant.deprecation().isEmpty()) {
      return CodeBlock.of(".value($S, $T.$L)", name, java, constant.name());
    }
    List<CodeBlock> links = new ArrayList<>();
    links.add(CodeBlock.of(".name($S)", name));
    links.add(CodeBlock.of(".value($T.$L)", java, constant.name()));
    FieldExpressions.description(constant.doc()).ifPresent(links::add);
    constant
        .deprecation()
        .map(reason -> CodeBlock.of(".deprecationReason($L)", FieldExpressions.reason(reason)))
        .ifPresent(links::add);
    links.add(CodeBlock.of(".build()"));
    return CodeBlock.of(
        ".value(\n$>$>$L)$<$<",
        Layout.chain(CodeBlock.of("$T.newEnumValueDefinition()", GraphQlTypes.ENUM_VALUE), links));
  }

  private static MethodSpec reader(EnumType type, ClassName java) {
    return MethodSpec.methodBuilder("read")
        .addJavadoc("Reads a coerced {@code $L}.\n", SchemaNames.of(type))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(java)
        .addParameter(Object.class, "value")
        .addParameter(GraphQlTypes.INPUT_PATH, "path")
        .addStatement("return ($T) value", java)
        .build();
  }
}
