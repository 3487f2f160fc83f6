package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.javagen.AccessConstants;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.JsonTree.Group;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.Words;
import io.triglot.processor.spi.OutputSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Type>Json}: how an object type is read and written. It depends on nothing but the
 * type, so that it is the same whichever services are compiled.
 */
final class CodecEmitter {
  private final List<JsonTree> members;
  private final FormConstants forms;
  private final AccessConstants conditions;
  private final JsonCode json;
  private final ObjectType object;
  private final TypeName type;

  private final boolean readable;
  private final boolean deprecated;

  private CodecEmitter(ApiModel model, ObjectType object) {
    this.members = JsonTree.of(model, object);
    this.forms = FormConstants.of(members.stream().flatMap(JsonTree::leaves).map(JsonTree::field));
    this.conditions = AccessConstants.of(members.stream().flatMap(JsonTree::accesses));
    this.json = new JsonCode(model, forms, conditions);
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
            .addFields(conditions.declarations())
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
    CodeBlock tag =
        object
            .tag()
            .map(
                each ->
                    CodeBlock.of(
                        ".tag($S, $S)", each.discriminator().property(), each.value().name()))
            .orElse(CodeBlock.of(""));
    CodeBlock.Builder body =
        CodeBlock.builder().addStatement("out$L.beginObject($L)", tag, written);
    members.forEach(member -> body.add(writing(member, written, names)));
    return MethodSpec.methodBuilder("write")
        .addJavadoc(
            conditions.names().isEmpty()
                ? "Writes all fields, in the order of their declaration.\n"
                : "Writes the fields that the caller may receive, in the order of their"
                    + " declaration.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(JsonCode.WRITER, "out")
        .addParameter(type, written)
        .addException(IOException.class)
        .addCode(body.addStatement("out.endObject()").build())
        .build();
  }

  private CodeBlock writing(JsonTree member, String written, NameAllocator names) {
    Field field = member.field();
    CodeBlock read = Instances.read(written, field.accessor());
    CodeBlock code =
        member instanceof Group group ? unwrapped(group, read, names) : writing(field, read, names);
    List<CodeBlock> asked = asked(member);
    return asked.isEmpty()
        ? code
        : CodeBlock.builder()
            .beginControlFlow("if ($L)", CodeBlock.join(asked, "$W&& "))
            .add(code)
            .endControlFlow()
            .build();
  }

  /** The conditions on which a member is read from the object; all of them hold. */
  private List<CodeBlock> asked(JsonTree member) {
    Field field = member.field();
    List<CodeBlock> conditions = new ArrayList<>();
    if (field.writeOnly()) {
      conditions.add(CodeBlock.of("out.isRequest()"));
    } else if (field.access().isGuarded()) {
      conditions.add(CodeBlock.of("out.admits($L)", this.conditions.of(field.access())));
    }
    if (!field.writeOnly() && isCall(field)) {
      List<CodeBlock> selects =
          member
              .leaves()
              .map(leaf -> CodeBlock.of("out.selects($S)", leaf.field().json().name()))
              .toList();
      boolean grouped = selects.size() > 1 && !conditions.isEmpty();
      conditions.add(CodeBlock.of(grouped ? "($L)" : "$L", CodeBlock.join(selects, "$W|| ")));
    }
    return conditions;
  }

  /**
   * Whether a method of the user's is called, which may do more than to hand out a value that is
   * there, as the accessors of records do.
   */
  private static boolean isCall(Field field) {
    boolean component =
        (field.accessor().member().equals(field.javaName())
                || field.accessor().within().isPresent())
            && field.mutator().filter(Mutator::isArgument).isPresent();
    return !field.accessor().field() && !component;
  }

  private CodeBlock writing(Field field, CodeBlock read, NameAllocator names) {
    if (InclusionCode.condition(field.json(), "").isEmpty()) {
      return member(field, field.json().type(), read);
    }
    String variable = names.newName(JsonCode.local(field.javaName()));
    return CodeBlock.builder()
        .addStatement("$T $L = $L", JavaTypes.of(field.type()), variable, read)
        .beginControlFlow("if ($L)", InclusionCode.condition(field.json(), variable).orElseThrow())
        .add(member(field, present(field), CodeBlock.of("$L", variable)))
        .endControlFlow()
        .build();
  }

  /** The members of an object that stand in its place; none where there is no object. */
  private CodeBlock unwrapped(Group group, CodeBlock read, NameAllocator names) {
    TypeRef use = group.field().type();
    String variable = names.newName(JsonCode.local(group.field().javaName()));
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement(
                "$T $L = $L",
                JavaTypes.of(use.present()),
                variable,
                use instanceof OptionalRef optional ? OptionalCode.orNull(optional, read) : read);
    if (use.nullable()) {
      code.beginControlFlow("if ($L != null)", variable);
    }
    group.members().forEach(member -> code.add(writing(member, variable, names)));
    return use.nullable() ? code.endControlFlow().build() : code.build();
  }

  /** The type of what is not null. */
  private static TypeRef present(Field field) {
    TypeRef type = field.json().type();
    return type instanceof OptionalRef ? type : type.present();
  }

  private CodeBlock member(Field field, TypeRef type, CodeBlock value) {
    return CodeBlock.builder()
        .addStatement("out.name($S).$L", field.json().name(), json.write(type, value))
        .build();
  }

  private MethodSpec reader() {
    List<ReadProperty> properties = members.stream().map(ReadProperty::of).toList();
    return new ObjectReaderCode(
            json, type, object.creation().orElseThrow(), properties, object.otherMembers())
        .tagged(object.tag())
        .method()
        .addJavadoc("Reads the object at hand, whose fields may come in any order.\n")
        .addModifiers(Modifier.PUBLIC)
        .build();
  }
}
