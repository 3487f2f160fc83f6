package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.RestDeprecation;
import io.triglot.processor.spi.OutputSink;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>Routes}: the routes of a service, and the handlers that answer there. */
final class RoutesEmitter {
  private static final String REST = "io.triglot.runtime.rest";
  static final ClassName BINDING = ClassName.get(REST, "RestBinding");
  private static final ClassName DEPRECATION = ClassName.get(REST, "RestDeprecation");
  private static final ClassName ROUTE = ClassName.get(REST, "RestRoute");

  /** What a binding gives. */
  static final TypeName ROUTES = ParameterizedTypeName.get(ClassName.get(List.class), ROUTE);

  private static final ClassName REQUEST = ClassName.get(REST, "RestRequest");
  private static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");
  private static final ClassName RESPONSE =
      ClassName.get("io.triglot.runtime.http", "HttpResponse");

  private final ApiModel model;
  private final Resource resource;
  private final boolean strict;
  private final ClassName service;

  private RoutesEmitter(ApiModel model, Resource resource, boolean strict) {
    this.model = model;
    this.resource = resource;
    this.strict = strict;
    this.service = JavaTypes.className(resource.service().javaName());
  }

  /**
   * Writes the routes of a resource.
   *
   * @param strict whether query parameters that an operation has not are refused
   */
  static void write(ApiModel model, Resource resource, boolean strict, OutputSink sink) {
    new RoutesEmitter(model, resource, strict).write(sink);
  }

  private void write(OutputSink sink) {
    JavaName from = resource.service().javaName();
    JavaName name = from.generated("Routes");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc("The REST routes of {@link $T}.\n", service)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(BINDING)
            .addFields(deprecations())
            .addFields(
                new SparseFields(model, JavaTypes.className(name)).constants(resource.methods()))
            .addField(
                FieldSpec.builder(service, "service", Modifier.PRIVATE, Modifier.FINAL).build())
            .addField(FieldSpec.builder(CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL).build())
            .addMethod(constructor())
            .addMethod(routes());
    resource.methods().forEach(method -> type.addMethod(handler(method)));
    type.addMethods(
        new ExpansionCode(new Expansions(model, resource.service()), contract())
            .methods(resource.methods()));
    resource.methods().stream()
        .filter(method -> method.body() instanceof RequestBody.Properties)
        .forEach(method -> type.addType(PropertiesRecord.of(model, method)));
    if (Deprecations.in(model, resource.service())) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(sink, name, from, type, List.of(resource.service().origin()));
  }

  private List<FieldSpec> deprecations() {
    return resource.methods().stream()
        .filter(method -> method.deprecation().isPresent())
        .map(RoutesEmitter::deprecation)
        .toList();
  }

  private static FieldSpec deprecation(ResourceMethod method) {
    RestDeprecation deprecation = method.deprecation().orElseThrow();
    return FieldSpec.builder(DEPRECATION, method.deprecationName())
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$Z$T.of($S,$W$S,$W$S)",
            DEPRECATION,
            deprecation.since().map(LocalDate::toString).orElse(""),
            deprecation.sunset().map(LocalDate::toString).orElse(""),
            deprecation.link().orElse(""))
        .build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Routes to a service, whose calls walk the given chain.\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(service, "service")
        .addParameter(CALLS, "calls")
        .addStatement("this.service = service")
        .addStatement("this.calls = calls")
        .build();
  }

  private MethodSpec routes() {
    CodeBlock.Builder routes = CodeBlock.builder().add("return $T.of(\n$>$>", List.class);
    routes.add(resource.methods().stream().map(this::route).collect(CodeBlock.joining(",\n")));
    return MethodSpec.methodBuilder("routes")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ROUTES)
        .addCode(routes.add(");\n$<$<").build())
        .build();
  }

  private CodeBlock route(ResourceMethod method) {
    String factory =
        switch (method.operation().form()) {
          case VALUE -> "value";
          case STAGE -> "stage";
          case PUBLISHER -> "stream";
        };
    CodeBlock.Builder route =
        CodeBlock.builder()
            .add(
                "$T.$L($S,$W$S,$W$T.$L,$Wthis::$L)",
                ROUTE,
                factory,
                method.httpMethod(),
                method.path().toString(),
                contract(),
                Names.constant(method.operation()),
                method.handlerName());
    if (method.isMergePatch()) {
      route.add("$Z.withMergePatch()");
    } else if (method.hasBody()) {
      route.add("$Z.$L()", bodyOf(method));
    }
    if (method.isVoid() || method.isDownload()) {
      route.add("$Z.withoutContent()");
    }
    if (method.deprecation().isPresent()) {
      route.add("$Z.deprecated($L)", method.deprecationName());
    }
    return route.build();
  }

  private static String bodyOf(ResourceMethod method) {
    if (method.body() instanceof RequestBody.Content) {
      return "withUpload";
    }
    if (method.body() instanceof RequestBody.Lines) {
      return "withLines";
    }
    if (method.body() instanceof RequestBody.Form form) {
      return form.hasFiles() ? "withParts" : "withForm";
    }
    return "withBody";
  }

  private MethodSpec handler(ResourceMethod method) {
    TypeName returned =
        switch (method.operation().form()) {
          case VALUE -> RESPONSE;
          case STAGE, PUBLISHER ->
              ParameterizedTypeName.get(ClassName.get(CompletionStage.class), RESPONSE);
        };
    return MethodSpec.methodBuilder(method.handlerName())
        .addJavadoc(
            "Answers {@code $L}.\n\n$L",
            method.route(),
            Javadocs.see(resource.service(), method.operation()))
        .returns(returned)
        .addParameter(REQUEST, "request")
        .addCode(new HandlerCode(model, resource.service(), method, strict).body())
        .build();
  }

  private ClassName contract() {
    return JavaTypes.className(resource.service().javaName().generated("Contract"));
  }
}
