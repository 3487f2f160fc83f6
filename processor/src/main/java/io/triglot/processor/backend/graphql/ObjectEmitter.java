package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType.Construction;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Type>GraphQl} of a record or bean: its object type, its input type, its reader.
 */
final class ObjectEmitter {
  private static final int WIDTH = 84;

  private final ObjectNode node;
  private final ClassName java;

  private ObjectEmitter(ObjectNode node) {
    this.node = node;
    java = JavaTypes.className(node.type().javaName());
  }

  /** Writes the class. */
  static void write(ApiModel model, ObjectNode node, OutputSink sink) {
    JavaName from = node.type().javaName();
    JavaName name = from.generated("GraphQl");
    TypeSpec.Builder type = new ObjectEmitter(node).type(name.simpleName());
    if (Deprecations.in(model, node.type())) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink, name, from, type, List.of(node.type().origin()), GraphQlTypes.STATIC_IMPORTS);
  }

  private TypeSpec.Builder type(String name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc("{@link $T} on GraphQL.\n", java)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(object());
    node.input().ifPresent(input -> type.addMethod(inputType(input)).addMethod(reader(input)));
    return type;
  }

  private MethodSpec object() {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    node.fields().forEach(field -> links.add(field(field)));
    return use("object", "The object type {@code $L}.\n", node.type().name(), links);
  }

  private CodeBlock field(FieldNode<Field> field) {
    CodeBlock definition = FieldExpressions.field(field);
    CodeBlock read = accessor(field.source());
    return Layout.width(definition) + Layout.width(read) < WIDTH - ".field(, )".length()
        ? CodeBlock.of(".field($L, $L)", definition, read)
        : CodeBlock.of(".field(\n$>$>$L,\n$L)$<$<", definition, read);
  }

  private CodeBlock accessor(Field field) {
    return OutputExpressions.isPlain(field.type())
        ? CodeBlock.of("$T::$L", java, field.accessor())
        : CodeBlock.of(
            "source -> $L",
            OutputExpressions.convert(
                CodeBlock.of("source.$L()", field.accessor()), field.type(), "value"));
  }

  private MethodSpec inputType(InputNode input) {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    input
        .fields()
        .forEach(
            field -> links.add(Layout.call(WIDTH, ".field", FieldExpressions.inputField(field))));
    return use("input", "The input type {@code $L}.\n", input.name(), links);
  }

  private MethodSpec use(String kind, String javadoc, String name, List<CodeBlock> links) {
    CodeBlock description =
        links.isEmpty()
            ? CodeBlock.of("type -> {}")
            : Layout.chain(CodeBlock.of("type ->\n$>$>type"), links);
    return MethodSpec.methodBuilder(kind)
        .addJavadoc(javadoc, name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(GraphQlTypes.REFERENCE)
        .addParameter(GraphQlTypes.SCHEMA, "schema")
        .addCode(
            "return schema.$L(\n$>$>$S,\n$T.class,\n$L);\n$<$<",
            kind,
            name,
            java,
            links.isEmpty()
                ? description
                : CodeBlock.builder().add(description).add("$<$<").build())
        .build();
  }

  private MethodSpec reader(InputNode input) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read")
            .addJavadoc("Reads a coerced {@code $L}.\n", input.name())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(java)
            .addParameter(Object.class, "value")
            .addParameter(GraphQlTypes.INPUT_PATH, "path");
    if (!input.fields().isEmpty()) {
      method.addStatement(
          "$T input = $T.of(value, path)", GraphQlTypes.INPUT_FIELDS, GraphQlTypes.INPUT_FIELDS);
    }
    return (node.type().construction() == Construction.RECORD
            ? method.addCode(newRecord(input))
            : method.addCode(newBean(input)))
        .build();
  }

  private CodeBlock newRecord(InputNode input) {
    return input.fields().isEmpty()
        ? CodeBlock.of("return new $T();\n", java)
        : CodeBlock.of(
            "return new $T(\n$>$>$L);\n$<$<",
            java,
            input.fields().stream().map(ObjectEmitter::read).collect(CodeBlock.joining(",\n")));
  }

  /**
   * A field that may be null and that the client leaves out keeps what the bean itself gives it.
   */
  private CodeBlock newBean(InputNode input) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$T bean = new $T()", java, java);
    for (FieldNode<Field> field : input.fields()) {
      String setter = field.source().mutator().orElseThrow();
      if (field.type().required()) {
        code.addStatement("bean.$L($L)", setter, read(field));
      } else {
        code.beginControlFlow("if (input.has($S))", field.name())
            .addStatement("bean.$L($L)", setter, read(field))
            .endControlFlow();
      }
    }
    return code.addStatement("return bean").build();
  }

  private static CodeBlock read(FieldNode<Field> field) {
    return InputExpressions.read("input", field.name(), field.source().type());
  }
}
