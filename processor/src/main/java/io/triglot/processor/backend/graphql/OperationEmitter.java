package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.javagen.VarArguments;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.lang.model.element.Modifier;

/** Writes the method that answers a field of a root type by calling the service. */
final class OperationEmitter {
  private final ApiModel model;
  private final RootTypes roots;
  private final Service service;
  private final Operation operation;
  private final LocalNames names;

  private OperationEmitter(ApiModel model, RootTypes roots, Service service, Operation operation) {
    this.model = model;
    this.roots = roots;
    this.service = service;
    this.operation = operation;
    names = LocalNames.of(operation.parameters());
  }

  /** The method. */
  static MethodSpec method(
      ApiModel model, RootTypes roots, Service service, FieldNode<Operation> field, String name) {
    return new OperationEmitter(model, roots, service, field.source()).method(name);
  }

  /** The further argument that brings events into a form that GraphQL has, where they need it. */
  static CodeBlock conversion(Operation operation) {
    if (operation.form() != ResultForm.PUBLISHER || OutputExpressions.isPlain(operation.result())) {
      return CodeBlock.of("");
    }
    return CodeBlock.of(
        ",\n($T event) -> $L",
        JavaTypes.boxed(operation.result()),
        OutputExpressions.convert(CodeBlock.of("event"), operation.result(), "value"));
  }

  private MethodSpec method(String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "Answers {@code $L.$L}.\n\n$L",
            roots.name(operation.kind()),
            ExactNames.graphql(operation.exact(), operation.name()),
            Javadocs.see(service, operation))
        .addModifiers(Modifier.PRIVATE)
        .returns(returned())
        .addParameter(GraphQlTypes.CALL_REQUEST, names.request())
        .addParameter(GraphQlTypes.INPUT_FIELDS, names.arguments())
        .addCode(
            "return calls.$L(\n$>$>$T.$L,\n$L,\n$L);\n$<$<",
            entry(),
            JavaTypes.className(service.javaName().generated("Contract")),
            Names.constant(operation),
            names.request(),
            body())
        .build();
  }

  private String entry() {
    return switch (operation.form()) {
      case VALUE -> "call";
      case STAGE -> "callAsync";
      case PUBLISHER -> "stream";
    };
  }

  private TypeName returned() {
    boolean plain = OutputExpressions.isPlain(operation.result());
    TypeName value =
        operation.result() instanceof VoidRef
            ? ClassName.get(Boolean.class)
            : JavaTypes.boxed(operation.result());
    return switch (operation.form()) {
      case VALUE -> plain ? value : ClassName.OBJECT;
      case STAGE ->
          ParameterizedTypeName.get(
              ClassName.get(CompletionStage.class), plain ? value : ClassName.OBJECT);
      case PUBLISHER -> ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), value);
    };
  }

  private CodeBlock body() {
    if (operation.arguments().isEmpty() && operation.metadata().isEmpty()) {
      return CodeBlock.of("$L -> $L", names.call(), result());
    }
    return CodeBlock.of(
        "$L -> {\n$>$Lreturn $L;\n$<}",
        names.call(),
        ArgumentStatements.of(
            names,
            operation.arguments(),
            MetadataCode.statements(model, operation, names.call(), Parameter::javaName),
            operation.wholes()),
        result());
  }

  private CodeBlock result() {
    CodeBlock proceeded = proceeded();
    return switch (operation.form()) {
      case VALUE -> OutputExpressions.convert(proceeded, operation.result(), names.value());
      case STAGE -> staged(proceeded);
      case PUBLISHER -> proceeded;
    };
  }

  private CodeBlock proceeded() {
    CodeBlock invocation =
        AsyncTypes.toJdk(
            operation, names.invocation(operation.methodName(), operation.parameters()));
    if (operation.result() instanceof VoidRef && operation.form() == ResultForm.VALUE) {
      return CodeBlock.of(
          "$L.proceed(\n$>$>() -> {\n$>$L;\nreturn true;\n$<}$L)$<$<",
          names.call(),
          invocation,
          arguments(",\n"));
    }
    return CodeBlock.of("$L.proceed(() -> $L$L)", names.call(), invocation, arguments(",$W"));
  }

  private CodeBlock arguments(String separator) {
    String cast = VarArguments.cast(operation);
    return operation.values().stream()
        .map(argument -> CodeBlock.of(separator + "$L$L", cast, argument.javaName()))
        .collect(CodeBlock.joining(""));
  }

  private CodeBlock staged(CodeBlock proceeded) {
    if (operation.result() instanceof VoidRef) {
      return CodeBlock.of("$L$Z.thenApply($L -> true)", proceeded, names.value());
    }
    return OutputExpressions.isPlain(operation.result())
        ? proceeded
        : CodeBlock.of(
            "$L$Z.thenApply($L -> $L)",
            proceeded,
            names.value(),
            OutputExpressions.convert(
                CodeBlock.of("$L", names.value()), operation.result(), names.value() + "_"));
  }
}
