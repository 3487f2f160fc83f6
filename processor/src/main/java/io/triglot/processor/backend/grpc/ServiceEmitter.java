package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.AsyncTypes;
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
import java.util.stream.Stream;
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
  private final NameAllocator constants;
  private final NameAllocator handlers = new NameAllocator();

  private ServiceEmitter(ProtoService service, ProtoFile file) {
    this.service = service;
    this.file = file;
    this.javaType = JavaTypes.className(service.source().javaName());
    this.contract = JavaTypes.className(service.source().javaName().generated("Contract"));
    this.constants = constants(service);
    for (ProtoRpc rpc : service.rpcs()) {
      handlers.newName(rpc.operation().methodName(), rpc);
    }
  }

  /** The names of the constants: of the method descriptor of each rpc, and of the service. */
  static NameAllocator constants(ProtoService service) {
    NameAllocator constants = new NameAllocator();
    service.rpcs().forEach(rpc -> constants.newName(Names.constant(rpc.operation()), rpc));
    constants.newName("SERVICE", service);
    return constants;
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
    for (ProtoMessage message : nestedMessages()) {
      type.addType(RequestEmitter.emit(message));
      type.addType(
          MarshallerEmitter.emit(message, false)
              .addModifiers(Modifier.STATIC, Modifier.FINAL)
              .build());
    }
    return type;
  }

  /** Those of the file, and what is read of the further messages of streams. */
  private List<ProtoMessage> nestedMessages() {
    return Stream.concat(
            file.messages().stream(), service.rpcs().stream().flatMap(rpc -> rpc.later().stream()))
        .toList();
  }

  private FieldSpec method(ProtoRpc rpc) {
    TypeName type =
        ParameterizedTypeName.get(METHOD, javaType(rpc.request()), javaType(rpc.response()));
    return FieldSpec.builder(type, constants.get(rpc))
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$>$>\n$T.$L($N,$W$S,$W$T.INSTANCE,$W$T.INSTANCE)$<$<",
            GrpcRuntime.RPC_METHODS,
            factory(rpc),
            constants.get(service),
            rpc.name(),
            JavaTypes.className(rpc.request().marshaller()),
            JavaTypes.className(rpc.response().marshaller()))
        .build();
  }

  private static String factory(ProtoRpc rpc) {
    if (rpc.clientStreaming()) {
      return rpc.serverStreaming() ? "bidirectional" : "clientStreaming";
    }
    return switch (rpc.operation().kind()) {
      case QUERY -> "query";
      case MUTATION -> "mutation";
      case SUBSCRIPTION -> "subscription";
    };
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
          ".$L($N,$W$T.$L,$W$Lthis::$N,$W$L)\n",
          rpc.clientStreaming()
              ? streamBinding(rpc.operation().form())
              : binding(rpc.operation().form()),
          constants.get(rpc),
          contract,
          Names.constant(rpc.operation()),
          rpc.clientStreaming() ? CodeBlock.of("$L,$W", codec(rpc)) : "",
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

  private static String streamBinding(ResultForm form) {
    return switch (form) {
      case VALUE -> "clientStreaming";
      case STAGE -> "clientStreamingAsync";
      case PUBLISHER -> "bidirectional";
    };
  }

  /** What reads the messages of a client's stream. */
  private static CodeBlock codec(ProtoRpc rpc) {
    ProtoMessage request = rpc.request();
    ClassName marshaller = JavaTypes.className(request.marshaller());
    if (rpc.later().isEmpty()) {
      return CodeBlock.of(
          "$T.of($T.INSTANCE, $L)", GrpcRuntime.STREAM_CODEC, marshaller, element(rpc));
    }
    ProtoMessage later = rpc.later().get();
    String accessor = later.fields().get(0).accessor();
    return CodeBlock.of(
        "$T.opened(\n$>$>$S, $T.INSTANCE, $T::$N, $T.INSTANCE, $T::$N)$<$<",
        GrpcRuntime.STREAM_CODEC,
        later.fields().get(0).jsonName(),
        marshaller,
        javaType(request),
        accessor,
        JavaTypes.className(later.marshaller()),
        javaType(later),
        accessor);
  }

  private static CodeBlock element(ProtoRpc rpc) {
    return rpc.bareRequest()
        ? CodeBlock.of("element -> element")
        : CodeBlock.of("$T::$N", javaType(rpc.request()), rpc.request().fields().get(0).accessor());
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
            .addParameter(received(rpc), "request")
            .addParameter(CALL, "call")
            .addException(Exception.class);
    if (!rpc.operation().doc().isEmpty()) {
      method.addJavadoc(Javadocs.of(rpc.operation().doc()));
    }
    return method.addCode(body(rpc)).build();
  }

  /** What the handler receives. */
  private static TypeName received(ProtoRpc rpc) {
    if (!rpc.clientStreaming()) {
      return javaType(rpc.request());
    }
    TypeName element = JavaTypes.boxed(rpc.operation().stream().orElseThrow().type());
    return rpc.later().isPresent()
        ? ParameterizedTypeName.get(GrpcRuntime.OPENED_STREAM, javaType(rpc.request()), element)
        : ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), element);
  }

  private static CodeBlock body(ProtoRpc rpc) {
    Operation operation = rpc.operation();
    List<CodeBlock> values = new ArrayList<>();
    List<CodeBlock> arguments = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      switch (parameter.role()) {
        case CONTEXT -> arguments.add(CodeBlock.of("call.context()"));
        case STREAM -> arguments.add(stream(rpc, parameter));
        case ARGUMENT -> {
          CodeBlock value = value(rpc, operation.received().indexOf(parameter));
          arguments.add(value);
          values.add(value);
        }
      }
    }
    CodeBlock invocation =
        CodeBlock.of(
            "service.$N($L)",
            operation.methodName(),
            arguments.stream().collect(CodeBlock.joining(",$W")));
    invocation = AsyncTypes.toJdk(operation, invocation);
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
    if (rpc.bareRequest()) {
      return CodeBlock.of("request");
    }
    return CodeBlock.of(
        rpc.later().isPresent() ? "request.opening().$N()" : "request.$N()",
        rpc.request().fields().get(index).accessor());
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

  private static ClassName javaType(ProtoMessage message) {
    return JavaTypes.className(message.javaType());
  }
}
