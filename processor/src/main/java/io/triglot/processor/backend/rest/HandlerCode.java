package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the body of a handler: it enters the policy chain with the request unread, binds inside,
 * calls the user's method, and makes the response of what it returned.
 */
final class HandlerCode {
  private static final String REST = "io.triglot.runtime.rest";
  private static final ClassName REPLY = ClassName.get(REST, "RestReply");
  private static final ClassName STREAM = ClassName.get(REST, "RestStream");
  private static final ClassName TEXT = ClassName.get(REST + ".json", "TextForm");

  private final JsonCode json;
  private final ClassName contract;
  private final ResourceMethod method;
  private final Operation operation;
  private final NameAllocator names = new NameAllocator();
  private final String body;
  private final String result;

  HandlerCode(ApiModel model, ClassName contract, ResourceMethod method) {
    this.json = new JsonCode(model);
    this.contract = contract;
    this.method = method;
    this.operation = method.operation();
    Stream.of("service", "calls", "request", "call").forEach(names::newName);
    operation
        .parameters()
        .forEach(parameter -> names.newName(JsonCode.local(parameter.javaName()), parameter));
    body = names.newName("body");
    result = names.newName("result");
  }

  /** The statements of the handler. */
  CodeBlock body() {
    return switch (operation.form()) {
      case VALUE -> CodeBlock.of("return $L;\n", chain("call"));
      case STAGE -> CodeBlock.of("return $L;\n", chain("callAsync"));
      case PUBLISHER ->
          CodeBlock.of("return $T.respond(\n$>$>request,\n$L);\n$<$<", STREAM, chain("stream"));
    };
  }

  private CodeBlock chain(String entry) {
    CodeBlock inner = CodeBlock.builder().add(bindings()).add(outcome()).build();
    return CodeBlock.of(
        "calls.$L(\n$>$>$T.$L,\nrequest,\ncall -> {\n$>$L$<})$<$<",
        entry,
        contract,
        Names.constant(operation),
        inner);
  }

  private CodeBlock bindings() {
    CodeBlock.Builder bindings = CodeBlock.builder();
    for (Parameter argument : operation.arguments()) {
      binding(argument)
          .ifPresent(
              value ->
                  bindings.addStatement(
                      "$T $L = $L", JavaTypes.of(argument.type()), names.get(argument), value));
    }
    if (method.body() instanceof RequestBody.Properties) {
      String type = PropertiesRecord.name(method);
      bindings.addStatement("$L $L = request.properties($L::read)", type, body, type);
    }
    return bindings.build();
  }

  /** What an argument is bound from; empty for what is a field of the body. */
  private Optional<CodeBlock> binding(Parameter argument) {
    for (PathVariable variable : method.pathVariables()) {
      if (variable.parameter().filter(argument::equals).isPresent()) {
        return Optional.of(
            CodeBlock.of("request.path($S, $L)", variable.name(), text(argument.type())));
      }
    }
    if (method.queryParameters().contains(argument)) {
      return Optional.of(query(argument));
    }
    return method.body() instanceof RequestBody.Whole whole
        ? Optional.of(whole(whole.parameter()))
        : Optional.empty();
  }

  private CodeBlock query(Parameter argument) {
    TypeRef present = JsonCode.present(argument.type());
    String reader =
        present instanceof ListRef list
            ? list.container() == Container.SET ? "querySet" : "queryList"
            : "query";
    TypeRef single = present instanceof ListRef list ? list.element() : present;
    return absentAware(argument.type(), reader, argument.name(), text(single));
  }

  private CodeBlock whole(Parameter argument) {
    return absentAware(argument.type(), "body", argument.name(), json.valueReader(argument.type()));
  }

  private static CodeBlock absentAware(TypeRef type, String reader, String name, CodeBlock form) {
    CodeBlock read =
        CodeBlock.of(
            "request.$L($S, $L)", type.nullable() ? reader + "OrNull" : reader, name, form);
    return type instanceof OptionalRef
        ? CodeBlock.of("$T.ofNullable($L)", Optional.class, read)
        : read;
  }

  private CodeBlock text(TypeRef type) {
    return type instanceof NamedRef named
        ? CodeBlock.of("$T.enumeration($T.class)", TEXT, JavaTypes.className(named.name()))
        : CodeBlock.of(
            "$T.$L", TEXT, JsonCode.method(((ScalarRef) type).scalar()).toUpperCase(Locale.ROOT));
  }

  private CodeBlock outcome() {
    CodeBlock proceed = proceed();
    if (method.isStream()) {
      return CodeBlock.builder()
          .addStatement(
              "return $T.encode($L,$W$L)", STREAM, proceed, json.valueWriter(operation.result()))
          .build();
    }
    if (operation.form() == ResultForm.STAGE) {
      return CodeBlock.builder()
          .addStatement("return $L$Z.thenApply($L -> $L)", proceed, result, reply())
          .build();
    }
    CodeBlock.Builder outcome = CodeBlock.builder();
    if (method.isVoid()) {
      outcome.addStatement("$L", proceed);
    } else {
      outcome.addStatement("$T $L = $L", JavaTypes.of(operation.result()), result, proceed);
    }
    return outcome.addStatement("return $L", reply()).build();
  }

  private CodeBlock reply() {
    if (method.isVoid()) {
      return CodeBlock.of("$T.noContent()", REPLY);
    }
    CodeBlock writer = json.valueWriter(operation.result());
    CodeBlock value =
        operation.result() instanceof OptionalRef
            ? CodeBlock.of("$L.orElse(null)", result)
            : CodeBlock.of("$L", result);
    if (method.success().locatedBy().isPresent()) {
      return CodeBlock.of(
          "$T.created($S,$W$L.$L(),$W$L,$W$L)",
          REPLY,
          method.path().toString(),
          result,
          method.success().locatedBy().get(),
          value,
          writer);
    }
    String factory =
        switch (method.success().absent()) {
          case NEVER -> "ok";
          case NO_CONTENT -> "okOrNoContent";
          case NOT_FOUND -> "okOrNotFound";
        };
    return CodeBlock.of("$T.$L($L,$W$L)", REPLY, factory, value, writer);
  }

  private CodeBlock proceed() {
    CodeBlock call =
        CodeBlock.of(
            "service.$L($L)",
            operation.methodName(),
            operation.parameters().stream().map(this::value).collect(CodeBlock.joining(",$W")));
    CodeBlock lambda =
        method.isVoid() && operation.form() == ResultForm.VALUE
            ? CodeBlock.of("() -> {\n$>$>$L;\nreturn null;$<\n}$<", call)
            : CodeBlock.of("() -> $L", call);
    List<CodeBlock> arguments =
        Stream.concat(Stream.of(lambda), operation.arguments().stream().map(this::value)).toList();
    return CodeBlock.of("call.proceed($L)", arguments.stream().collect(CodeBlock.joining(",$W")));
  }

  private CodeBlock value(Parameter parameter) {
    if (parameter.role() == Parameter.Role.CONTEXT) {
      return CodeBlock.of("call.context()");
    }
    return method.body() instanceof RequestBody.Properties properties
            && properties.parameters().contains(parameter)
        ? CodeBlock.of("$L.$L()", body, PropertiesRecord.component(parameter))
        : CodeBlock.of("$L", names.get(parameter));
  }
}
