package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.javagen.MetadataCode;
import io.triglot.processor.javagen.VarArguments;
import io.triglot.processor.javagen.WholeCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the method that serves the calls of an rpc: from its request to the user's method. */
final class RpcHandler {
  private static final ClassName CALL = ClassName.get("io.triglot.runtime", "Call");

  private RpcHandler() {}

  /**
   * The handler of an rpc.
   *
   * @param name what it is called
   */
  static MethodSpec of(ApiModel model, Service service, ProtoRpc rpc, String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(Javadocs.of(service, rpc.operation()))
        .addModifiers(Modifier.PRIVATE)
        .returns(returned(rpc.operation()))
        .addParameter(received(rpc), "request")
        .addParameter(CALL, "call")
        .addException(Exception.class)
        .addCode(body(model, rpc))
        .build();
  }

  /** What the handler receives. */
  private static TypeName received(ProtoRpc rpc) {
    if (!rpc.clientStreaming()) {
      return ServiceEmitter.javaType(rpc.request());
    }
    TypeName element = JavaTypes.boxed(rpc.operation().stream().orElseThrow().type());
    return rpc.later().isPresent()
        ? ParameterizedTypeName.get(
            GrpcRuntime.OPENED_STREAM, ServiceEmitter.javaType(rpc.request()), element)
        : ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), element);
  }

  private static CodeBlock body(ApiModel model, ProtoRpc rpc) {
    Operation operation = rpc.operation();
    NameAllocator names = new NameAllocator();
    Stream.of("service", "request", "call").forEach(names::newName);
    Map<Parameter, String> metadata = new HashMap<>();
    operation.metadata().forEach(each -> metadata.put(each, names.newName(each.javaName())));
    CodeBlock.Builder wholes =
        CodeBlock.builder().add(MetadataCode.statements(model, operation, "call", metadata::get));
    List<CodeBlock> values = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      switch (parameter.role()) {
        case CONTEXT -> arguments.add(CodeBlock.of("call.context()"));
        case STREAM -> arguments.add(stream(rpc, parameter));
        case METADATA -> {
          CodeBlock value = CodeBlock.of("$N", metadata.get(parameter));
          arguments.add(value);
          values.add(value);
        }
        case ARGUMENT -> {
          CodeBlock value;
          if (parameter.isWhole()) {
            String variable = names.newName(parameter.javaName());
            wholes.add(
                WholeCode.made(
                    parameter,
                    variable,
                    part ->
                        metadata.containsKey(part)
                            ? CodeBlock.of("$N", metadata.get(part))
                            : value(rpc, part)));
            value = CodeBlock.of("$N", variable);
          } else {
            value = value(rpc, parameter);
          }
          arguments.add(value);
          values.add(value);
        }
      }
    }
    return wholes.add(proceeding(operation, arguments, values)).build();
  }

  private static CodeBlock proceeding(
      Operation operation, List<CodeBlock> arguments, List<CodeBlock> values) {
    CodeBlock invocation =
        CodeBlock.of(
            "service.$N($L)",
            operation.methodName(),
            arguments.stream().collect(CodeBlock.joining(",$W")));
    invocation = AsyncTypes.toJdk(operation, invocation);
    String cast = VarArguments.cast(operation);
    CodeBlock rest =
        values.stream()
            .map(value -> CodeBlock.of(",$W$L$L", cast, value))
            .collect(CodeBlock.joining(""));
    if (operation.form() == ResultForm.VALUE && operation.result() instanceof TypeRef.VoidRef) {
      return CodeBlock.of(
          "return call.proceed(\n$>$>() -> {\n$>$L;\nreturn null;\n$<}$L);\n$<$<",
          invocation,
          rest);
    }
    return CodeBlock.builder()
        .addStatement("return call.proceed(() -> $L$L)", invocation, rest)
        .build();
  }

  /** The expression for an argument. */
  private static CodeBlock value(ProtoRpc rpc, Parameter argument) {
    int index = rpc.operation().received().indexOf(argument);
    if (rpc.bareRequest()) {
      return CodeBlock.of("request");
    }
    return CodeBlock.of(
        rpc.later().isPresent() ? "request.opening().$N()" : "request.$N()",
        rpc.request().fields().get(index).accessor().member());
  }

  /** The expression for the argument whose values the client streams. */
  private static CodeBlock stream(ProtoRpc rpc, Parameter parameter) {
    return AsyncTypes.fromJdk(
        parameter, CodeBlock.of(rpc.later().isPresent() ? "request.elements()" : "request"));
  }

  private static TypeName returned(Operation operation) {
    TypeName result = JavaTypes.boxed(operation.result());
    return switch (operation.form()) {
      case VALUE -> result;
      case STAGE -> ParameterizedTypeName.get(ClassName.get(CompletionStage.class), result);
      case PUBLISHER -> ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), result);
    };
  }
}
