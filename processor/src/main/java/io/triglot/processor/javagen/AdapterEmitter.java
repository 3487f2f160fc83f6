package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.Adoption;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.VoidRef;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Service>Adapter}: an adopted resource as an ordinary service, whose methods take
 * what callers send and call the resource as its container does.
 */
public final class AdapterEmitter {
  private static final String PACKAGE = "io.triglot.runtime.adoption";
  private static final ClassName PROVIDER = ClassName.get(PACKAGE, "ResourceProvider");
  private static final ClassName CALLS = ClassName.get(PACKAGE, "ResourceCalls");
  private static final ClassName CONTEXT = ClassName.get("io.triglot.runtime", "CallContext");

  private final Service service;
  private final ClassName resource;

  private AdapterEmitter(Service service) {
    this.service = service;
    this.resource = JavaTypes.className(service.javaName());
  }

  /** Writes the adapter of a service, if it is adopted. */
  public static void write(ApiModel model, Service service, OutputSink sink) {
    service
        .adoption()
        .map(Adoption::adapter)
        .ifPresent(
            name -> {
              TypeSpec.Builder type = new AdapterEmitter(service).type(name.simpleName());
              if (Deprecations.in(model, service)) {
                type.addAnnotation(Deprecations.SUPPRESSION);
              }
              GeneratedJava.write(sink, name, service.javaName(), type, List.of(service.origin()));
            });
  }

  private TypeSpec.Builder type(String name) {
    TypeName provider = ParameterizedTypeName.get(PROVIDER, resource);
    TypeName calls = ParameterizedTypeName.get(CALLS, resource);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(
                "{@link $T} as a service: each call is made at the instance that is provided for"
                    + " it.\n",
                resource)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addField(calls, "resources", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("Calls the resources of a provider.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(provider, "resources")
                    .addStatement("this.resources = new $T<>(resources)", CALLS)
                    .build());
    service.operations().forEach(operation -> type.addMethod(method(operation)));
    return type;
  }

  private MethodSpec method(Operation operation) {
    AdoptedMethod adopted = operation.adopted().orElseThrow();
    NameAllocator names = new NameAllocator();
    names.newName("resources");
    operation.arguments().forEach(parameter -> names.newName(parameter.javaName(), parameter));
    String context = names.newName("context", CONTEXT);
    String instance = names.newName("resource", resource);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(operation.methodName())
            .addModifiers(Modifier.PUBLIC)
            .returns(returned(operation))
            .addParameter(CONTEXT, context)
            .addException(Exception.class);
    if (!operation.doc().isEmpty()) {
      method.addJavadoc(Javadocs.of(operation.doc()));
    }
    for (Parameter parameter : operation.arguments()) {
      method.addParameter(JavaTypes.of(parameter.type()), names.get(parameter));
    }
    ArgumentCode code = new ArgumentCode(operation, names);
    CodeBlock invocation =
        CodeBlock.of(
            "$L.$N($L)",
            instance,
            operation.methodName(),
            adopted.arguments().stream().map(code::of).collect(CodeBlock.joining(",$W")));
    return method.addCode(body(operation, adopted, context, instance, invocation)).build();
  }

  private static CodeBlock body(
      Operation operation,
      AdoptedMethod adopted,
      String context,
      String instance,
      CodeBlock invocation) {
    return operation.form() == ResultForm.VALUE && operation.result() instanceof VoidRef
        ? CodeBlock.of("resources.run($L, $L -> $L);\n", context, instance, invocation)
        : CodeBlock.of(
            "return resources.$L($L, $L -> $L);\n",
            entry(operation.form()),
            context,
            instance,
            AsyncTypes.toJdk(adopted.library(), operation.form(), invocation));
  }

  private static String entry(ResultForm form) {
    return switch (form) {
      case VALUE -> "call";
      case STAGE -> "callAsync";
      case PUBLISHER -> "stream";
    };
  }

  private static TypeName returned(Operation operation) {
    TypeName result = JavaTypes.boxed(operation.result());
    return switch (operation.form()) {
      case VALUE -> JavaTypes.of(operation.result());
      case STAGE -> ParameterizedTypeName.get(ClassName.get(CompletionStage.class), result);
      case PUBLISHER -> ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), result);
    };
  }
}
