package io.triglot.processor.javagen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Resource>Api}: what the REST client and the gRPC client of an adopted resource
 * have in common, so that callers move from the one to the other.
 */
public final class ResourceApiEmitter {
  private static final ClassName RESOURCE_API =
      ClassName.get("io.triglot.runtime.adoption", "ResourceApi");

  private ResourceApiEmitter() {}

  /** Writes the interface of a service, if it is adopted and both clients have something of it. */
  public static void write(ApiModel model, Service service, OutputSink sink) {
    name(service)
        .ifPresent(
            name -> {
              TypeSpec.Builder type = type(service, name);
              if (Deprecations.in(model, service)) {
                type.addAnnotation(Deprecations.SUPPRESSION);
              }
              GeneratedJava.write(sink, name, service.javaName(), type, List.of(service.origin()));
            });
  }

  /** The name of the interface; empty where there is none. */
  static Optional<JavaName> name(Service service) {
    return service.adoption().isPresent()
            && service.operations().stream().anyMatch(ResourceApiEmitter::isCommon)
        ? Optional.of(service.javaName().generated("Api"))
        : Optional.empty();
  }

  /** Whether both clients have the operation. */
  static boolean isCommon(Operation operation) {
    return operation.protocols().contains(Protocol.GRPC)
        && operation.adopted().filter(AdoptedMethod::callable).isPresent();
  }

  private static TypeSpec.Builder type(Service service, JavaName name) {
    ClassName resource = JavaTypes.className(service.javaName());
    ClientShape shape = new ClientShape(service, service.operations(), Set.of());
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name.simpleName())
            .addJavadoc(
                "{@link $T} at another server, by REST or by gRPC.\n\n"
                    + "<p>What the server refuses is a {@link $T}.\n",
                resource,
                ClientShape.REMOTE_CALL_EXCEPTION)
            .addModifiers(Modifier.PUBLIC)
            .addAnnotation(
                AnnotationSpec.builder(RESOURCE_API)
                    .addMember(
                        "value",
                        "$T.class",
                        JavaTypes.className(service.javaName().generated("Contract")))
                    .build());
    service.operations().stream()
        .filter(ResourceApiEmitter::isCommon)
        .map(operation -> method(shape, operation))
        .forEach(type::addMethod);
    return type;
  }

  private static MethodSpec method(ClientShape shape, Operation operation) {
    NameAllocator names = new NameAllocator();
    shape.parameters(operation).forEach(each -> names.newName(each.javaName(), each));
    MethodSpec method = shape.method(operation, names).build();
    MethodSpec.Builder declared =
        MethodSpec.methodBuilder(method.name())
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(method.returnType())
            .addParameters(method.parameters())
            .addJavadoc(method.javadoc());
    return declared.build();
  }
}
