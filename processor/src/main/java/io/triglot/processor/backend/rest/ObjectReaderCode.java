package io.triglot.processor.backend.rest;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.backend.rest.ReadProperty.Made;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.ObjectType.OtherMembers;
import io.triglot.processor.model.Tag;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that reads a JSON object: what it knows goes into variables or setters, what it
 * does not know is refused, and so is what is missing.
 */
final class ObjectReaderCode {
  private final JsonCode json;
  private final Made object;
  private final OtherMembers others;
  private final NameAllocator variables = new NameAllocator();
  private final ObjectMakingCode objects;
  private Optional<Tag> tag = Optional.empty();
  private final String in;
  private final String value;

  ObjectReaderCode(
      JsonCode json,
      TypeName type,
      Creation creation,
      List<ReadProperty> properties,
      OtherMembers others) {
    this.json = json;
    this.object = new Made(type, creation, properties);
    this.others = others;
    allocate(properties);
    this.in = variables.newName("in");
    this.value = variables.newName("value");
    this.objects = new ObjectMakingCode(variables, in);
  }

  private void allocate(List<ReadProperty> properties) {
    for (ReadProperty property : properties) {
      variables.newName(JsonCode.local(property.javaName()), property);
      property.unwrapped().ifPresent(made -> allocate(made.properties()));
    }
  }

  /** The same of an object that says of which type it is. */
  ObjectReaderCode tagged(Optional<Tag> tag) {
    this.tag = tag;
    return this;
  }

  /** The method {@code read}. */
  MethodSpec.Builder method() {
    CodeBlock.Builder body = CodeBlock.builder();
    tag.ifPresent(
        each ->
            body.addStatement(
                "$L.expectTag($S,$W$L)",
                in,
                each.discriminator().property(),
                texts(each.value().name(), each.value().aliases())));
    if (isMadeFirst()) {
      body.add(objects.making(object, value));
    }
    leaves().filter(this::isHeld).forEach(property -> body.add(declaration(property)));
    body.addStatement("$L.beginObject()", in)
        .beginControlFlow("while ($L.nextField())", in)
        .beginControlFlow("switch ($L.field())", in);
    leaves().forEach(property -> body.add(branch(property)));
    return MethodSpec.methodBuilder("read")
        .addModifiers(Modifier.STATIC)
        .returns(object.type())
        .addParameter(JsonCode.READER, in)
        .addCode(body.add(otherBranches()).endControlFlow().endControlFlow().build())
        .addCode(finish());
  }

  private Stream<ReadProperty> leaves() {
    return object.properties().stream().flatMap(ReadProperty::leaves);
  }

  /** Whether there is an instance to set properties on before the first of them is read. */
  private boolean isMadeFirst() {
    return !object.isMadeByCall()
        && object.creation().arguments().stream().noneMatch(Argument.Property.class::isInstance);
  }

  /** Whether a variable holds the property until all are read. */
  private boolean isHeld(ReadProperty property) {
    boolean own = object.properties().contains(property);
    return property.mutator().isPresent()
        && (!own || !isMadeFirst() || property.required() || property.otherwise().isPresent());
  }

  private CodeBlock declaration(ReadProperty property) {
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L",
            JsonCode.holder(property.type()),
            variables.get(property),
            initial(property))
        .build();
  }

  /** What is handed to a call where nothing was read; what is set is set only if it was read. */
  private static CodeBlock initial(ReadProperty property) {
    if (property.otherwise().isPresent()) {
      return property.otherwise().get();
    }
    if (property.type() instanceof OptionalRef optional) {
      return OptionalCode.empty(optional);
    }
    return property
        .substitute()
        .filter(empty -> !property.isSet())
        .orElseGet(() -> CodeBlock.of("null"));
  }

  private CodeBlock branch(ReadProperty property) {
    return CodeBlock.builder()
        .addStatement(
            "case $L -> $L",
            texts(property.json().name(), property.json().aliases()),
            taken(property))
        .build();
  }

  /** All that a name may be, as literals. */
  static CodeBlock texts(String name, List<String> aliases) {
    return Stream.concat(Stream.of(name), aliases.stream())
        .map(each -> CodeBlock.of("$S", each))
        .collect(CodeBlock.joining(", "));
  }

  private CodeBlock taken(ReadProperty property) {
    if (property.mutator().isEmpty()) {
      return CodeBlock.of("$L.skip()", in);
    }
    String reader =
        property.conditions().stream()
            .map(condition -> ".guarded(" + json.conditions().of(condition) + ")")
            .collect(joining("", in, ""));
    CodeBlock read = json.read(reader, property.type());
    return isHeld(property)
        ? CodeBlock.of("$L = $L", variables.get(property), read)
        : Instances.set(value, property.mutator().get(), read);
  }

  private CodeBlock otherBranches() {
    CodeBlock.Builder branches = CodeBlock.builder();
    if (others.lenient()) {
      return branches.addStatement("default -> $L.skip()", in).build();
    }
    if (!others.ignored().isEmpty()) {
      CodeBlock names =
          others.ignored().stream()
              .map(name -> CodeBlock.of("$S", name))
              .collect(CodeBlock.joining(",$W"));
      branches.addStatement("case $L -> $L.skip()", names, in);
    }
    return branches.addStatement("default -> $L.unknownField($L)", in, known()).build();
  }

  private CodeBlock known() {
    return leaves()
        .filter(property -> property.mutator().isPresent())
        .map(property -> CodeBlock.of("$S", property.json().name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private CodeBlock finish() {
    CodeBlock.Builder code = CodeBlock.builder();
    object.properties().forEach(property -> code.add(objects.unwrapping(property)));
    if (object.isMadeByCall()) {
      return code.addStatement("return $L", objects.call(object, "return ")).build();
    }
    if (!isMadeFirst()) {
      code.add(objects.making(object, value));
    }
    object.properties().stream()
        .filter(property -> property.isSet() && (isHeld(property) || property.isObject()))
        .forEach(property -> code.add(objects.setting(property, value)));
    return code.addStatement("return $L", Instances.finished(object.creation(), value)).build();
  }
}
