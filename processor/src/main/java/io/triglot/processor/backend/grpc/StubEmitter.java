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
  private final boolean implementing;

  private StubEmitter(ServiceOutline service) {
    this.service = service;
    this.implementing =
        !service.interfaces().isEmpty()
            && service.methods().stream()
                .noneMatch(method -> ClientEmitter.TAKEN.contains(method.name()));
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
        Stubs.type(service, "GrpcClient")
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
    if (implementing) {
      service.interfaces().forEach(each -> type.addSuperinterface(JavaTypes.className(each)));
    }
    service.methods().forEach(method -> type.addMethod(method(method)));
    return type;
  }

  private MethodSpec method(ServiceOutline.Method method) {
    String name =
        !implementing && ClientEmitter.TAKEN.contains(method.name())
            ? method.name() + "_"
            : method.name();
    MethodSpec.Builder stub = Stubs.method(name, Stubs.spelled(method.returned()));
    method.parameters().stream()
        .filter(parameter -> implementing || !parameter.context())
        .forEach(parameter -> stub.addParameter(Stubs.spelled(parameter.type()), parameter.name()));
    method.exceptions().forEach(exception -> stub.addException(Stubs.spelled(exception)));
    return stub.build();
  }
}
