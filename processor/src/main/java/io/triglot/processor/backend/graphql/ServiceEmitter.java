package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.CallHints;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.MethodTraits;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.OperationKind;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>GraphQl}: the fields that a service adds, and how they are answered. */
final class ServiceEmitter {
  private final RootTypes roots;
  private final boolean federated;
  private final ApiModel model;
  private final ServiceNode node;
  private final List<EntityNode> finders;
  private final NameAllocator methods = new NameAllocator();

  private ServiceEmitter(ApiModel model, SchemaTree tree, ServiceNode node) {
    this.model = model;
    roots = tree.roots();
    federated = tree.federated();
    this.node = node;
    finders = tree.finders(node);
    methods.newName("contribute");
    methods.newName("answer");
  }

  /** Writes the class. */
  static void write(ApiModel model, SchemaTree tree, ServiceNode node, OutputSink sink) {
    JavaName service = node.service().javaName();
    JavaName name = service.generated("GraphQl");
    TypeSpec.Builder type = new ServiceEmitter(model, tree, node).type(name.simpleName());
    if (Deprecations.in(model, node.service())) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink, name, service, type, List.of(node.service().origin()), GraphQlTypes.STATIC_IMPORTS);
  }

  private TypeSpec.Builder type(String name) {
    TypeName service = JavaTypes.className(node.service().called());
    CodeBlock.Builder contributions = CodeBlock.builder();
    if (roots.areRenamed()) {
      contributions.addStatement(
          "schema.roots($S, $S, $S)", roots.query(), roots.mutation(), roots.subscription());
    }
    if (federated) {
      contributions.addStatement("schema.federated()");
    }
    List<MethodSpec> answers = new ArrayList<>();
    List<CodeBlock> cases = new ArrayList<>();
    for (FieldNode<Operation> field : node.operations()) {
      String method = methods.newName(field.name());
      contributions.add(contribution(field));
      cases.add(answering(field, method));
      answers.add(OperationEmitter.method(model, roots, node.service(), field, method));
    }
    for (BatchNode batch : node.batches()) {
      String parent = batch.parent().nullableSdl();
      String method = methods.newName(decapitalised(parent) + capitalised(batch.field().name()));
      contributions.add(contribution(batch, method));
      answers.add(BatchEmitter.method(node.service(), batch, method));
    }
    for (EntityNode entity : finders) {
      String method = methods.newName(entity.source().methodName());
      contributions.add(EntityCode.contribution(entity, method));
      answers.add(BatchEmitter.method(node.service(), entity, method));
    }
    if (!cases.isEmpty()) {
      answers.add(0, answer(cases));
    }
    return TypeSpec.classBuilder(name)
        .addJavadoc(
            "The GraphQL fields of {@link $T}.\n", JavaTypes.className(node.service().javaName()))
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(GraphQlTypes.BINDING)
        .addField(service, "service", Modifier.PRIVATE, Modifier.FINAL)
        .addField(GraphQlTypes.CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor(service))
        .addMethod(
            MethodSpec.methodBuilder("contribute")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(GraphQlTypes.SCHEMA, "schema")
                .addCode(contributions.build())
                .build())
        .addMethods(answers);
  }

  private static MethodSpec constructor(TypeName service) {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Binds a service whose calls walk a policy chain.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(service, "service")
        .addParameter(GraphQlTypes.CALLS, "calls")
        .addStatement("this.service = service")
        .addStatement("this.calls = calls")
        .build();
  }

  private static MethodSpec answer(List<CodeBlock> cases) {
    return MethodSpec.methodBuilder("answer")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Object.class)
        .addParameter(String.class, "field")
        .addParameter(GraphQlTypes.CALL_REQUEST, "request")
        .addParameter(GraphQlTypes.INPUT_FIELDS, "arguments")
        .addCode(FieldSwitch.of(cases))
        .build();
  }

  private CodeBlock answering(FieldNode<Operation> field, String method) {
    return CodeBlock.of(
        "case $S -> $L(request, arguments);\n",
        roots.name(field.source().kind()) + "." + field.name(),
        method);
  }

  private CodeBlock contribution(FieldNode<Operation> field) {
    OperationKind kind = field.source().kind();
    return CodeBlock.of(
        "schema.$L(\n$>$>$L$L);\n$<$<$L",
        kind.name().toLowerCase(Locale.ROOT),
        FieldExpressions.field(field),
        OperationEmitter.conversion(field.source()),
        isHinted(field.source().traits()) || takesFiles(field.source())
            ? hints(roots.name(kind), field, Names.constant(field.source()))
            : CodeBlock.of(""));
  }

  private static boolean isHinted(MethodTraits traits) {
    return !traits.hints().equals(CallHints.NONE);
  }

  /** Who may call it has to be known before the files are read. */
  private static boolean takesFiles(Operation operation) {
    return operation.arguments().stream().map(Parameter::type).anyMatch(Operation::isUpload);
  }

  /** What the schema has to know of a field besides. */
  private CodeBlock hints(String type, FieldNode<?> field, String constant) {
    return CodeBlock.of(
        "schema.hints($S, $S, $T.$L);\n",
        type,
        field.name(),
        JavaTypes.className(node.service().javaName().generated("Contract")),
        constant);
  }

  private CodeBlock contribution(BatchNode batch, String method) {
    return CodeBlock.of(
        "schema.$L(\n$>$>$L,\n$L,\nthis::$L);\n$<$<$L",
        batch.field().arguments().isEmpty() ? "batch" : "batched",
        TypeExpressions.of(batch.parent()),
        FieldExpressions.field(batch.field()),
        method,
        isHinted(batch.field().source().traits())
            ? hints(
                batch.parent().nullableSdl(), batch.field(), Names.constant(batch.field().source()))
            : CodeBlock.of(""));
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
