package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>Contract}: what the run time and the generated bindings know of it. */
public final class ContractEmitter {
  private static final String RUNTIME = "io.triglot.runtime";
  private static final ClassName DESCRIPTOR = ClassName.get(RUNTIME, "OperationDescriptor");
  private static final ClassName CONTRACT = ClassName.get(RUNTIME, "ServiceContract");

  private ContractEmitter() {}

  /**
   * Writes the contract class of a service, and its fragments.
   *
   * @param fragments the service's part of each back end's documents, by the back end's id
   * @param namings what callers call the values that they send
   */
  public static void write(
      ApiModel model,
      Service service,
      SortedMap<String, String> fragments,
      InputNamings namings,
      OutputSink sink) {
    FragmentsEmitter.write(service, fragments, sink);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(service.javaName().generated("Contract").simpleName())
            .addJavadoc("What {@link $T} offers.\n", JavaTypes.className(service.javaName()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(CONTRACT);
    for (Operation operation : service.operations()) {
      type.addField(DescriptorConstants.of(service, operation));
    }
    for (BatchField field : service.batchFields()) {
      String parent = model.definition(new NamedRef(field.parent(), false)).name();
      type.addField(DescriptorConstants.of(service, parent, field));
    }
    service.entities().forEach(each -> type.addField(DescriptorConstants.of(service, each)));
    type.addMethod(
            MethodSpec.constructorBuilder()
                .addJavadoc("Made once, when the service is bound.\n")
                .addModifiers(Modifier.PUBLIC)
                .build())
        .addMethod(serviceMethod(service))
        .addMethod(operationsMethod(service));
    if (!service.batchFields().isEmpty() || !service.entities().isEmpty()) {
      type.addMethod(batchesMethod(service));
    }
    InputNamesEmitter.method(model, service, namings).ifPresent(type::addMethod);
    type.addMethod(fragmentMethod(service, fragments));
    GeneratedJava.write(
        sink,
        service.javaName().generated("Contract"),
        service.javaName(),
        type,
        List.of(service.origin()));
  }

  /** Writes a class that stands in for that of a service with errors. */
  public static void writeStub(ServiceOutline service, OutputSink sink) {
    Stubs.write(
        service,
        "Contract",
        Stubs.type(service, "Contract")
            .addSuperinterface(CONTRACT)
            .addMethod(Stubs.override("service", ClassName.get(String.class)).build())
            .addMethod(
                Stubs.override(
                        "operations",
                        ParameterizedTypeName.get(ClassName.get(List.class), DESCRIPTOR))
                    .build())
            .addMethod(
                Stubs.override("fragment", ClassName.get(String.class))
                    .addParameter(String.class, "backend")
                    .build()),
        sink);
  }

  private static MethodSpec serviceMethod(Service service) {
    return implementation("service")
        .returns(String.class)
        .addStatement("return $S", service.name())
        .build();
  }

  private static MethodSpec operationsMethod(Service service) {
    return descriptors("operations", service.operations().stream().map(Names::constant));
  }

  private static MethodSpec batchesMethod(Service service) {
    return descriptors(
        "batches",
        Stream.concat(
            service.batchFields().stream().map(Names::constant),
            service.entities().stream().map(Names::constant)));
  }

  private static MethodSpec descriptors(String method, Stream<String> constants) {
    return implementation(method)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), DESCRIPTOR))
        .addStatement(
            "return $T.of($L)",
            List.class,
            constants
                .map(constant -> CodeBlock.of("$L", constant))
                .collect(CodeBlock.joining(",$W")))
        .build();
  }

  private static MethodSpec fragmentMethod(Service service, SortedMap<String, String> fragments) {
    ClassName holder = JavaTypes.className(service.javaName().generated("Fragments"));
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (backend) {\n$>");
    fragments
        .keySet()
        .forEach(
            backend ->
                body.add(
                    "case $S -> $T.$L();\n", backend, holder, FragmentsEmitter.method(backend)));
    body.add("default -> $S;\n$<};\n", "");
    return implementation("fragment")
        .returns(String.class)
        .addParameter(String.class, "backend")
        .addCode(body.build())
        .build();
  }

  private static MethodSpec.Builder implementation(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
