package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.HeaderCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.SentValue;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.VoidRef;
import java.util.ArrayList;
import java.util.List;

/** Writes a client's method that calls a resource method by the REST that it has itself. */
final class ResourceCallCode {
  private static final ClassName CALL =
      ClassName.get("io.triglot.runtime.rest", "ResourceRestCall");
  private static final ClassName TYPE_REFERENCE =
      ClassName.get("com.fasterxml.jackson.core.type", "TypeReference");

  private final ClientShape shape;
  private final Operation operation;
  private final AdoptedMethod adopted;
  private final NameAllocator names = new NameAllocator();

  ResourceCallCode(ClientShape shape, Operation operation) {
    this.shape = shape;
    this.operation = operation;
    this.adopted = operation.adopted().orElseThrow();
    names.newName("channel");
    shape.parameters(operation).forEach(each -> names.newName(each.javaName(), each));
  }

  /** The method. */
  MethodSpec method() {
    CodeBlock call = AsyncTypes.fromJdk(operation, call());
    boolean silent = operation.result() instanceof VoidRef && operation.form() == ResultForm.VALUE;
    return shape
        .method(operation, names)
        .addCode(CodeBlock.of("$L$L;\n", silent ? "" : "return ", call))
        .build();
  }

  private CodeBlock call() {
    ClassName contract = JavaTypes.className(shape.service().javaName().generated("Contract"));
    List<CodeBlock> steps = new ArrayList<>();
    steps.add(
        CodeBlock.of(
            "$T.of(channel,$W$S,$W$S,$W$T.$L)",
            CALL,
            adopted.verb(),
            adopted.path(),
            contract,
            Names.constant(operation)));
    SentValue.of(operation).stream()
        .filter(sent -> !sent.isHeader())
        .map(this::step)
        .forEach(steps::add);
    CodeBlock headers = HeaderCode.ofAdopted(operation, names);
    if (!headers.isEmpty()) {
      steps.add(CodeBlock.of(".headers($>$>$L$<$<)", headers));
    }
    if (!(operation.result() instanceof VoidRef)) {
      steps.add(
          CodeBlock.of(
              ".accept($S)", EntityTypes.accepted(operation.result(), adopted.produces())));
    }
    steps.add(end());
    return CodeBlock.of(
        "$L\n$>$>$L$<$<", steps.get(0), CodeBlock.join(steps.subList(1, steps.size()), "\n"));
  }

  private CodeBlock step(SentValue sent) {
    CodeBlock text = HeaderCode.text(sent.parameter(), names);
    if (sent.source() instanceof Source.PathVariable variable) {
      return CodeBlock.of(".path($S,$W$L)", variable.name(), text);
    }
    if (sent.source() instanceof Source.Query query) {
      return CodeBlock.of(".query($S,$W$L)", query.name(), text);
    }
    if (sent.source() instanceof Source.Matrix matrix) {
      return CodeBlock.of(".matrix($S,$W$L)", matrix.name(), text);
    }
    return sent.source() instanceof Source.Form form
        ? CodeBlock.of(".form($S,$W$L)", form.name(), text)
        : body(sent);
  }

  private CodeBlock body(SentValue sent) {
    TypeRef type = sent.parameter().type();
    return CodeBlock.of(
        ".body($S,$W$N,$W$L)",
        EntityTypes.sent(type, adopted.consumes()),
        names.get(sent.parameter()),
        typeToken(JavaTypes.boxed(type)));
  }

  private CodeBlock end() {
    boolean stage = operation.form() == ResultForm.STAGE;
    if (operation.result() instanceof VoidRef) {
      return CodeBlock.of(stage ? ".runAsync()" : ".run()");
    }
    return CodeBlock.of(
        ".$L($L)", stage ? "stage" : "value", typeToken(JavaTypes.boxed(operation.result())));
  }

  private static CodeBlock typeToken(TypeName type) {
    return type instanceof ParameterizedTypeName
        ? CodeBlock.of("new $T<$T>() {}", TYPE_REFERENCE, type)
        : CodeBlock.of("$T.class", type);
  }
}
