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
  /** How far the statements are indented, at most. */
  private static final int DEPTH = 6;

  private final JsonCode json;
  private final Made object;
  private final OtherMembers others;
  private final NameAllocator variables = new NameAllocator();
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
      body.add(making(object, value));
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
    return property.mutator().isPresent() && (!own || !isMadeFirst() || property.required());
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
    return branches.addStatement("default -> throw $L.unknownField($L)", in, known()).build();
  }

  private CodeBlock known() {
    return leaves()
        .filter(property -> property.mutator().isPresent())
        .map(property -> CodeBlock.of("$S", property.json().name()))
        .collect(CodeBlock.joining(",$W"));
  }

  private CodeBlock finish() {
    CodeBlock.Builder code = CodeBlock.builder();
    object.properties().forEach(property -> code.add(unwrapping(property)));
    if (object.isMadeByCall()) {
      return code.addStatement("return $L", call(object, "return ", DEPTH)).build();
    }
    if (!isMadeFirst()) {
      code.add(making(object, value));
    }
    object.properties().stream()
        .filter(property -> property.isSet() && (isHeld(property) || isObject(property)))
        .forEach(property -> code.add(setting(property, value)));
    return code.addStatement("return $L", Instances.finished(object.creation(), value)).build();
  }

  private static boolean isObject(ReadProperty property) {
    return property.unwrapped().isPresent();
  }

  /** What makes the object whose members were read, after those inside of it; else nothing. */
  private CodeBlock unwrapping(ReadProperty property) {
    CodeBlock.Builder code = CodeBlock.builder();
    property.unwrapped().ifPresent(made -> code.add(unwrapping(property, made)));
    return code.build();
  }

  private CodeBlock unwrapping(ReadProperty property, Made made) {
    CodeBlock.Builder code = CodeBlock.builder();
    made.properties().forEach(inner -> code.add(unwrapping(inner)));
    String variable = variables.get(property);
    if (!property.type().nullable()) {
      return code.add(instance(made, variable, CodeBlock.of("$T $L", made.type(), variable)))
          .build();
    }
    return code.addStatement("$T $L = null", made.type(), variable)
        .beginControlFlow("if ($L)", anyRead(made))
        .add(instance(made, variable, CodeBlock.of("$L", variable)))
        .endControlFlow()
        .build();
  }

  /** Whether one of an object's members was there. */
  private CodeBlock anyRead(Made made) {
    List<CodeBlock> read =
        made.properties().stream()
            .filter(property -> property.mutator().isPresent())
            .flatMap(ReadProperty::leaves)
            .filter(property -> property.mutator().isPresent())
            .map(this::isRead)
            .toList();
    return read.isEmpty() ? CodeBlock.of("true") : CodeBlock.join(read, "$W|| ");
  }

  private CodeBlock isRead(ReadProperty property) {
    if (property.substitute().isPresent() && !property.isSet()) {
      return InclusionCode.condition(property.json(), variables.get(property)).orElseThrow();
    }
    String test = property.type() instanceof OptionalRef ? "$L.isPresent()" : "$L != null";
    return CodeBlock.of(test, variables.get(property));
  }

  /** The statements that make an object, which a builder may do, and set its properties. */
  private CodeBlock instance(Made made, String variable, CodeBlock assigned) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean built = made.creation().builder().isPresent();
    String instance = built ? variables.newName("made") : variable;
    if (built) {
      code.add(making(made, instance));
    } else {
      code.addStatement("$L = $L", assigned, call(made, simple(assigned) + " = ", DEPTH));
    }
    made.properties().stream()
        .filter(ReadProperty::isSet)
        .forEach(property -> code.add(setting(property, instance)));
    return built
        ? code.addStatement("$L = $L", assigned, Instances.finished(made.creation(), instance))
            .build()
        : code.build();
  }

  /** What was left out keeps what the class itself gives it. */
  private CodeBlock setting(ReadProperty property, String instance) {
    CodeBlock set = Instances.set(instance, property.mutator().orElseThrow(), argument(property));
    CodeBlock.Builder code = CodeBlock.builder();
    return property.required() || !isObject(property) && property.type() instanceof OptionalRef
        ? code.addStatement(set).build()
        : code.beginControlFlow("if ($L != null)", variables.get(property))
            .addStatement(set)
            .endControlFlow()
            .build();
  }

  private CodeBlock making(Made made, String variable) {
    TypeName type = Instances.variable(made.creation(), made.type());
    String start = simple(type) + " " + variable + " = ";
    return CodeBlock.builder()
        .addStatement("$T $L = $L", type, variable, call(made, start, DEPTH))
        .build();
  }

  private CodeBlock call(Made made, String before, int depth) {
    CodeBlock callee = Instances.callee(made.creation(), made.type());
    List<String> arguments =
        Instances.arguments(made.creation(), javaName -> argument(made, javaName)).stream()
            .map(CodeBlock::toString)
            .toList();
    String start = before + callee.toString().replaceAll("[\\w.]*\\.(?=\\p{Lu})", "");
    String call = CallLayout.of(start, arguments, depth);
    return CodeBlock.of("$L$L", callee, call.substring(start.length()));
  }

  private CodeBlock argument(Made made, String javaName) {
    return made.properties().stream()
        .filter(property -> property.javaName().equals(javaName))
        .findFirst()
        .map(this::argument)
        .orElseThrow();
  }

  private CodeBlock argument(ReadProperty property) {
    String variable = variables.get(property);
    if (isObject(property)) {
      return property.type() instanceof OptionalRef optional
          ? OptionalCode.ofNullable(optional, CodeBlock.of("$L", variable))
          : CodeBlock.of("$L", variable);
    }
    return property.required()
        ? CodeBlock.of("$L.required($S, $L)", in, property.json().name(), variable)
        : CodeBlock.of("$L", variable);
  }

  /** How long code is where types are imported. */
  private static String simple(Object type) {
    return type.toString().replaceAll("[\\w.]*\\.(?=\\p{Lu})", "");
  }
}
