package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import io.triglot.processor.backend.rest.ResourceMethod.PathVariable;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.DefaultCode;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Conversion.Step;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Source;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.Versions;
import java.util.Optional;

/** Writes where a handler finds the arguments of the user's method in the request. */
record ArgumentCode(JsonCode json, ResourceMethod method) {
  /** What an argument is bound from; empty for what is a field of the body. */
  Optional<CodeBlock> binding(Parameter argument) {
    for (PathVariable variable : method.pathVariables()) {
      if (variable.parameter().filter(argument::equals).isPresent()) {
        return Optional.of(
            CodeBlock.of("request.path($S, $L)", variable.name(), json.textForm(argument.type())));
      }
    }
    if (Versions.isExpected(argument.type())) {
      return Optional.of(ifMatch(argument.type()));
    }
    if (argument.isFrom(Source.LastEvent.class)) {
      return Optional.of(
          orEmpty(
              argument.type(),
              CodeBlock.of(
                  "request.lastEventOrNull($S, $L)",
                  argument.name(),
                  json.textForm(argument.type().present()))));
    }
    if (method.queryParameters().contains(argument)) {
      return Optional.of(texts(argument, "request", "query"));
    }
    if (Operation.isUpload(argument.type())) {
      return Optional.of(upload(argument));
    }
    if (method.body() instanceof RequestBody.Form) {
      return Optional.of(texts(argument, "request.form()", "field"));
    }
    return method.body() instanceof RequestBody.Whole whole
        ? Optional.of(whole(whole.parameter()))
        : Optional.empty();
  }

  /** What comes of the texts of a query or a form. */
  private CodeBlock texts(Parameter argument, String from, String value) {
    TypeRef type = argument.type();
    TypeRef present = type.present().carrier();
    String reader =
        present instanceof ListRef list
            ? value + (list.container() == Container.SET ? "Set" : "List")
            : value;
    if (!(present instanceof ListRef list)) {
      return one(argument, from, reader, json.textForm(type.present()));
    }
    CodeBlock read = read(type, from, reader, argument.name(), json.textForm(list.element()));
    CodeBlock made =
        type.present() instanceof ConvertedRef converted
            ? made(converted.conversion().read(), read, type.nullable())
            : read;
    return type instanceof OptionalRef optional ? OptionalCode.ofNullable(optional, made) : made;
  }

  /** Content of any media type: the body, or files of a form. */
  private CodeBlock upload(Parameter argument) {
    TypeRef type = argument.type();
    String absent = type.nullable() ? "OrNull" : "";
    CodeBlock read =
        method.body() instanceof RequestBody.Content
            ? CodeBlock.of("request.upload$L()", absent)
            : CodeBlock.of(
                "request.file$L$L($S)",
                type.present() instanceof ListRef ? "List" : "",
                absent,
                argument.name());
    return orEmpty(type, read);
  }

  /** The values that are the lines of the body. */
  CodeBlock lines(Parameter stream) {
    return AsyncTypes.fromJdk(
        stream,
        CodeBlock.of(
            "request.lines(call, $S, $L)", stream.name(), json.valueReader(stream.type(), "call")));
  }

  private static CodeBlock orEmpty(TypeRef type, CodeBlock read) {
    return type instanceof OptionalRef optional ? OptionalCode.ofNullable(optional, read) : read;
  }

  private CodeBlock ifMatch(TypeRef type) {
    CodeBlock read =
        CodeBlock.of(
            "request.$L($L)",
            type.nullable() ? "ifMatchOrNull" : "ifMatch",
            json.textForm(type.present()));
    return orEmpty(type, read);
  }

  private static CodeBlock one(Parameter argument, String from, String reader, CodeBlock form) {
    TypeRef type = argument.type();
    if (argument.otherwise().isEmpty()) {
      return absentAware(type, from, reader, argument.name(), form);
    }
    CodeBlock read =
        CodeBlock.of(
            "$L.$L($S, $L, $L)",
            from,
            reader,
            argument.name(),
            form,
            DefaultCode.of(type.present(), argument.otherwise().get()));
    return orEmpty(type, read);
  }

  private static CodeBlock made(Step step, CodeBlock value, boolean nullable) {
    return nullable ? ConversionCode.applyOrNull(step, value) : ConversionCode.apply(step, value);
  }

  private CodeBlock whole(Parameter argument) {
    return absentAware(
        argument.type(),
        "request",
        "body",
        argument.name(),
        json.valueReader(argument.type(), "call"));
  }

  private static CodeBlock absentAware(
      TypeRef type, String from, String reader, String name, CodeBlock form) {
    CodeBlock read = read(type, from, reader, name, form);
    return orEmpty(type, read);
  }

  private static CodeBlock read(
      TypeRef type, String from, String reader, String name, CodeBlock form) {
    return CodeBlock.of(
        "$L.$L($S, $L)", from, type.nullable() ? reader + "OrNull" : reader, name, form);
  }
}
