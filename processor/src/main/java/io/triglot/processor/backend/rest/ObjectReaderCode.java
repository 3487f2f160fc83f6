package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Optional;
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
  private final List<Property> properties;
  private final boolean bean;
  private final NameAllocator variables = new NameAllocator();
  private final String in;
  private final String value;

  /**
   * The reader of a class.
   *
   * @param bean whether values are set on an instance; else the constructor takes all, in order
   */
  ObjectReaderCode(JsonCode json, TypeName type, List<Property> properties, boolean bean) {
    this.json = json;
    this.type = type;
    this.properties = properties;
    this.bean = bean;
    properties.forEach(
        property -> variables.newName(JsonCode.local(property.javaName()), property));
    this.in = variables.newName("in");
    this.value = variables.newName("value");
  }

  /**
   * A property.
   *
   * @param name its name in JSON
   * @param javaName its name in Java
   * @param mutator the method that sets it, for a bean; empty for what clients cannot set
   */
  record Property(String name, String javaName, TypeRef type, Optional<String> mutator) {
    boolean required() {
      return !type.nullable();
    }
  }

  /** The method {@code read}. */
  MethodSpec.Builder method() {
    CodeBlock.Builder body = CodeBlock.builder();
    if (bean) {
      body.addStatement("$T $L = new $T()", type, value, type);
    }
    properties.stream().filter(this::held).forEach(property -> body.add(declaration(property)));
    body.addStatement("$L.beginObject()", in)
        .beginControlFlow("while ($L.nextField())", in)
        .beginControlFlow("switch ($L.field())", in);
    properties.forEach(property -> body.add(branch(property)));
    body.addStatement("default -> throw $L.unknownField($L)", in, known())
        .endControlFlow()
        .endControlFlow();
    if (bean) {
      properties.stream()
          .filter(this::held)
          .forEach(
              property ->
                  body.addStatement(
                      "$L.$L($L)", value, property.mutator().orElseThrow(), argument(property)));
      body.addStatement("return $L", value);
    } else {
      String simple = type.toString().replaceAll(".*\\.", "");
      String call =
          CallLayout.of(
              "return new " + simple, properties.stream().map(this::argument).toList(), DEPTH);
      body.addStatement("return new $T$L", type, call.substring(call.indexOf('(')));
    }
    return MethodSpec.methodBuilder("read")
        .addModifiers(Modifier.STATIC)
        .returns(type)
        .addParameter(JsonCode.READER, in)
        .addCode(body.build());
  }

  /** Whether a variable holds the property until all are read. */
  private boolean held(Property property) {
    return !bean || property.required() && property.mutator().isPresent();
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
    CodeBlock read = json.read(in, property.type());
    CodeBlock taken =
        held(property)
            ? CodeBlock.of("$L = $L", variables.get(property), read)
            : property
                .mutator()
                .map(mutator -> CodeBlock.of("$L.$L($L)", value, mutator, read))
                .orElseGet(() -> CodeBlock.of("$L.skip()", in));
    return CodeBlock.builder().addStatement("case $S -> $L", property.name(), taken).build();
  }

  private String argument(Property property) {
    String variable = variables.get(property);
    return property.required()
        ? CodeBlock.of("$L.required($S, $L)", in, property.name(), variable).toString()
        : variable;
  }

  private CodeBlock known() {
    return properties.stream()
        .filter(property -> !bean || property.mutator().isPresent())
        .map(property -> CodeBlock.of("$S", property.name()))
        .collect(CodeBlock.joining(",$W"));
  }
}
