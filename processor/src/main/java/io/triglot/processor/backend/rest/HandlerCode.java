package io.triglot.processor.backend.rest;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.javagen.VarArguments;
import io.triglot.processor.javagen.WholeCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeReach;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the body of a handler: it enters the policy chain with the request unread, binds inside,
 * calls the user's method, and makes the response of what it returned.
 */
final class HandlerCode {
  private static final String REST = "io.triglot.runtime.rest";
  private static final ClassName SELECTION = ClassName.get(REST + ".json", "Selection");
  private static final ClassName STREAM = ClassName.get(REST, "RestStream");

  /** How far the statements of a handler's lambda are indented. */
  private static final int DEPTH = 10;

  private static final int STREAM_DEPTH = DEPTH + 4;

  private final JsonCode json;
  private final ArgumentCode argumentCode;
  private final ClassName contract;
  private final ResourceMethod method;
  private final boolean strict;
  private final Operation operation;
  private final NameAllocator names = new NameAllocator();
  private final String body;
  private final String result;
  private final String fields;
  private final String shared;
  private final String expand;
  private final Expansions expansions;

  /**
   * The code of a handler.
   *
   * @param strict whether query parameters that the operation has not are refused
   */
  HandlerCode(ApiModel model, Service service, ResourceMethod method, boolean strict) {
    this.json = new JsonCode(model);
    this.argumentCode = new ArgumentCode(json, method);
    this.expansions = new Expansions(model, service);
    this.contract = JavaTypes.className(service.javaName().generated("Contract"));
    this.method = method;
    this.strict = strict;
    this.operation = method.operation();
    Stream.of("service", "calls", "request", "call").forEach(names::newName);
    operation
        .parameters()
        .forEach(parameter -> names.newName(JsonCode.local(parameter.javaName()), parameter));
    operation.wholes().stream()
        .flatMap(whole -> whole.parts().stream())
        .forEach(part -> names.newName(JsonCode.local(part.javaName()), part));
    body = names.newName("body");
    result = names.newName("result");
    fields = names.newName("fields");
    shared = names.newName("shared");
    expand = names.newName("expand");
  }

  /** The statements of the handler. */
  CodeBlock body() {
    return switch (operation.form()) {
      case VALUE ->
          method.isExpandable()
              ? CodeBlock.builder()
                  .addStatement("$T $L = calls.shared(request)", ExpansionCode.SHARED, shared)
                  .add("return $L;\n", chain("call"))
                  .build()
              : CodeBlock.of("return $L;\n", chain(method.isDownload() ? "download" : "call"));
      case STAGE -> CodeBlock.of("return $L;\n", chain("callAsync"));
      case PUBLISHER ->
          CodeBlock.of(
              "return $T.respond(\n$>$>request,\n$L$L);\n$<$<",
              STREAM,
              retry(operation.traits().hints().retryMillis()),
              chain("stream"));
    };
  }

  private static CodeBlock retry(int millis) {
    return millis > 0
        ? CodeBlock.of("$T.ofMillis($L),\n", Duration.class, millis)
        : CodeBlock.of("");
  }

  private CodeBlock chain(String entry) {
    CodeBlock bindings = bindings();
    CodeBlock inner =
        operation.form() == ResultForm.VALUE
            ? CodeBlock.of("{\n$>$L$L$<}", bindings, outcome())
            : bindings.isEmpty()
                ? CodeBlock.of(operation.form() == ResultForm.STAGE ? "$>$>$L$<$<" : "$L", later())
                : CodeBlock.builder()
                    .add("{\n$>$L", bindings)
                    .addStatement("return $L", later())
                    .add("$<}")
                    .build();
    return CodeBlock.of(
        "calls.$L(\n$>$>$T.$L,\n$L,\ncall -> $L)$<$<",
        entry,
        contract,
        Names.constant(operation),
        method.isExpandable() ? shared : "request",
        inner);
  }

  private CodeBlock bindings() {
    CodeBlock.Builder bindings = CodeBlock.builder();
    if (strict) {
      bindings.addStatement(
          "request.knowing($L)",
          Stream.concat(
                  method.queryParameters().stream().map(Parameter::name),
                  Stream.concat(
                      method.isSparse() ? Stream.of(SparseFields.PARAMETER) : Stream.empty(),
                      method.isExpandable() ? Stream.of(Expansions.PARAMETER) : Stream.empty()))
              .map(name -> CodeBlock.of("$S", name))
              .collect(CodeBlock.joining(",$W")));
    }
    bindings.add(MetadataCode.statements(json.model(), operation, "call", names::get));
    for (Parameter argument : operation.arguments()) {
      argumentCode
          .binding(argument)
          .ifPresent(
              value ->
                  bindings.addStatement(
                      "$T $L = $L", JavaTypes.of(argument.type()), names.get(argument), value));
    }
    operation.stream()
        .ifPresent(
            stream ->
                bindings.addStatement(
                    "$T $L = $L",
                    AsyncTypes.type(stream),
                    names.get(stream),
                    argumentCode.lines(stream)));
    if (method.isExpandable()) {
      bindings.addStatement(
          "$T $L = request.expand($L($L))",
          ExpansionCode.EXPANSION,
          expand,
          expansions.type(operation.result()).map(ExpansionCode::method).orElseThrow(),
          shared);
    }
    if (method.isSparse()) {
      bindings.addStatement(
          "$T $L = request.fields($L)$L",
          SELECTION,
          fields,
          SparseFields.type(json.model(), operation.result())
              .map(SparseFields::constant)
              .orElseThrow(),
          method.isExpandable() ? ".with(" + expand + ")" : "");
    }
    if (method.body() instanceof RequestBody.Properties) {
      String type = PropertiesRecord.name(method);
      bindings.addStatement("$L $L = request.properties($L)", type, body, properties(type));
    }
    operation
        .wholes()
        .forEach(
            whole ->
                bindings.add(
                    WholeCode.made(
                        whole, names.get(whole), part -> CodeBlock.of("$L", value(part)))));
    return bindings.build();
  }

  private CodeBlock properties(String type) {
    boolean guarded =
        operation.arguments().stream()
            .anyMatch(argument -> TypeReach.isGuarded(json.model(), argument.type()));
    return guarded
        ? CodeBlock.of("$T.from(call, $L::read)", JsonCode.READER, type)
        : CodeBlock.of("$L::read", type);
  }

  /** What comes of a stage or a publisher: an expression. */
  private CodeBlock later() {
    return method.isStream()
        ? CodeBlock.of(
            "$T.encode($L,$W$L$L)",
            STREAM,
            proceed("return RestStream.encode(", STREAM_DEPTH),
            writer(),
            method.success().eventId().map(this::eventId).orElse(CodeBlock.of("")))
        : CodeBlock.of("$L\n.thenApply($L -> $L)", proceed("return ", DEPTH), result, reply());
  }

  /** A function from an element of a stream to the text that tells it apart. */
  private CodeBlock eventId(Field field) {
    return CodeBlock.of(
        ",$Weach -> $L.format($L)",
        json.textForm(field.type().present()),
        Instances.read("each", field.accessor()));
  }

  /** What comes of a value: statements. */
  private CodeBlock outcome() {
    CodeBlock.Builder outcome = CodeBlock.builder();
    if (method.isVoid()) {
      outcome.addStatement("$L", proceed("", DEPTH));
    } else {
      TypeName type = method.isDownload() ? AsyncTypes.DOWNLOAD : JavaTypes.of(operation.result());
      String simple = type.toString().replaceAll("\\b[a-z]\\w*\\.", "");
      outcome.addStatement(
          "$T $L = $L", type, result, proceed(simple + " " + result + " = ", DEPTH));
    }
    return outcome.addStatement("return $L", reply()).build();
  }

  /**
   * What writes the result, or what the caller asks for of it; nothing where there is none, and for
   * a download.
   */
  private CodeBlock writer() {
    if (method.isVoid() || method.isDownload()) {
      return CodeBlock.of("");
    }
    CodeBlock whole =
        expandsGuarded()
            ? CodeBlock.of(
                "$T.to(call,$W$L)", JsonCode.WRITER, json.valueWriter(operation.result()))
            : json.valueWriter(operation.result(), "call");
    CodeBlock asked = method.isSparse() ? CodeBlock.of("$L.of($Z$L)", fields, whole) : whole;
    return method.isExpandable()
        ? CodeBlock.of("$L.of($L,$W$L)", expand, ReplyCode.value(operation, result), asked)
        : asked;
  }

  /** Whether what is loaded beside the result is not for every caller. */
  private boolean expandsGuarded() {
    return expansions
        .mentioned(List.of(method))
        .anyMatch(type -> TypeReach.isGuarded(json.model(), type));
  }

  private CodeBlock reply() {
    return new ReplyCode(contract, method, result, expand, writer(), names).reply();
  }

  /**
   * The call of the user's method.
   *
   * @param before what stands before it on its line
   * @param depth how far the line is indented
   */
  private CodeBlock proceed(String before, int depth) {
    String call =
        operation.parameters().stream()
            .map(this::value)
            .collect(joining(", ", "service." + operation.methodName() + "(", ")"));
    if (method.isVoid() && operation.form() == ResultForm.VALUE) {
      String arguments = arguments().map(each -> ",\n" + each).collect(joining());
      return CodeBlock.of("call.proceed(\n() -> {\n$>$L;\nreturn null;\n$<}$L)", call, arguments);
    }
    CodeBlock adapted = AsyncTypes.toJdk(operation, CodeBlock.of("$L", call));
    if (!adapted.toString().equals(call)) {
      return CodeBlock.of(
          "call.proceed($L)",
          Stream.concat(
                  Stream.of(CodeBlock.of("() -> $L", adapted)),
                  arguments().map(each -> CodeBlock.of("$L", each)))
              .collect(CodeBlock.joining(",$W")));
    }
    List<String> arguments = Stream.concat(Stream.of("() -> " + call), arguments()).toList();
    String laidOut = CallLayout.of(before + "call.proceed", arguments, depth);
    return Stream.of(laidOut.substring(before.length()).split(", "))
        .map(part -> CodeBlock.of("$L", part))
        .collect(CodeBlock.joining(",$W"));
  }

  private Stream<String> arguments() {
    String cast = VarArguments.cast(operation);
    return operation.values().stream().map(argument -> cast + value(argument));
  }

  private String value(Parameter parameter) {
    if (parameter.role() == Parameter.Role.CONTEXT) {
      return "call.context()";
    }
    return method.body() instanceof RequestBody.Properties properties
            && properties.parameters().contains(parameter)
        ? body + "." + PropertiesRecord.component(parameter) + "()"
        : names.get(parameter);
  }
}
