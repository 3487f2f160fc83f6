package io.triglot.processor.backend.rest;

import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.AdoptedMethod;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Resource>RestClient} for an adopted resource: its methods, called at another
 * server by the REST that it has itself.
 */
final class ResourceClientEmitter {
  private ResourceClientEmitter() {}

  /** Writes the client of a service, if it is adopted and there is something to call. */
  static void write(ApiModel model, Service service, OutputSink sink) {
    List<Operation> operations =
        service.operations().stream()
            .filter(each -> each.adopted().filter(AdoptedMethod::callable).isPresent())
            .toList();
    if (operations.isEmpty()) {
      return;
    }
    JavaName name = service.javaName().generated("RestClient");
    ClientShape shape = new ClientShape(service, operations, RestClientEmitter.TAKEN);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc(
                "{@link $T} at another server, by the REST that it has itself.\n",
                JavaTypes.className(service.javaName()))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    shape.addTo(type);
    RestClientEmitter.frame(type, service.javaName());
    operations.stream()
        .map(operation -> new ResourceCallCode(shape, operation).method())
        .forEach(type::addMethod);
    if (Deprecations.in(model, service)) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(sink, name, service.javaName(), type, List.of(service.origin()));
  }
}
