package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code <Service>RestClient}: the service's methods, called at another server. */
final class RestClientEmitter {
  /** The methods of every client. */
  static final Set<String> TAKEN = Set.of("onBehalfOf");

  private static final ClassName CHANNEL = ClassName.get("io.triglot.runtime.rest", "RestChannel");
  private static final ClassName CONTEXT = ClassName.get("io.triglot.runtime", "CallContext");

  private RestClientEmitter() {}

  /** Writes the client of a resource. */
  static void write(ApiModel model, Resource resource, OutputSink sink) {
    Service service = resource.service();
    JavaName name = service.javaName().generated("RestClient");
    ClientShape shape =
        new ClientShape(
            service, resource.methods().stream().map(ResourceMethod::operation).toList(), TAKEN);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc(
                "{@link $T} at another server, by REST.\n", JavaTypes.className(service.javaName()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    shape.addTo(type);
    frame(type, service.javaName());
    resource.methods().stream()
        .map(method -> new ClientCallCode(model, shape, method).method())
        .forEach(type::addMethod);
    if (Deprecations.in(model, service)) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink,
        name,
        service.javaName(),
        type.alwaysQualify(ClientShape.inherited(model, service)),
        List.of(service.origin()));
  }

  /** Adds what every client has: its channel, and how it is made. */
  static TypeSpec.Builder frame(TypeSpec.Builder type, JavaName service) {
    ClassName client = JavaTypes.className(service.generated("RestClient"));
    return type.addField(CHANNEL, "channel", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(CHANNEL, "channel")
                .addStatement("this.channel = channel")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addJavadoc("A client that calls over a channel.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(client)
                .addParameter(CHANNEL, "channel")
                .addStatement("return new $T(channel)", client)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("onBehalfOf")
                .addJavadoc(
                    "A client whose calls have the trace of the call that is being served, and the"
                        + " rest of its\ndeadline.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(client)
                .addParameter(CONTEXT, "context")
                .addStatement("return new $T(channel.onBehalfOf(context))", client)
                .build());
  }
}
