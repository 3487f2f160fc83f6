package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.backend.rest.ObjectReaderCode.Property;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Type>Json}: how an object type is read and written. It depends on nothing but the
 * type, so that it is the same whichever services are compiled.
 */
final class CodecEmitter {
  private final FormConstants forms;
  private final JsonCode json;
  private final ObjectType object;
  private final TypeName type;

  private final boolean readable;
  private final boolean deprecated;

  private CodecEmitter(ApiModel model, ObjectType object) {
    this.forms = FormConstants.of(object.fields().stream());
    this.json = new JsonCode(model, forms);
    this.readable = Readability.of(model).test(object);
    this.deprecated = Deprecations.in(model, object);
    this.object = object;
    this.type = JavaTypes.of(object.javaName());
  }

  /** Writes the codec of a type. */
  static void write(ApiModel model, ObjectType object, OutputSink sink) {
    new CodecEmitter(model, object).write(sink);
  }

  private void write(OutputSink sink) {
    TypeSpec.Builder codec =
        TypeSpec.classBuilder(object.javaName().generated("Json").simpleName())
            .addJavadoc("{@link $T} as JSON.\n", JavaTypes.rawType(type))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addFields(forms.declarations())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(writer());
    if (readable) {
      codec.addMethod(reader());
    }
    if (deprecated) {
      codec.addAnnotation(Deprecations.SUPPRESSION);
    }
    GeneratedJava.write(
        sink,
        object.javaName().generated("Json"),
        object.javaName(),
        codec,
        List.of(object.origin()));
  }

  private MethodSpec writer() {
    NameAllocator names = new NameAllocator();
    names.newName("out");
    String written =
        names.newName(JsonCode.local(Words.lowerCamel(object.javaName().simpleName())));
    CodeBlock.Builder body = CodeBlock.builder().addStatement("out.beginObject($L)", written);
    object.sent().forEach(field -> body.add(writing(field, written, names)));
    return MethodSpec.methodBuilder("write")
        .addJavadoc("Writes all fields, in the order of their declaration.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(JsonCode.WRITER, "out")
        .addParameter(type, written)
        .addException(IOException.class)
        .addCode(body.addStatement("out.endObject()").build())
        .build();
  }

  private CodeBlock writing(Field field, String written, NameAllocator names) {
    CodeBlock read = Instances.read(written, field.accessor());
    CodeBlock.Builder code = CodeBlock.builder();
    String variable = names.clone().newName(JsonCode.local(field.javaName()));
    Optional<CodeBlock> condition = InclusionCode.condition(field.json(), variable);
    if (condition.isEmpty()) {
      return code.add(member(field, read)).build();
    }
    names.newName(JsonCode.local(field.javaName()));
    return code.addStatement("$T $L = $L", JavaTypes.of(field.type()), variable, read)
        .beginControlFlow("if ($L)", condition.get())
        .add(member(field, CodeBlock.of("$L", variable)))
        .endControlFlow()
        .build();
  }

  private CodeBlock member(Field field, CodeBlock value) {
    return CodeBlock.builder()
        .addStatement(
            "out.name($S).$L", field.json().name(), json.write(field.json().type(), value))
        .build();
  }

  private MethodSpec reader() {
    List<Property> properties = object.fields().stream().map(Property::of).toList();
    return new ObjectReaderCode(
            json, type, object.creation().orElseThrow(), properties, object.otherMembers())
        .method()
        .addJavadoc("Reads the object at hand, whose fields may come in any order.\n")
        .addModifiers(Modifier.PUBLIC)
        .build();
  }
}
