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
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes a method that loads the values of many parents, or the entities of many keys, at once. */
final class BatchEmitter {
  private final Service service;
  private final Bulk bulk;
  private final LocalNames names;
  private final boolean ofSet;

  private BatchEmitter(Service service, Bulk bulk) {
    this.service = service;
    this.bulk = bulk;
    names = LocalNames.of(bulk.parameters());
    ofSet = bulk.asked().type() instanceof ListRef list && list.container() == Container.SET;
  }

  /**
   * What is loaded at once.
   *
   * @param asked the collection of what it is loaded for
   * @param element the type of one of them
   * @param given the other arguments of the user's method
   */
  private record Bulk(
      String title,
      CodeBlock see,
      String constant,
      String methodName,
      List<Parameter> parameters,
      Parameter asked,
      TypeName element,
      List<Parameter> given,
      List<Parameter> wholes,
      boolean keyed,
      ResultForm form,
      TypeRef value) {

    /** The parameters that have one value each. */
    Stream<Parameter> values() {
      return parameters.stream().filter(each -> each.role() == Parameter.Role.ARGUMENT);
    }
  }

  /** The method that loads a field. */
  static MethodSpec method(Service service, BatchNode node, String name) {
    BatchField field = node.field().source();
    return new BatchEmitter(
            service,
            new Bulk(
                "Loads {@code %s.%s} of many parents."
                    .formatted(node.parent().nullableSdl(), field.name()),
                Javadocs.see(service, field),
                Names.constant(field),
                field.methodName(),
                field.parameters(),
                field.parents(),
                JavaTypes.of(field.parent()),
                field.arguments(),
                field.wholes(),
                field.keyed(),
                field.form(),
                field.value()))
        .method(name, "parents");
  }

  /** The method that finds entities. */
  static MethodSpec method(Service service, EntityNode node, String name) {
    EntityMethod source = node.source();
    return new BatchEmitter(
            service,
            new Bulk(
                "Finds many {@code %s}s by their keys.".formatted(node.type().nullableSdl()),
                Javadocs.see(service, source),
                Names.constant(source),
                source.methodName(),
                source.parameters(),
                source.keys(),
                JavaTypes.boxed(source.keyType()),
                List.of(),
                List.of(),
                source.keyed(),
                source.form(),
                new NamedRef(source.entity(), true)))
        .method(name, "keys");
  }

  private MethodSpec method(String name, String askedName) {
    String asked = ofSet ? names.unused(askedName) : bulk.asked().javaName();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc("$L\n\n$L", bulk.title(), bulk.see())
            .addModifiers(Modifier.PRIVATE)
            .returns(
                ParameterizedTypeName.get(
                    ClassName.get(CompletionStage.class),
                    ParameterizedTypeName.get(ClassName.get(List.class), value())))
            .addParameter(GraphQlTypes.CALL_REQUEST, names.request());
    if (!bulk.given().isEmpty()) {
      method.addParameter(GraphQlTypes.INPUT_FIELDS, names.arguments());
    }
    return method
        .addParameter(ParameterizedTypeName.get(ClassName.get(List.class), bulk.element()), asked)
        .addCode(bulk.form() == ResultForm.STAGE ? asynchronous(asked) : synchronous(asked))
        .build();
  }

  private TypeName value() {
    return OutputExpressions.isPlain(bulk.value())
        ? JavaTypes.boxed(bulk.value())
        : ClassName.OBJECT;
  }

  private CodeBlock synchronous(String asked) {
    return CodeBlock.of(
        "return $T.completedStage(\n$>$>calls.call(\n$>$>$L$<$<));\n$<$<",
        CompletableFuture.class,
        call(asked, results(asked, proceeded())));
  }

  private CodeBlock asynchronous(String asked) {
    CodeBlock loaded =
        CodeBlock.of(
            "$L$Z.thenApply($L -> $L)",
            proceeded(),
            names.value(),
            results(asked, CodeBlock.of("$L", names.value())));
    return CodeBlock.of("return calls.callAsync(\n$>$>$L);\n$<$<", call(asked, loaded));
  }

  private CodeBlock call(String asked, CodeBlock result) {
    CodeBlock statements = statements(asked);
    CodeBlock body =
        statements.isEmpty()
            ? CodeBlock.of("$L -> $L", names.call(), result)
            : CodeBlock.of("$L -> {\n$>$Lreturn $L;\n$<}", names.call(), statements, result);
    return CodeBlock.of(
        "$T.$L,\n$L,\n$L",
        JavaTypes.className(service.javaName().generated("Contract")),
        bulk.constant(),
        names.request(),
        body);
  }

  /** What goes before the call of the user's method. */
  private CodeBlock statements(String asked) {
    CodeBlock.Builder statements = CodeBlock.builder();
    if (ofSet) {
      statements.addStatement(
          "$T $L = new $T<>($L)",
          ParameterizedTypeName.get(ClassName.get(Set.class), bulk.element()),
          bulk.asked().javaName(),
          LinkedHashSet.class,
          asked);
    }
    return statements.add(ArgumentStatements.of(names, bulk.given(), bulk.wholes())).build();
  }

  private CodeBlock proceeded() {
    return CodeBlock.of(
        "$L.proceed(() -> $L$L)",
        names.call(),
        names.invocation(bulk.methodName(), bulk.parameters()),
        bulk.values()
            .map(value -> CodeBlock.of(",$W$L", value.javaName()))
            .collect(CodeBlock.joining("")));
  }

  private CodeBlock results(String asked, CodeBlock loaded) {
    CodeBlock aligned =
        CodeBlock.of(
            "$T.$L($L,$W$L)",
            GraphQlTypes.BATCH_RESULTS,
            bulk.keyed() ? "keyed" : "ordered",
            asked,
            loaded);
    return OutputExpressions.isPlain(bulk.value())
        ? aligned
        : CodeBlock.of(
            "$T.list($L,$W$L -> $L)",
            GraphQlTypes.OUTPUT_VALUES,
            aligned,
            names.element(),
            OutputExpressions.convert(
                CodeBlock.of("$L", names.element()), bulk.value(), names.element() + "_"));
  }
}
