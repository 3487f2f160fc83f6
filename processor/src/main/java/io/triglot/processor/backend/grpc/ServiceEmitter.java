package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>Grpc}: the service as grpc-java binds it. */
final class ServiceEmitter {
  private static final ClassName BINDABLE = ClassName.get("io.grpc", "BindableService");
  private static final ClassName DEFINITION = ClassName.get("io.grpc", "ServerServiceDefinition");
  private static final ClassName METHOD = ClassName.get("io.grpc", "MethodDescriptor");
  private static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");
  private static final ClassName CALL = ClassName.get("io.triglot.runtime", "Call");

  private final ProtoService service;
  private final ProtoFile file;
  private final ClassName javaType;
  private final ClassName contract;
  private final NameAllocator constants = new NameAllocator();
  private final NameAllocator handlers = new NameAllocator();

  private ServiceEmitter(ProtoService service, ProtoFile file) {
    this.service = service;
    this.file = file;
    this.javaType = JavaTypes.className(service.source().javaName());
    this.contract = JavaTypes.className(service.source().javaName().generated("Contract"));
    for (ProtoRpc rpc : service.rpcs()) {
      constants.newName(Names.constant(rpc.operation()), rpc);
      handlers.newName(rpc.operation().methodName(), rpc);
    }
    constants.newName("SERVICE", service);
  }

  static TypeSpec.Builder emit(ProtoService service, ProtoFile file) {
    return new ServiceEmitter(service, file).emit();
  }

  private TypeSpec.Builder emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(service.source().javaName().generated("Grpc").simpleName())
            .addJavadoc(
                "{@link $T} as the gRPC service {@code $L}.\n", javaType, service.name().full())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(BINDABLE)
            .addField(
                FieldSpec.builder(String.class, constants.get(service))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$S", service.name().full())
                    .build());
    service.rpcs().forEach(rpc -> type.addField(method(rpc)));
    type.addField(javaType, "service", Modifier.PRIVATE, Modifier.FINAL)
        .addField(CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(bindService());
    service.rpcs().forEach(rpc -> type.addMethod(handler(rpc)));
    for (ProtoMessage message : file.messages()) {
      type.addType(RequestEmitter.emit(message));
      type.addType(
          MarshallerEmitter.emit(message, false)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .build());
    }
    return type;
  }

  private FieldSpec method(ProtoRpc rpc) {
    String factory =
        switch (rpc.operation().kind()) {
          case QUERY -> "query";
          case MUTATION -> "mutation";
          case SUBSCRIPTION -> "subscription";
        };
    TypeName type =
        ParameterizedTypeName.get(METHOD, javaType(rpc.request()), javaType(rpc.response()));
    return FieldSpec.builder(type, constants.get(rpc))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$>$>\n$T.$L($N,$W$S,$W$T.INSTANCE,$W$T.INSTANCE)$<$<",
            GrpcRuntime.RPC_METHODS,
            factory,
            constants.get(service),
            rpc.name(),
            JavaTypes.className(rpc.request().marshaller()),
            JavaTypes.className(rpc.response().marshaller()))
        .build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Serves calls by a service, each through the policy chain.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(javaType, "service")
        .addParameter(CALLS, "calls")
        .addStatement("this.service = service")
        .addStatement("this.calls = calls")
        .build();
  }

  private MethodSpec bindService() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "return $T.of($N, $T::file, calls)\n$>$>",
                GrpcRuntime.SERVICE_BINDING,
                constants.get(service),
                JavaTypes.className(file.holder()));
    for (ProtoRpc rpc : service.rpcs()) {
      code.add(
          ".$L($N,$W$T.$L,$Wthis::$N,$W$L)\n",
          binding(rpc.operation().form()),
          constants.get(rpc),
          contract,
          Names.constant(rpc.operation()),
          handlers.get(rpc),
          response(rpc));
    }
    return MethodSpec.methodBuilder("bindService")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(DEFINITION)
        .addCode(code.add(".build();\n$<$<").build())
        .build();
  }

  private static String binding(ResultForm form) {
    return switch (form) {
      case VALUE -> "unary";
      case STAGE -> "async";
      case PUBLISHER -> "serverStreaming";
    };
  }

  /** What makes the response message of a result. */
  private static CodeBlock response(ProtoRpc rpc) {
    if (rpc.bareResponse()) {
      return CodeBlock.of("result -> result");
    }
    return rpc.response().fields().isEmpty()
        ? CodeBlock.of("result -> new $T()", javaType(rpc.response()))
        : CodeBlock.of("$T::new", javaType(rpc.response()));
  }

  private MethodSpec handler(ProtoRpc rpc) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(handlers.get(rpc))
            .addModifiers(Modifier.PRIVATE)
            .returns(returned(rpc.operation()))
            .addParameter(javaType(rpc.request()), "request")
            .addParameter(CALL, "call")
            .addException(Exception.class);
    if (!rpc.operation().doc().isEmpty()) {
      method.addJavadoc(Javadocs.of(rpc.operation().doc()));
    }
    return method.addCode(body(rpc)).build();
  }

  private static CodeBlock body(ProtoRpc rpc) {
    Operation operation = rpc.operation();
    List<CodeBlock> values = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.role() == Parameter.Role.CONTEXT) {
        arguments.add(CodeBlock.of("call.context()"));
      } else {
        CodeBlock value = value(rpc, values.size());
        arguments.add(value);
        values.add(value);
      }
    }
    CodeBlock invocation =
        CodeBlock.of(
            "service.$N($L)",
            operation.methodName(),
            arguments.stream().collect(CodeBlock.joining(",$W")));
    CodeBlock rest =
        values.stream().map(value -> CodeBlock.of(",$W$L", value)).collect(CodeBlock.joining(""));
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
  private static CodeBlock value(ProtoRpc rpc, int index) {
    return rpc.bareRequest()
        ? CodeBlock.of("request")
        : CodeBlock.of("request.$N()", rpc.request().fields().get(index).accessor());
  }

  private static TypeName returned(Operation operation) {
    TypeName result = JavaTypes.boxed(operation.result());
    return switch (operation.form()) {
      case VALUE -> result;
      case STAGE -> ParameterizedTypeName.get(ClassName.get(CompletionStage.class), result);
      case PUBLISHER -> ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), result);
    };
  }

  private static ClassName javaType(ProtoMessage message) {
    return JavaTypes.className(message.javaType());
  }
}
