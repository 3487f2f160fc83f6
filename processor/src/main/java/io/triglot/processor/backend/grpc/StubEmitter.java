package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Stubs;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.spi.OutputSink;
import javax.lang.model.element.Modifier;

/** Writes what stands in for the binding and the client of a service with errors. */
final class StubEmitter {
  private final ServiceOutline service;

  private StubEmitter(ServiceOutline service) {
    this.service = service;
  }

  static void write(ServiceOutline service, OutputSink sink) {
    Stubs.write(
        service,
        "Grpc",
        Stubs.binding(service, "Grpc")
            .addSuperinterface(ClassName.get("io.grpc", "BindableService"))
            .addMethod(
                Stubs.override("bindService", ClassName.get("io.grpc", "ServerServiceDefinition"))
                    .build()),
        sink);
    Stubs.write(service, "GrpcClient", new StubEmitter(service).client(), sink);
  }

  private TypeSpec.Builder client() {
    ClassName client = JavaTypes.className(service.javaName().generated("GrpcClient"));
    TypeSpec.Builder type =
        Stubs.client(service, "GrpcClient", ClientEmitter.TAKEN)
            .superclass(ParameterizedTypeName.get(GrpcRuntime.SERVICE_CLIENT, client))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(ClientEmitter.CHANNEL, "channel")
                    .addParameter(ClientEmitter.OPTIONS, "options")
                    .addStatement("super(channel, options)")
                    .build())
            .addMethod(
                Stubs.method("of", client)
                    .addModifiers(Modifier.STATIC)
                    .addParameter(ClientEmitter.CHANNEL, "channel")
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("build")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PROTECTED)
                    .returns(client)
                    .addParameter(ClientEmitter.CHANNEL, "channel")
                    .addParameter(ClientEmitter.OPTIONS, "options")
                    .addStatement("return new $T(channel, options)", client)
                    .build());
    return type;
  }
}
