package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Conversion.Step.HeldMethod;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes, for each converter, the class that holds the one instance of it. */
public final class ConverterEmitter {
  static final String INSTANCE = "INSTANCE";

  private ConverterEmitter() {}

  /** A use of a type, and what has it. */
  private record Use(TypeRef type, Origin origin) {}

  /** A converter, and what uses it. */
  private record Held(HeldMethod method, Origin origin) {}

  /** Writes the holders of all converters that the model uses. */
  public static void write(ApiModel model, OutputSink sink) {
    Map<HeldMethod, List<Origin>> held =
        new TreeMap<>(Comparator.comparing((HeldMethod method) -> method.holder()));
    uses(model)
        .flatMap(use -> held(use.type()).map(method -> new Held(method, use.origin())))
        .forEach(
            each ->
                held.computeIfAbsent(each.method(), any -> new ArrayList<>()).add(each.origin()));
    held.forEach((method, origins) -> write(method, origins, sink));
  }

  private static Stream<Use> uses(ApiModel model) {
    Stream<Use> fields =
        model.types().values().stream()
            .filter(ObjectType.class::isInstance)
            .map(ObjectType.class::cast)
            .flatMap(
                type ->
                    type.fields().stream()
                        .flatMap(Field::references)
                        .map(each -> new Use(each, type.origin())));
    Stream<Use> errors =
        model.errors().values().stream()
            .flatMap(
                error -> error.properties().stream().map(p -> new Use(p.type(), error.origin())));
    return Stream.of(fields, errors, model.services().stream().flatMap(ConverterEmitter::uses))
        .flatMap(each -> each);
  }

  private static Stream<Use> uses(Service service) {
    return service.references().map(type -> new Use(type, service.origin()));
  }

  private static Stream<HeldMethod> held(TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      Stream<HeldMethod> own =
          converted.conversion().write() instanceof HeldMethod method
              ? Stream.of(method)
              : Stream.of();
      return Stream.concat(own, held(converted.carrier()));
    }
    if (type instanceof ListRef list) {
      return held(list.element());
    }
    if (type instanceof MapRef map) {
      return Stream.concat(held(map.key()), held(map.value()));
    }
    return type instanceof OptionalRef optional ? held(optional.value()) : Stream.of();
  }

  private static void write(HeldMethod method, List<Origin> origins, OutputSink sink) {
    ClassName converter = JavaTypes.className(method.converter());
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(method.holder().simpleName())
            .addJavadoc("Has the one {@link $T} that generated code calls.\n", converter)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addField(
                FieldSpec.builder(converter, INSTANCE)
                    .addJavadoc("The converter.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", converter)
                    .build())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    GeneratedJava.write(
        sink, method.holder(), method.converter(), holder, origins.stream().distinct().toList());
  }
}
