package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.AsyncTypes;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.ConversionCode;
import io.triglot.processor.javagen.HeaderCode;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.WholeCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Parameter.Role;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>GrpcClient}: the service's methods, called at another server. */
final class ClientEmitter {
  static final ClassName CHANNEL = ClassName.get("io.grpc", "Channel");
  static final ClassName OPTIONS = ClassName.get("io.grpc", "CallOptions");
  private static final ClassName CONTEXT = ClassName.get("io.triglot.runtime", "CallContext");

  /** Final methods of {@code AbstractStub}, without parameters or with one that users may have. */
  static final Set<String> TAKEN =
      Set.of(
          "getChannel",
          "getCallOptions",
          "of",
          "onBehalfOf",
          "withCompression",
          "withMaxInboundMessageSize",
          "withMaxOutboundMessageSize",
          "withOnReadyThreshold",
          "withWaitForReady");

  private final ApiModel model;
  private final ProtoService service;
  private final ClassName binding;
  private final ClassName client;
  private final NameAllocator methods;
  private final ClientShape shape;

  private ClientEmitter(ApiModel model, ProtoService service) {
    this.model = model;
    this.service = service;
    this.binding = JavaTypes.className(service.source().javaName().generated("Grpc"));
    this.client = JavaTypes.className(service.source().javaName().generated("GrpcClient"));
    this.methods = ServiceEmitter.constants(service);
    this.shape =
        new ClientShape(
            service.source(), service.rpcs().stream().map(ProtoRpc::operation).toList(), TAKEN);
  }

  static TypeSpec.Builder emit(ApiModel model, ProtoService service) {
    return new ClientEmitter(model, service).emit();
  }

  private TypeSpec.Builder emit() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(client.simpleName())
            .addJavadoc(
                "{@link $T} at another server.\n\n<p>Calls the gRPC service {@code $L}.\n",
                JavaTypes.className(service.source().javaName()),
                service.name().full())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(
                    service.source().adoption().isPresent()
                        ? GrpcRuntime.RESOURCE_CLIENT
                        : GrpcRuntime.SERVICE_CLIENT,
                    client));
    shape.addTo(type);
    type.addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(CHANNEL, "channel")
                .addParameter(OPTIONS, "options")
                .addStatement("super(channel, options)")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addJavadoc("A client that calls over a channel, which stays the caller's.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client)
                .addParameter(CHANNEL, "channel")
                .addStatement("return new $T(channel, $T.DEFAULT)", client, OPTIONS)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("build")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(client)
                .addParameter(CHANNEL, "channel")
                .addParameter(OPTIONS, "options")
                .addStatement("return new $T(channel, options)", client)
                .build());
    service.rpcs().forEach(rpc -> type.addMethod(clientMethod(rpc)));
    return type;
  }

  private MethodSpec clientMethod(ProtoRpc rpc) {
    Operation operation = rpc.operation();
    NameAllocator names = new NameAllocator();
    shape
        .parameters(operation)
        .forEach(parameter -> names.newName(parameter.javaName(), parameter));
    return shape.method(operation, names).addCode(body(rpc, names)).build();
  }

  private CodeBlock body(ProtoRpc rpc, NameAllocator names) {
    Operation operation = rpc.operation();
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$T.$N", binding, methods.get(rpc)));
    if (rpc.clientStreaming()) {
      arguments.add(rpc.later().isPresent() ? request(rpc, names) : CodeBlock.of("null"));
      Parameter stream = operation.stream().orElseThrow();
      arguments.add(AsyncTypes.toJdk(stream, CodeBlock.of("$N", names.get(stream))));
      arguments.add(encoding(rpc, names));
    } else {
      arguments.add(request(rpc, names));
    }
    arguments.add(result(rpc, names));
    shape
        .errors(operation)
        .forEach(error -> arguments.add(CodeBlock.of("$N", ClientShape.describerOf(error))));
    CodeBlock invocation =
        CodeBlock.of(
            "$L(\n$>$>$L)$<$<", call(rpc), arguments.stream().collect(CodeBlock.joining(",\n")));
    CodeBlock onBehalf = onBehalf(operation, names);
    CodeBlock headers = HeaderCode.of(model, operation, names);
    CodeBlock call =
        headers.isEmpty()
            ? CodeBlock.of("$L$L", onBehalf, invocation)
            : CodeBlock.of("$LwithHeaders($>$>$L$<$<)\n$>$>.$L$<$<", onBehalf, headers, invocation);
    boolean silent =
        operation.form() == ResultForm.VALUE && operation.result() instanceof TypeRef.VoidRef;
    return CodeBlock.of("$L$L;\n", silent ? "" : "return ", AsyncTypes.fromJdk(operation, call));
  }

  /** A context that is handed over is that of the call on whose behalf this one is made. */
  private CodeBlock onBehalf(Operation operation, NameAllocator names) {
    return shape
        .cause(operation)
        .map(context -> CodeBlock.of("onBehalfOf($N).", names.get(context)))
        .orElse(CodeBlock.of(""));
  }

  private static String call(ProtoRpc rpc) {
    boolean streams = rpc.clientStreaming();
    return switch (rpc.operation().form()) {
      case VALUE -> streams ? "blockingClientStreamingCall" : "blockingCall";
      case STAGE -> streams ? "clientStreamingCall" : "asyncCall";
      case PUBLISHER -> streams ? "bidirectionalCall" : "streamingCall";
    };
  }

  /** The request message; of a stream the first, which has no value yet. */
  private static CodeBlock request(ProtoRpc rpc, NameAllocator names) {
    List<Parameter> received = rpc.operation().received();
    if (rpc.bareRequest()) {
      return WholeCode.argument(rpc.operation(), received.get(0), names::get);
    }
    CodeBlock values =
        received.stream()
            .map(
                parameter ->
                    parameter.role() == Role.STREAM
                        ? absent(parameter.type())
                        : WholeCode.argument(rpc.operation(), parameter, names::get))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("new $T($L)", JavaTypes.className(rpc.request().javaType()), values);
  }

  private static CodeBlock absent(TypeRef type) {
    if (type instanceof TypeRef.MapRef) {
      return CodeBlock.of("$T.of()", java.util.Map.class);
    }
    if (type instanceof TypeRef.ListRef list) {
      return list.container() == TypeRef.Container.SET
          ? CodeBlock.of("$T.of()", Set.class)
          : CodeBlock.of("$T.of()", List.class);
    }
    if (type instanceof TypeRef.ConvertedRef converted
        && !(converted.carrier() instanceof TypeRef.ScalarRef)) {
      return ConversionCode.apply(converted.conversion().read(), absent(converted.carrier()));
    }
    return CodeBlock.of("null");
  }

  /** What makes a message of a streamed value. */
  private static CodeBlock encoding(ProtoRpc rpc, NameAllocator names) {
    String element = names.clone().newName("element");
    ProtoMessage message = rpc.later().orElse(rpc.request());
    ClassName marshaller = JavaTypes.className(message.marshaller());
    return rpc.bareRequest()
        ? CodeBlock.of("$T.INSTANCE::toRequestBytes", marshaller)
        : CodeBlock.of(
            "$N ->\n$>$>$T.INSTANCE.toRequestBytes(\n$>$>new $T($N))$<$<$<$<",
            element,
            marshaller,
            JavaTypes.className(message.javaType()),
            element);
  }

  /** What takes the result out of the response. */
  private static CodeBlock result(ProtoRpc rpc, NameAllocator names) {
    String response = names.clone().newName("response");
    if (rpc.bareResponse()) {
      return CodeBlock.of("$1N -> $1N", response);
    }
    return rpc.response().fields().isEmpty()
        ? CodeBlock.of("$N -> null", response)
        : CodeBlock.of(
            "$T::$N",
            JavaTypes.className(rpc.response().javaType()),
            rpc.response().fields().get(0).accessor().member());
  }
}
