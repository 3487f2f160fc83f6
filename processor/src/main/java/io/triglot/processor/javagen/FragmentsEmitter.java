package io.triglot.processor.javagen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.contract.FragmentConstants;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Service>Fragments}: the service's part of the documents, as string constants that
 * later compilations of the module read from the class file.
 */
final class FragmentsEmitter {
  private FragmentsEmitter() {}

  static void write(Service service, SortedMap<String, String> fragments, OutputSink sink) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(service.javaName().generated("Fragments").simpleName())
            .addJavadoc(
                "The parts of {@link $T} in the documents of its module.\n",
                JavaTypes.className(service.javaName()))
            .addModifiers(Modifier.FINAL);
    fragments.forEach(
        (backend, text) -> {
          List<String> chunks = ConstantChunks.of(text);
          for (int i = 0; i < chunks.size(); i++) {
            type.addField(constant(backend, i, chunks.get(i)));
          }
        });
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    fragments.forEach(
        (backend, text) -> type.addMethod(accessor(backend, ConstantChunks.of(text).size())));
    GeneratedJava.write(
        sink,
        service.javaName().generated("Fragments"),
        service.javaName(),
        type,
        List.of(service.origin()));
  }

  /** The method that gives the text of a back end. */
  static String method(String backend) {
    return Words.lowerCamel(backend.replace('-', '_'));
  }

  private static FieldSpec constant(String backend, int index, String chunk) {
    return FieldSpec.builder(String.class, FragmentConstants.name(backend, index))
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(TextBlocks.of(chunk))
        .build();
  }

  private static MethodSpec accessor(String backend, int chunks) {
    CodeBlock names =
        IntStream.range(0, chunks)
            .mapToObj(i -> CodeBlock.of("$L", FragmentConstants.name(backend, i)))
            .collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder(method(backend))
        .addModifiers(Modifier.STATIC)
        .returns(String.class)
        .addStatement(
            chunks == 1
                ? CodeBlock.of("return $L", names)
                : CodeBlock.of("return $T.join($S, $L)", String.class, "", names))
        .build();
  }
}
