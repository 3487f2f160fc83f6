package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.rest.ResourceMethod.RequestBody;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.ObjectType.OtherMembers;
import io.triglot.processor.model.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the record that holds the parameters of an operation whose body has them as fields. */
final class PropertiesRecord {
  /** Names that no component of a record may have (JLS §8.10.1). */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private PropertiesRecord() {}

  /** The simple name of the record. */
  static String name(ResourceMethod method) {
    String name = method.handlerName();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Body";
  }

  /** The component that holds a parameter. */
  static String component(Parameter parameter) {
    return Names.unused(parameter.javaName(), FORBIDDEN);
  }

  /** The record, nested in the routes. */
  static TypeSpec of(ApiModel model, ResourceMethod method) {
    List<Parameter> parameters = ((RequestBody.Properties) method.body()).parameters();
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    parameters.forEach(
        parameter ->
            components.addParameter(
                ParameterSpec.builder(JavaTypes.of(parameter.type()), component(parameter))
                    .build()));
    List<ReadProperty> properties =
        parameters.stream()
            .map(
                parameter ->
                    new ReadProperty(
                        JsonMember.of(parameter.name(), parameter.type()),
                        component(parameter),
                        ReadProperty.otherwise(parameter.type(), parameter.otherwise()),
                        Optional.of(Mutator.argument(component(parameter))),
                        List.of(),
                        Optional.empty()))
            .toList();
    ClassName type = ClassName.get("", name(method));
    return TypeSpec.recordBuilder(name(method))
        .addJavadoc("The body of {@code $L}.\n", method.route())
        .addModifiers(Modifier.PRIVATE)
        .recordConstructor(components.build())
        .addMethod(
            new ObjectReaderCode(
                    new JsonCode(model),
                    type,
                    Creation.constructor(
                        JavaName.of("", name(method)),
                        properties.stream().map(ReadProperty::javaName)),
                    properties,
                    OtherMembers.REFUSED)
                .method()
                .build())
        .build();
  }
}
