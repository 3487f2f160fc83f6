package io.triglot.processor.backend.graphql;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What the classes {@code <Type>GraphQl} have in common. */
final class TypeHolder {
  private TypeHolder() {}

  /** The class of a type, empty so far. */
  static TypeSpec.Builder begin(TypeDefinition type) {
    JavaName from = type.javaName();
    return TypeSpec.classBuilder(from.generated("GraphQl").simpleName())
        .addJavadoc("{@link $T} on GraphQL.\n", JavaTypes.rawType(JavaTypes.of(from)))
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  /** Writes the finished class. */
  static void write(ApiModel model, TypeDefinition type, TypeSpec.Builder holder, OutputSink sink) {
    if (Deprecations.in(model, type)) {
      holder.addAnnotation(Deprecations.SUPPRESSION);
    }
    JavaName from = type.javaName();
    GeneratedJava.write(
        sink,
        from.generated("GraphQl"),
        from,
        holder,
        List.of(type.origin()),
        GraphQlTypes.STATIC_IMPORTS);
  }
}
