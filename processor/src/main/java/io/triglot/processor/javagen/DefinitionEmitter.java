package io.triglot.processor.javagen;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.contract.DefinitionText;
import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.model.ErrorType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Type>ApiType}, {@code <Service>ApiService} and {@code <Error>ApiError}: what the
 * sources of a declaration say, as string constants.
 */
public final class DefinitionEmitter {
  private DefinitionEmitter() {}

  /** Writes the class of a type. */
  public static void write(TypeDefinition type, OutputSink sink) {
    write(
        type.javaName(),
        DefinitionText.TYPE,
        DefinitionText.of(type),
        type.deprecation().isPresent(),
        type.origin(),
        sink);
  }

  /** Writes the class of a service. */
  public static void write(Service service, OutputSink sink) {
    write(
        service.javaName(),
        DefinitionText.SERVICE,
        DefinitionText.of(service),
        service.deprecation().isPresent(),
        service.origin(),
        sink);
  }

  /** Writes the class of an error. */
  public static void write(ErrorType error, OutputSink sink) {
    write(
        error.javaName(),
        DefinitionText.ERROR,
        DefinitionText.of(error),
        error.deprecation().isPresent(),
        error.origin(),
        sink);
  }

  private static void write(
      JavaName of, String suffix, String text, boolean deprecated, Origin origin, OutputSink sink) {
    JavaName name = of.generated(suffix);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc(
                "What the sources of {@link $T} say, for compilations that see only its class"
                    + " file.\n",
                JavaTypes.className(of))
            .addModifiers(Modifier.FINAL);
    List<String> chunks = ConstantChunks.of(text);
    for (int i = 0; i < chunks.size(); i++) {
      type.addField(
          FieldSpec.builder(String.class, FragmentConstants.name("definition", i))
              .addModifiers(Modifier.STATIC, Modifier.FINAL)
              .initializer(TextBlocks.of(chunks.get(i)))
              .build());
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (deprecated) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(sink, name, of, type, List.of(origin));
  }
}
