package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.backend.rest.ResourceMethod.Absent;
import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.javagen.WholeCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EventIds;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.ArrayList;
import java.util.List;

/** Writes a client's method: the request that it sends, and how it reads the answer. */
final class ClientCallCode {
  private static final ClassName CALL = ClassName.get("io.triglot.runtime.rest", "RestCall");

  /** The writer of a body; parameters have other names. */
  private static final String WRITER = "out";

  private final ApiModel model;
  private final ClientShape shape;
  private final ResourceMethod method;
  private final Operation operation;
  private final JsonCode json;
  private final NameAllocator names = new NameAllocator();

  ClientCallCode(ApiModel model, ClientShape shape, ResourceMethod method) {
    this.model = model;
    this.shape = shape;
    this.method = method;
    this.operation = method.operation();
    this.json = new JsonCode(model);
    names.newName("channel");
    names.newName(WRITER);
    shape
        .parameters(operation)
        .forEach(each -> names.newName(JsonCode.local(each.javaName()), each));
  }

  /** The method. */
  MethodSpec method() {
    return shape.method(operation, names).addCode(body()).build();
  }

  private CodeBlock body() {
    Readability readability = Readability.of(model);
    boolean unreadable =
        TypeReach.mentioned(operation.result())
            .anyMatch(name -> !readability.test(model.definition(new NamedRef(name, false))));
    if (unreadable) {
      return CodeBlock.builder()
          .addStatement(
              "throw new $T($S)",
              UnsupportedOperationException.class,
              "The result can be written but not read")
          .build();
    }
    CodeBlock call = AsyncTypes.fromJdk(operation, call());
    boolean silent = method.isVoid() && operation.form() == ResultForm.VALUE;
    return CodeBlock.of("$L$L;\n", silent ? "" : "return ", call);
  }

  private CodeBlock call() {
    List<CodeBlock> steps = new ArrayList<>();
    ClassName contract = JavaTypes.className(shape.service().javaName().generated("Contract"));
    steps.add(
        CodeBlock.of(
            "$T.of($L,$W$S,$W$S,$W$T.$L)",
            CALL,
            channel(),
            method.httpMethod(),
            method.path().toString(),
            contract,
            Names.constant(operation)));
    method.pathVariables().forEach(variable -> steps.add(path(variable)));
    method.queryParameters().forEach(parameter -> steps.add(texts("query", parameter)));
    operation.metadata().forEach(parameter -> steps.add(metadata(parameter)));
    method.expectedVersion().ifPresent(parameter -> steps.add(ifMatch(parameter)));
    if (method.body() instanceof RequestBody.Whole whole) {
      steps.add(
          CodeBlock.of(
              ".$L($L,$W$L)",
              method.isMergePatch() ? "mergePatch" : "body",
              orNull(whole.parameter()),
              json.valueWriter(whole.parameter().type())));
    } else if (method.body() instanceof RequestBody.Content content) {
      steps.add(CodeBlock.of(".upload($L)", orNull(content.parameter())));
    } else if (method.body() instanceof RequestBody.Lines lines) {
      steps.add(lines(lines.parameter()));
    } else if (method.body() instanceof RequestBody.Form form) {
      String place = form.hasFiles() ? "part" : "form";
      form.parameters().forEach(parameter -> steps.add(field(place, parameter)));
    } else if (method.body() instanceof RequestBody.Properties properties) {
      steps.add(properties(properties.parameters()));
    }
    if (method.success().absent() == Absent.NOT_FOUND) {
      steps.add(CodeBlock.of(".absentWhereNotFound()"));
    }
    if (!operation.errors().isEmpty()) {
      steps.add(
          operation.errors().stream()
              .map(error -> CodeBlock.of("$N", ClientShape.describerOf(error)))
              .collect(CodeBlock.joining(",$W", ".declaring(", ")")));
    }
    if (EventIds.last(operation).isPresent()) {
      steps.add(CodeBlock.of(".resumable()"));
    }
    steps.add(end());
    return CodeBlock.of(
        "$L\n$>$>$L$<$<", steps.get(0), CodeBlock.join(steps.subList(1, steps.size()), "\n"));
  }

  /** A context that is handed over is that of the call on whose behalf this one is made. */
  private CodeBlock channel() {
    return shape
        .cause(operation)
        .map(context -> CodeBlock.of("channel.onBehalfOf($N)", names.get(context)))
        .orElse(CodeBlock.of("channel"));
  }

  private CodeBlock ifMatch(Parameter parameter) {
    return CodeBlock.of(
        ".ifMatch($L,$W$L)", orNull(parameter), json.textForm(parameter.type().present()));
  }

  private CodeBlock path(PathVariable variable) {
    Parameter parameter = variable.parameter().orElseThrow();
    return CodeBlock.of(
        ".path($S,$W$L,$W$L)",
        variable.name(),
        orNull(parameter),
        json.textForm(parameter.type().present()));
  }

  private CodeBlock metadata(Parameter parameter) {
    return CodeBlock.of(
        ".$L($S,$W$L,$W$L)",
        MetadataCode.isHeader(parameter) ? "header" : "cookie",
        MetadataCode.name(parameter),
        orNull(parameter),
        json.textForm(parameter.type().present()));
  }

  /**
   * A parameter of the query or a form.
   *
   * @param place which of them
   */
  private CodeBlock texts(String place, Parameter parameter) {
    TypeRef type = parameter.type();
    if (type.present().carrier() instanceof ListRef list) {
      return CodeBlock.of(
          ".$LAll($S,$W$L,$W$L)",
          place,
          parameter.name(),
          ConversionCode.onWire(type, value(parameter)),
          json.textForm(list.element()));
    }
    return CodeBlock.of(
        ".$L($S,$W$L,$W$L)",
        place,
        parameter.name(),
        orNull(parameter),
        json.textForm(type.present()));
  }

  /** A field of a form, which may be a file. */
  private CodeBlock field(String place, Parameter parameter) {
    return Operation.isUpload(parameter.type())
        ? CodeBlock.of(
            ".$L($S,$W$L)",
            parameter.type().present() instanceof ListRef ? "files" : "file",
            parameter.name(),
            orNull(parameter))
        : texts(place, parameter);
  }

  private CodeBlock lines(Parameter stream) {
    return CodeBlock.of(
        ".lines($L,$W$L)",
        AsyncTypes.toJdk(stream, CodeBlock.of("$N", names.get(stream))),
        json.valueWriter(stream.type()));
  }

  private CodeBlock value(Parameter argument) {
    return WholeCode.argument(operation, argument, names::get);
  }

  /** The value, or null where there is none. */
  private CodeBlock orNull(Parameter parameter) {
    CodeBlock value = value(parameter);
    return parameter.type() instanceof OptionalRef optional
        ? OptionalCode.orNull(optional, value)
        : value;
  }

  private CodeBlock properties(List<Parameter> parameters) {
    List<CodeBlock> members =
        parameters.stream()
            .map(
                each ->
                    CodeBlock.of(
                        "$L.name($S).$L",
                        WRITER,
                        each.name(),
                        json.write(each.type(), value(each))))
            .toList();
    if (members.size() == 1) {
      return CodeBlock.of(".properties($L -> $L)", WRITER, members.get(0));
    }
    CodeBlock.Builder lambda = CodeBlock.builder().add(".properties(\n$>$>$L -> {\n$>", WRITER);
    members.forEach(member -> lambda.add("$L;\n", member));
    return lambda.add("$<})$<$<").build();
  }

  private CodeBlock end() {
    boolean stage = operation.form() == ResultForm.STAGE;
    if (method.isDownload()) {
      return CodeBlock.of(".download()");
    }
    if (method.isVoid()) {
      return CodeBlock.of(stage ? ".runAsync()" : ".run()");
    }
    String form = method.isStream() ? "stream" : stage ? "stage" : "value";
    return CodeBlock.of(".$L($L)", form, json.resultReader(operation.result()));
  }
}
