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
                    .addStatement("this.resources = $L", calls())
                    .build());
    service.operations().forEach(operation -> type.addMethod(method(operation)));
    return type;
  }

  private CodeBlock calls() {
    CodeBlock injected =
        service.adoption().map(Adoption::injected).orElse(List.of()).stream()
            .map(member -> CodeBlock.of("$S", resource.simpleName() + "." + member))
            .collect(CodeBlock.joining(",$W"));
    return injected.isEmpty()
        ? CodeBlock.of("new $T<>(resources)", CALLS)
        : CodeBlock.of("$T.injected(resources,$W$L)", CALLS, injected);
  }

  private MethodSpec method(Operation operation) {
    AdoptedMethod adopted = operation.adopted().orElseThrow();
    NameAllocator names = new NameAllocator();
    names.newName("resources");
    names.newName("text");
    operation.arguments().forEach(parameter -> names.newName(parameter.javaName(), parameter));
    String context = names.newName("context", CONTEXT);
    String call = names.newName("call");
    String response = names.newName("response");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(operation.methodName())
            .addModifiers(Modifier.PUBLIC)
            .returns(returned(operation))
            .addParameter(CONTEXT, context)
            .addException(Exception.class);
    method.addJavadoc(Javadocs.of(service, operation));
    for (Parameter parameter : operation.arguments()) {
      method.addParameter(JavaTypes.of(parameter.type()), names.get(parameter));
    }
    ArgumentCode code = new ArgumentCode(operation, adopted, names, call, response);
    List<CodeBlock> arguments = code.arguments();
    CodeBlock given = CodeBlock.join(arguments, ",$W");
    CodeBlock instance =
        operation.traits().constrained() && !arguments.isEmpty()
            ? CodeBlock.of("$L.checked($L$L)", call, isLoneArray(adopted) ? "(Object) " : "", given)
            : CodeBlock.of("$L.resource()", call);
    CodeBlock invocation = CodeBlock.of("$L.$N($L)", instance, operation.methodName(), given);
    CodeBlock answer = AnswerCode.of(operation, adopted, call, response, invocation);
    boolean nothing = AnswerCode.isNothing(operation);
    CodeBlock lambda =
        code.statements().isEmpty()
            ? CodeBlock.of("$L -> $L", call, answer)
            : CodeBlock.of(
                "$L -> {\n$>$L$L$L;\n$<}",
                call,
                code.statements(),
                nothing ? "" : "return ",
                answer);
    String target = names.newName("target");
    if (isInjected()) {
      method.addCode(code.target(target));
    }
    return method
        .addCode(
            "$Lresources$L.$L($L, $L);\n",
            nothing ? "" : "return ",
            isInjected() ? ".at(" + target + ")" : "",
            nothing ? "run" : entry(operation.form()),
            context,
            lambda)
        .build();
  }

  private boolean isInjected() {
    return service.adoption().filter(adoption -> !adoption.injected().isEmpty()).isPresent();
  }

  /** Whether the one argument would be taken for all of them. */
  private static boolean isLoneArray(AdoptedMethod adopted) {
    return adopted.signature().size() == 1 && adopted.signature().get(0).matches(".*\\..*\\[]");
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
