package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.graphql.SchemaTree.InputNode;
import io.triglot.processor.backend.graphql.SchemaTree.ObjectNode;
import io.triglot.processor.javagen.AccessConstants;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.Access;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.EntityKey;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Type>GraphQl} of a record or bean: its object type, its input type, its reader.
 */
final class ObjectEmitter {
  private static final int WIDTH = 92;
  private static final String SCHEMA = "schema";
  private static final String VARIABLE = "bean";

  private final ObjectNode node;
  private final TypeName java;
  private final AccessConstants conditions;

  private ObjectEmitter(ObjectNode node) {
    this.node = node;
    java = JavaTypes.of(node.type().javaName());
    conditions = AccessConstants.of(node.type().fields().stream().map(Field::access));
  }

  /** Writes the class. */
  static void write(ApiModel model, ObjectNode node, OutputSink sink) {
    TypeHolder.write(model, node.type(), new ObjectEmitter(node).holder(), sink);
  }

  private TypeSpec.Builder holder() {
    TypeSpec.Builder holder =
        TypeHolder.begin(node.type())
            .addSuperinterface(ParameterizedTypeName.get(GraphQlTypes.OBJECT_BINDING, java))
            .addFields(conditions.declarations())
            .addMethod(type())
            .addMethod(use("object", "The object type {@code $L}.\n", SchemaNames.of(node.type())))
            .addMethod(description(fieldsOf(java), objectLinks()))
            .addMethod(getter());
    node.input()
        .ifPresent(
            input ->
                holder
                    .addSuperinterface(GraphQlTypes.INPUT_BINDING)
                    .addMethod(use("input", "The input type {@code $L}.\n", input.name()))
                    .addMethod(description(GraphQlTypes.INPUT_TYPE, inputLinks(input)))
                    .addMethod(reader(input)));
    return holder;
  }

  private static TypeName fieldsOf(TypeName java) {
    return ParameterizedTypeName.get(GraphQlTypes.OBJECT_FIELDS, java);
  }

  private MethodSpec type() {
    return MethodSpec.methodBuilder("type")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(GraphQlTypes.JAVA_CLASS)
        .addStatement("return $T.class", JavaTypes.rawType(java))
        .build();
  }

  private MethodSpec use(String kind, String javadoc, String name) {
    return MethodSpec.methodBuilder(kind)
        .addJavadoc(javadoc, name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(GraphQlTypes.REFERENCE)
        .addParameter(GraphQlTypes.SCHEMA, SCHEMA)
        .addStatement(
            "return $L.$L($S,$Wnew $T())",
            SCHEMA,
            kind,
            name,
            GraphQlTypes.generated(node.type().javaName()))
        .build();
  }

  private static MethodSpec description(TypeName described, List<CodeBlock> links) {
    return MethodSpec.methodBuilder("describe")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(described, "type")
        .addParameter(GraphQlTypes.SCHEMA, SCHEMA)
        .addCode(
            links.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of("$L;\n", Layout.chain(CodeBlock.of("type"), links)))
        .build();
  }

  private List<CodeBlock> objectLinks() {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    node.globalId().map(ObjectEmitter::globalId).ifPresent(links::add);
    node.fields().forEach(field -> links.add(field(field)));
    return links;
  }

  private List<CodeBlock> inputLinks(InputNode input) {
    List<CodeBlock> links = new ArrayList<>();
    FieldExpressions.description(SdlText.typeDoc(node.type())).ifPresent(links::add);
    input
        .fields()
        .forEach(
            field -> links.add(Layout.call(WIDTH, ".field", FieldExpressions.inputField(field))));
    return links;
  }

  private static CodeBlock globalId(EntityKey key) {
    return CodeBlock.of(
        ".node($L)",
        key.fields().stream()
            .map(field -> CodeBlock.of("$S", field))
            .collect(CodeBlock.joining(", ")));
  }

  private CodeBlock field(FieldNode<Field> field) {
    CodeBlock definition = FieldExpressions.field(field);
    Access access = field.source().access();
    List<CodeBlock> arguments = new ArrayList<>(List.of(definition));
    if (access.isGuarded()) {
      arguments.add(CodeBlock.of("$L", conditions.of(access)));
    }
    if (!isRead(field)) {
      arguments.add(FieldMethodCode.of(field.source()));
      return CodeBlock.of(
          ".computed(\n$>$>$L)$<$<$L",
          CodeBlock.join(arguments, ",\n"),
          FieldMethodCode.constraints(field.name(), field.source()));
    }
    return Layout.arguments(WIDTH, ".field", arguments);
  }

  /** Whether a field has no arguments. */
  private static boolean isRead(FieldNode<Field> field) {
    return field.arguments().isEmpty();
  }

  private MethodSpec getter() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("get")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Object.class)
            .addParameter(java, "source")
            .addParameter(String.class, "field")
            .addException(Exception.class);
    List<CodeBlock> cases =
        node.fields().stream()
            .filter(ObjectEmitter::isRead)
            .map(
                field ->
                    CodeBlock.of(
                        "case $S ->$W$L;\n",
                        field.name(),
                        OutputExpressions.convert(
                            Instances.read("source", field.source().accessor()),
                            field.source().type(),
                            "value")))
            .toList();
    return method.addCode(FieldSwitch.of(cases)).build();
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
    return method.addCode(instance(input, node.type().creation().orElseThrow())).build();
  }

  /**
   * A field that may be null and that the client leaves out keeps what the class itself gives it.
   */
  private CodeBlock instance(InputNode input, Creation creation) {
    CodeBlock call = call(input, creation);
    List<FieldNode<Field>> set =
        input.fields().stream().filter(field -> !mutator(field).isArgument()).toList();
    if (set.isEmpty() && creation.builder().isEmpty()) {
      return CodeBlock.of("return $L;\n", call);
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("$T $L = $L", Instances.variable(creation, java), VARIABLE, call);
    for (FieldNode<Field> field : set) {
      CodeBlock setting = Instances.set(VARIABLE, mutator(field), read(field));
      if (field.type().required()) {
        code.addStatement(setting);
      } else {
        code.beginControlFlow("if (input.has($S))", field.name())
            .addStatement(setting)
            .endControlFlow();
      }
    }
    return code.addStatement("return $L", Instances.finished(creation, VARIABLE)).build();
  }

  private CodeBlock call(InputNode input, Creation creation) {
    List<CodeBlock> arguments =
        Instances.arguments(
            creation,
            javaName ->
                input.fields().stream()
                    .filter(field -> field.source().javaName().equals(javaName))
                    .findFirst()
                    .map(this::read)
                    .orElseThrow());
    CodeBlock callee = Instances.callee(creation, java);
    return arguments.isEmpty()
        ? CodeBlock.of("$L()", callee)
        : CodeBlock.of("$L(\n$>$>$L)$<$<", callee, CodeBlock.join(arguments, ",\n"));
  }

  private static Mutator mutator(FieldNode<Field> field) {
    return field.source().mutator().orElseThrow();
  }

  private CodeBlock read(FieldNode<Field> field) {
    Access access = field.source().access();
    CodeBlock from =
        access.isGuarded()
            ? CodeBlock.of("input.guarded($S, $L)", field.name(), conditions.of(access))
            : CodeBlock.of("input");
    return TypeRef.isPatch(field.source().type())
        ? InputExpressions.patch(from, "input", field.name(), (OptionalRef) field.source().type())
        : InputExpressions.read(from, field.name(), field.source().type());
  }
}
