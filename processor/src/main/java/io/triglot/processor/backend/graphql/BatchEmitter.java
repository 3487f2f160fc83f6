package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.backend.graphql.SchemaTree.BatchNode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/** Writes the method that loads a field of many parents in one call of the service. */
final class BatchEmitter {
  private final Service service;
  private final BatchNode node;
  private final BatchField field;
  private final LocalNames names;
  private final Parameter argument;
  private final boolean ofSet;

  private BatchEmitter(Service service, BatchNode node) {
    this.service = service;
    this.node = node;
    field = node.field().source();
    names = LocalNames.of(field.parameters());
    argument = field.parents();
    ofSet = argument.type() instanceof ListRef list && list.container() == Container.SET;
  }

  /** The method. */
  static MethodSpec method(Service service, BatchNode node, String name) {
    return new BatchEmitter(service, node).method(name);
  }

  private MethodSpec method(String name) {
    TypeName parent = JavaTypes.of(field.parent());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(
                "Loads {@code $L.$L} of many parents.\n\n$L",
                node.parent().nullableSdl(),
                field.name(),
                Javadocs.see(service, field))
            .addModifiers(Modifier.PRIVATE)
            .returns(
                ParameterizedTypeName.get(
                    ClassName.get(CompletionStage.class),
                    ParameterizedTypeName.get(ClassName.get(List.class), value())))
            .addParameter(GraphQlTypes.CALL_REQUEST, names.request());
    if (!field.arguments().isEmpty()) {
      method.addParameter(GraphQlTypes.INPUT_FIELDS, names.arguments());
    }
    return method
        .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), parent), parents())
        .addCode(field.form() == ResultForm.STAGE ? asynchronous() : synchronous())
        .build();
  }

  private TypeName value() {
    return OutputExpressions.isPlain(field.value())
        ? JavaTypes.boxed(field.value())
        : ClassName.OBJECT;
  }

  /** The parents as they come; the user's own name where they are passed on as they are. */
  private String parents() {
    return ofSet ? names.parents() : argument.javaName();
  }

  private CodeBlock synchronous() {
    return CodeBlock.of(
        "return $T.completedStage(\n$>$>calls.call(\n$>$>$L$<$<));\n$<$<",
        CompletableFuture.class,
        call(results(proceeded())));
  }

  private CodeBlock asynchronous() {
    CodeBlock loaded =
        CodeBlock.of(
            "$L$Z.thenApply($L -> $L)",
            proceeded(),
            names.value(),
            results(CodeBlock.of("$L", names.value())));
    return CodeBlock.of("return calls.callAsync(\n$>$>$L);\n$<$<", call(loaded));
  }

  private CodeBlock call(CodeBlock result) {
    CodeBlock statements = statements();
    CodeBlock body =
        statements.isEmpty()
            ? CodeBlock.of("$L -> $L", names.call(), result)
            : CodeBlock.of("$L -> {\n$>$Lreturn $L;\n$<}", names.call(), statements, result);
    return CodeBlock.of(
        "$T.$L,\n$L,\n$L",
        JavaTypes.className(service.javaName().generated("Contract")),
        Names.constant(field),
        names.request(),
        body);
  }

  /** What goes before the call of the user's method. */
  private CodeBlock statements() {
    CodeBlock.Builder statements = CodeBlock.builder();
    if (ofSet) {
      statements.addStatement(
          "$T $L = new $T<>($L)",
          ParameterizedTypeName.get(ClassName.get(Set.class), JavaTypes.of(field.parent())),
          argument.javaName(),
          LinkedHashSet.class,
          parents());
    }
    return statements.add(ArgumentStatements.of(names, field.arguments(), field.wholes())).build();
  }

  private CodeBlock proceeded() {
    return CodeBlock.of(
        "$L.proceed(() -> $L$L)",
        names.call(),
        names.invocation(field.methodName(), field.parameters()),
        field.values().stream()
            .map(value -> CodeBlock.of(",$W$L", value.javaName()))
            .collect(CodeBlock.joining("")));
  }

  private CodeBlock results(CodeBlock loaded) {
    CodeBlock aligned =
        CodeBlock.of(
            "$T.$L($L,$W$L)",
            GraphQlTypes.BATCH_RESULTS,
            field.keyed() ? "keyed" : "ordered",
            parents(),
            loaded);
    return OutputExpressions.isPlain(field.value())
        ? aligned
        : CodeBlock.of(
            "$T.list($L,$W$L -> $L)",
            GraphQlTypes.OUTPUT_VALUES,
            aligned,
            names.element(),
            OutputExpressions.convert(
                CodeBlock.of("$L", names.element()), field.value(), names.element() + "_"));
  }
}
