package io.triglot.processor.backend.rest;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.backend.rest.ReadProperty.Made;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.OptionalCode;
import io.triglot.processor.model.TypeRef.OptionalRef;
import java.util.List;
import java.util.Objects;

/**
 * Writes what becomes of the members of a JSON object once all are read: the objects inside of it,
 * and the object itself.
 *
 * @param variables the variables that hold the members, by their properties
 * @param in the name of the reader
 */
record ObjectMakingCode(NameAllocator variables, String in) {
  /** How far the statements are indented, at most. */
  private static final int DEPTH = 6;

  /** What makes the object whose members were read, after those inside of it; else nothing. */
  CodeBlock unwrapping(ReadProperty property) {
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
    if (property.otherwise().isPresent()) {
      return CodeBlock.of(
          "!$T.equals($L, $L)", Objects.class, variables.get(property), property.otherwise().get());
    }
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
      code.addStatement("$L = $L", assigned, call(made, simple(assigned) + " = "));
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
  CodeBlock setting(ReadProperty property, String instance) {
    CodeBlock set = Instances.set(instance, property.mutator().orElseThrow(), argument(property));
    CodeBlock.Builder code = CodeBlock.builder();
    return property.required()
            || property.otherwise().isPresent()
            || !property.isObject() && property.type() instanceof OptionalRef
        ? code.addStatement(set).build()
        : code.beginControlFlow("if ($L != null)", variables.get(property))
            .addStatement(set)
            .endControlFlow()
            .build();
  }

  /** The statement that makes an object, or its builder. */
  CodeBlock making(Made made, String variable) {
    TypeName type = Instances.variable(made.creation(), made.type());
    String start = simple(type) + " " + variable + " = ";
    return CodeBlock.builder()
        .addStatement("$T $L = $L", type, variable, call(made, start))
        .build();
  }

  /** The call that makes an object, laid out after what stands before it. */
  CodeBlock call(Made made, String before) {
    CodeBlock callee = Instances.callee(made.creation(), made.type());
    List<CodeBlock> values =
        Instances.arguments(made.creation(), javaName -> argument(made, javaName));
    if (made.creation().hasParts()) {
      return CodeBlock.of("$L(\n$L)", callee, CodeBlock.join(values, ",\n"));
    }
    List<String> arguments = values.stream().map(CodeBlock::toString).toList();
    String start = before + callee.toString().replaceAll("[\\w.]*\\.(?=\\p{Lu})", "");
    String call = CallLayout.of(start, arguments, DEPTH);
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
    if (property.isObject()) {
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
