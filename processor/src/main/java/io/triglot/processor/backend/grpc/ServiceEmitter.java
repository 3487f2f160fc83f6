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
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ResultForm;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>Grpc}: the service as grpc-java binds it. */
final class ServiceEmitter {
  private static final ClassName BINDABLE = ClassName.get("io.grpc", "BindableService");
  private static final ClassName DEFINITION = ClassName.get("io.grpc", "ServerServiceDefinition");
  private static final ClassName METHOD = ClassName.get("io.grpc", "MethodDescriptor");
  private static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");

  private final ProtoService service;
  private final ProtoFile file;
  private final ClassName javaType;
  private final ClassName called;
  private final ClassName contract;
  private final ApiModel model;
  private final NameAllocator constants;
  private final NameAllocator handlers = new NameAllocator();

  private ServiceEmitter(ApiModel model, ProtoService service, ProtoFile file) {
    this.model = model;
    this.service = service;
    this.file = file;
    this.javaType = JavaTypes.className(service.source().javaName());
    this.called = JavaTypes.className(service.source().called());
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

  static TypeSpec.Builder emit(ApiModel model, ProtoService service, ProtoFile file) {
    return new ServiceEmitter(model, service, file).emit();
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
    type.addField(called, "service", Modifier.PRIVATE, Modifier.FINAL)
        .addField(CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(bindService());
    service
        .rpcs()
        .forEach(
            rpc -> type.addMethod(RpcHandler.of(model, service.source(), rpc, handlers.get(rpc))));
    for (ProtoMessage message : nestedMessages()) {
      if (message.hasRecord()) {
        type.addType(RequestEmitter.emit(message));
      }
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
        .addParameter(called, "service")
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
          "$T.of($S, $T.INSTANCE, $L)",
          GrpcRuntime.STREAM_CODEC,
          rpc.bareRequest() ? "" : request.fields().get(0).jsonName(),
          marshaller,
          element(rpc));
    }
    ProtoMessage later = rpc.later().get();
    String accessor = later.fields().get(0).accessor().member();
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
        : CodeBlock.of(
            "$T::$N", javaType(rpc.request()), rpc.request().fields().get(0).accessor().member());
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

  static TypeName javaType(ProtoMessage message) {
    return JavaTypes.of(message.javaType());
  }
}
