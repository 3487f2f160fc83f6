package io.triglot.processor.javagen;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.contract.DefinitionText;
import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code <Type>ApiType}: what the sources of a type say, as string constants. */
public final class DefinitionEmitter {
  private DefinitionEmitter() {}

  /** Writes the class of a type. */
  public static void write(TypeDefinition definition, OutputSink sink) {
    JavaName name = definition.javaName().generated(DefinitionText.HOLDER);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name.simpleName())
            .addJavadoc(
                "What the sources of {@link $T} say, for compilations that see only its class"
                    + " file.\n",
                JavaTypes.className(definition.javaName()))
            .addModifiers(Modifier.FINAL);
    List<String> chunks = ConstantChunks.of(DefinitionText.of(definition));
    for (int i = 0; i < chunks.size(); i++) {
      type.addField(
          FieldSpec.builder(String.class, FragmentConstants.name("definition", i))
              .addModifiers(Modifier.STATIC, Modifier.FINAL)
              .initializer(TextBlocks.of(chunks.get(i)))
              .build());
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (definition.deprecation().isPresent()) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(sink, name, definition.javaName(), type, List.of(definition.origin()));
  }
}
