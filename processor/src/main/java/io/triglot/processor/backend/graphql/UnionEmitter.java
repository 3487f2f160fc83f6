package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.graphql.SchemaTree.MemberNode;
import io.triglot.processor.backend.graphql.SchemaTree.UnionNode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes {@code <Type>GraphQl} of a union: its type, its input type, its reader. */
final class UnionEmitter {
  private static final int WIDTH = 84;

  private final UnionNode node;
  private final TypeName java;

  private UnionEmitter(UnionNode node) {
    this.node = node;
    java = JavaTypes.of(node.type().javaName());
  }

  /** Writes the class. */
  static void write(ApiModel model, UnionNode node, OutputSink sink) {
    TypeHolder.write(model, node.type(), new UnionEmitter(node).holder(), sink);
  }

  private TypeSpec.Builder holder() {
    TypeSpec.Builder holder = TypeHolder.begin(node.type()).addMethod(definition());
    node.input().ifPresent(input -> holder.addMethod(inputType(input)).addMethod(reader(input)));
    return holder;
  }

  private MethodSpec definition() {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    node.fields()
        .forEach(field -> links.add(Layout.call(WIDTH, ".field", FieldExpressions.field(field))));
    node.members().forEach(member -> links.add(member(member)));
    return use(
        "type",
        "union",
        "The " + (node.isInterface() ? "interface" : "union") + " {@code $L}.\n",
        SchemaNames.of(node.type()),
        links);
  }

  private static CodeBlock member(MemberNode member) {
    CodeBlock type = TypeExpressions.of(member.type());
    TypeName java = JavaTypes.rawType(JavaTypes.of(member.type().java()));
    CodeBlock test = CodeBlock.of("value -> value instanceof $T", java);
    return Layout.width(type) + Layout.width(test) < WIDTH - ".member(, )".length()
        ? CodeBlock.of(".member($L, $L)", type, test)
        : CodeBlock.of(".member(\n$>$>$L,\n$L)$<$<", type, test);
  }

  private MethodSpec inputType(String input) {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    node.members()
        .forEach(
            member ->
                links.add(
                    Layout.call(
                        WIDTH,
                        ".field",
                        CodeBlock.of(
                            "$T.newInputObjectField().name($S).type($L)",
                            GraphQlTypes.INPUT_FIELD,
                            member.name(),
                            TypeExpressions.of(member.input())))));
    return use("input", "oneOf", "The input type {@code $L}.\n", input, links);
  }

  private MethodSpec use(
      String kind, String method, String javadoc, String name, List<CodeBlock> links) {
    return MethodSpec.methodBuilder(kind)
        .addJavadoc(javadoc, name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(GraphQlTypes.REFERENCE)
        .addParameter(GraphQlTypes.SCHEMA, "schema")
        .addCode(
            "return schema.$L(\n$>$>$S,\n$T.class,\n$L);\n$<$<",
            method,
            name,
            JavaTypes.rawType(java),
            CodeBlock.builder()
                .add(Layout.chain(CodeBlock.of("type ->\n$>$>type"), links))
                .add("$<$<")
                .build())
        .build();
  }

  private MethodSpec reader(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read")
            .addJavadoc("Reads a coerced {@code $L}.\n", name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(java)
            .addParameter(Object.class, "value")
            .addParameter(GraphQlTypes.INPUT_PATH, "path")
            .addStatement(
                "$T input = $T.of(value, path)",
                GraphQlTypes.INPUT_FIELDS,
                GraphQlTypes.INPUT_FIELDS);
    for (MemberNode member : node.members()) {
      method
          .beginControlFlow("if (input.has($S))", member.name())
          .addStatement(
              "return input.required($S,$W$T::read)",
              member.name(),
              GraphQlTypes.generated(member.type().java()))
          .endControlFlow();
    }
    String names = node.members().stream().map(MemberNode::name).collect(Collectors.joining(", "));
    return method.addStatement("throw path.invalid($S)", "must have one of " + names).build();
  }
}
