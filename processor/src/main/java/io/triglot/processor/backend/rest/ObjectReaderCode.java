package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.Creation;
import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JsonMember;
import io.triglot.processor.model.Mutator;
import io.triglot.processor.model.ObjectType.OtherMembers;
import io.triglot.processor.model.TypeRef;
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
  /** How far the statements are indented, at most. */
  private static final int DEPTH = 6;

  private final JsonCode json;
  private final TypeName type;
  private final Creation creation;
  private final List<Property> properties;
  private final OtherMembers others;
  private final NameAllocator variables = new NameAllocator();
  private final String in;
  private final String value;

  ObjectReaderCode(
      JsonCode json,
      TypeName type,
      Creation creation,
      List<Property> properties,
      OtherMembers others) {
    this.json = json;
    this.type = type;
    this.creation = creation;
    this.properties = properties;
    this.others = others;
    properties.forEach(
        property -> variables.newName(JsonCode.local(property.javaName()), property));
    this.in = variables.newName("in");
    this.value = variables.newName("value");
  }

  /**
   * A property.
   *
   * @param json its names and form in JSON
   * @param javaName its name in Java
   * @param mutator what sets it; empty for what clients cannot set
   */
  record Property(JsonMember json, String javaName, Optional<Mutator> mutator) {
    static Property of(Field field) {
      return new Property(field.json(), field.javaName(), field.mutator());
    }

    TypeRef type() {
      return json.type();
    }

    /** Whether it must be there. */
    boolean required() {
      return !type().nullable() && substitute().isEmpty();
    }

    /** What it is where it is left out. */
    Optional<CodeBlock> substitute() {
      return InclusionCode.substitute(json);
    }

    /** Whether it is set on what the call has made. */
    boolean isSet() {
      return mutator.filter(each -> !each.isArgument()).isPresent();
    }
  }

  /** The method {@code read}. */
  MethodSpec.Builder method() {
    CodeBlock.Builder body = CodeBlock.builder();
    if (isMadeFirst()) {
      body.add(making());
    }
    properties.stream().filter(this::isHeld).forEach(property -> body.add(declaration(property)));
    body.addStatement("$L.beginObject()", in)
        .beginControlFlow("while ($L.nextField())", in)
        .beginControlFlow("switch ($L.field())", in);
    properties.forEach(property -> body.add(branch(property)));
    return MethodSpec.methodBuilder("read")
        .addModifiers(Modifier.STATIC)
        .returns(type)
        .addParameter(JsonCode.READER, in)
        .addCode(body.add(otherBranches()).endControlFlow().endControlFlow().build())
        .addCode(finish());
  }

  /** Whether there is an instance to set properties on before the first of them is read. */
  private boolean isMadeFirst() {
    return !isMadeLast()
        && creation.arguments().stream().noneMatch(Argument.Property.class::isInstance);
  }

  /** Whether the call takes all, so that what it makes needs no variable. */
  private boolean isMadeLast() {
    return creation.builder().isEmpty() && properties.stream().noneMatch(Property::isSet);
  }

  /** Whether a variable holds the property until all are read. */
  private boolean isHeld(Property property) {
    return property.mutator().isPresent() && (!isMadeFirst() || property.required());
  }

  private CodeBlock declaration(Property property) {
    CodeBlock initial =
        property.type() instanceof OptionalRef optional
            ? OptionalCode.empty(optional)
            : CodeBlock.of("null");
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L", JsonCode.holder(property.type()), variables.get(property), initial)
        .build();
  }

  private CodeBlock branch(Property property) {
    CodeBlock names =
        Stream.concat(Stream.of(property.json().name()), property.json().aliases().stream())
            .map(name -> CodeBlock.of("$S", name))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.builder().addStatement("case $L -> $L", names, taken(property)).build();
  }

  private CodeBlock taken(Property property) {
    if (property.mutator().isEmpty()) {
      return CodeBlock.of("$L.skip()", in);
    }
    CodeBlock read = json.read(in, property.type());
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
    return branches.addStatement("default -> throw $L.unknownField($L)", in, known()).build();
  }

  private CodeBlock known() {
    return properties.stream()
        .filter(property -> property.mutator().isPresent())
        .map(property -> CodeBlock.of("$S", property.json().name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private CodeBlock finish() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (isMadeLast()) {
      return code.addStatement("return $L", call("return ")).build();
    }
    if (!isMadeFirst()) {
      code.add(making());
    }
    properties.stream()
        .filter(property -> property.isSet() && isHeld(property))
        .forEach(property -> code.add(setting(property)));
    return code.addStatement("return $L", Instances.finished(creation, value)).build();
  }

  /** What was left out keeps what the class itself gives it. */
  private CodeBlock setting(Property property) {
    CodeBlock set = Instances.set(value, property.mutator().orElseThrow(), argument(property));
    CodeBlock.Builder code = CodeBlock.builder();
    return property.required() || property.type() instanceof OptionalRef
        ? code.addStatement(set).build()
        : code.beginControlFlow("if ($L != null)", variables.get(property))
            .addStatement(set)
            .endControlFlow()
            .build();
  }

  private CodeBlock making() {
    TypeName made = Instances.variable(creation, type);
    String start = simple(made) + " " + value + " = ";
    return CodeBlock.builder().addStatement("$T $L = $L", made, value, call(start)).build();
  }

  private CodeBlock call(String before) {
    CodeBlock callee = Instances.callee(creation, type);
    List<String> arguments =
        Instances.arguments(creation, this::argument).stream().map(CodeBlock::toString).toList();
    String start = before + callee.toString().replaceAll("[\\w.]*\\.(?=\\p{Lu})", "");
    String call = CallLayout.of(start, arguments, DEPTH);
    return CodeBlock.of("$L$L", callee, call.substring(start.length()));
  }

  private CodeBlock argument(String javaName) {
    return properties.stream()
        .filter(property -> property.javaName().equals(javaName))
        .findFirst()
        .map(this::argument)
        .orElseThrow();
  }

  private CodeBlock argument(Property property) {
    String variable = variables.get(property);
    if (property.required()) {
      return CodeBlock.of("$L.required($S, $L)", in, property.json().name(), variable);
    }
    return property
        .substitute()
        .map(empty -> CodeBlock.of("$1L == null ? $2L : $1L", variable, empty))
        .orElseGet(() -> CodeBlock.of("$L", variable));
  }

  private static String simple(TypeName type) {
    return type.toString().replaceAll("[\\w.]*\\.(?=\\p{Lu})", "");
  }
}
