package io.triglot.processor.backend.rest;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Javadocs;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Doc;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.spi.OutputSink;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Service>Resource}: the same routes as a class that every implementation of {@code
 * jakarta.ws.rs} serves. It binds nothing itself and has the handlers of the routes answer.
 */
final class ResourceEmitter {
  private static final String JAX_RS = "jakarta.ws.rs";
  private static final ClassName RESPONSE = ClassName.get(JAX_RS + ".core", "Response");
  private static final ClassName MEDIA_TYPE = ClassName.get(JAX_RS + ".core", "MediaType");
  private static final ClassName EXCHANGE =
      ClassName.get("io.triglot.runtime.rest", "JaxRsExchange");
  private static final ClassName CALLS = ClassName.get("io.triglot.runtime", "Calls");

  private final ApiModel model;
  private final Resource resource;
  private final ComponentModel components;
  private final ClassName service;
  private final ClassName routes;

  private ResourceEmitter(ApiModel model, Resource resource, ComponentModel components) {
    this.model = model;
    this.resource = resource;
    this.components = components;
    this.service = JavaTypes.className(resource.service().javaName());
    this.routes = JavaTypes.className(resource.service().javaName().generated("Routes"));
  }

  /** Writes the resource class of a resource. */
  static void write(ApiModel model, Resource resource, ComponentModel components, OutputSink sink) {
    new ResourceEmitter(model, resource, components).write(sink);
  }

  private void write(OutputSink sink) {
    JavaName from = resource.service().javaName();
    JavaName name = from.generated("Resource");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc("{@link $T} as a resource of JAX-RS.\n", service)
            .addJavadoc(paragraph(resource.service().doc()))
            .addAnnotation(annotation("Path", CodeBlock.of("$S", "/")))
            .addModifiers(Modifier.PUBLIC)
            .addField(FieldSpec.builder(routes, "routes", Modifier.PRIVATE, Modifier.FINAL).build())
            .addMethod(constructor());
    components.scope().ifPresent(type::addAnnotation);
    if (components == ComponentModel.JAKARTA) {
      type.addMethod(proxyConstructor());
    } else {
      type.addModifiers(Modifier.FINAL);
    }
    resource.methods().forEach(method -> type.addMethod(resourceMethod(method)));
    if (Deprecations.in(model, resource.service())) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(sink, name, from, type, List.of(resource.service().origin()));
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addJavadoc("A resource that serves all requests.\n")
            .addModifiers(Modifier.PUBLIC)
            .addParameter(service, "service")
            .addParameter(CALLS, "calls")
            .addStatement("routes = new $T(service, calls)", routes);
    if (components == ComponentModel.JAKARTA) {
      constructor.addAnnotation(ComponentModel.INJECT);
    }
    return constructor.build();
  }

  /** What CDI makes proxies by. */
  private MethodSpec proxyConstructor() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("For the proxy that the container makes, which has no routes of its own.\n")
        .addModifiers(Modifier.PROTECTED)
        .addStatement("routes = null")
        .build();
  }

  private MethodSpec resourceMethod(ResourceMethod method) {
    boolean later = method.operation().form() == ResultForm.STAGE;
    TypeName returned =
        later
            ? ParameterizedTypeName.get(ClassName.get(CompletionStage.class), RESPONSE)
            : RESPONSE;
    String answer = later ? "answerLater" : method.isStream() ? "stream" : "answer";
    MethodSpec.Builder spec =
        MethodSpec.methodBuilder(method.handlerName())
            .addJavadoc(javadoc(method))
            .addAnnotation(ClassName.get(JAX_RS, method.httpMethod()))
            .addAnnotation(annotation("Path", CodeBlock.of("$S", method.path().toString())))
            .addModifiers(Modifier.PUBLIC)
            .returns(returned)
            .addParameter(
                ParameterSpec.builder(EXCHANGE, "exchange")
                    .addAnnotation(ClassName.get(JAX_RS, "BeanParam"))
                    .build());
    if (method.hasBody()) {
      CodeBlock consumed =
          method.isMergePatch()
              ? CodeBlock.of("{$S, $L}", MediaTypes.MERGE_PATCH, json())
              : consumed(method);
      spec.addAnnotation(annotation("Consumes", consumed)).addParameter(InputStream.class, "body");
    }
    if (method.isStream()) {
      spec.addAnnotation(
          annotation(
              "Produces",
              CodeBlock.of(
                  "{$T.SERVER_SENT_EVENTS, $S, $T.APPLICATION_JSON}",
                  MEDIA_TYPE,
                  MediaTypes.NDJSON,
                  MEDIA_TYPE)));
    } else if (!method.isDownload()
        && (!method.isVoid() || later)) { // Jersey asks of a stage, what may be in it
      spec.addAnnotation(annotation("Produces", json()));
    }
    return spec.addStatement(
            "return exchange$L$L.$L($Lroutes::$L)",
            deprecated(method),
            method.isReadAsItComes() ? ".uploaded()" : "",
            answer,
            method.hasBody() ? "body, " : "",
            method.handlerName())
        .build();
  }

  private CodeBlock deprecated(ResourceMethod method) {
    return method.deprecation().isEmpty()
        ? CodeBlock.of("")
        : CodeBlock.of(".deprecated($T.$L)", routes, method.deprecationName());
  }

  private CodeBlock javadoc(ResourceMethod method) {
    Doc doc = method.operation().doc();
    CodeBlock answers =
        CodeBlock.of(
            "Answers {@code $L}.\n\n$L",
            method.route(),
            Javadocs.see(resource.service(), method.operation()));
    return doc.isEmpty() ? answers : CodeBlock.of("$L\n\n<p>$L", Javadocs.of(doc), answers);
  }

  private static CodeBlock paragraph(Doc doc) {
    return doc.isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n<p>$L\n", Javadocs.of(doc));
  }

  private static CodeBlock consumed(ResourceMethod method) {
    if (method.body() instanceof ResourceMethod.RequestBody.Content) {
      return CodeBlock.of("$T.WILDCARD", MEDIA_TYPE);
    }
    if (method.body() instanceof ResourceMethod.RequestBody.Lines) {
      return CodeBlock.of("$S", MediaTypes.NDJSON);
    }
    if (method.body() instanceof ResourceMethod.RequestBody.Form form) {
      return CodeBlock.of(
          "$T.$L",
          MEDIA_TYPE,
          form.hasFiles() ? "MULTIPART_FORM_DATA" : "APPLICATION_FORM_URLENCODED");
    }
    return json();
  }

  private static CodeBlock json() {
    return CodeBlock.of("$T.APPLICATION_JSON", MEDIA_TYPE);
  }

  private static AnnotationSpec annotation(String name, CodeBlock value) {
    return AnnotationSpec.builder(ClassName.get(JAX_RS, name)).addMember("value", value).build();
  }
}
