package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.triglot.processor.javagen.Instances;
import io.triglot.processor.javagen.JavaTypes;
import io.triglot.processor.javagen.Names;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.Container;
import io.triglot.processor.model.TypeRef.ListRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of the routes that tell what callers can ask for, and load it: one for each
 * type that has something.
 *
 * @param contract where the constants of the batched fields are
 */
record ExpansionCode(Expansions expansions, ClassName contract) {
  static final ClassName SHARED = ClassName.get("io.triglot.runtime", "SharedRequest");
  static final ClassName EXPANSION = ClassName.get("io.triglot.runtime.rest.json", "Expansion");

  private static final ClassName EXPANDABLE =
      ClassName.get("io.triglot.runtime.rest.json", "Expandable");

  /** The name of the method for a type. */
  static String method(ObjectType type) {
    return "expandable" + type.name();
  }

  /** The methods that these resource methods need, in the order of the types' names. */
  List<MethodSpec> methods(List<ResourceMethod> methods) {
    return expansions.reached(methods).values().stream().map(this::methodOf).toList();
  }

  private MethodSpec methodOf(ObjectType type) {
    TypeName java = JavaTypes.of(type.javaName());
    CodeBlock.Builder steps =
        CodeBlock.builder().add("return $T.<$T>none()\n$>$>", EXPANDABLE, java);
    List<CodeBlock> all =
        Stream.concat(
                expansions.batched(type).stream().map(this::batched),
                expansions.through(type).entrySet().stream()
                    .map(
                        each ->
                            CodeBlock.of(
                                ".through($S, each -> $L, () -> $L(request))",
                                each.getKey().json().name(),
                                Instances.read("each", each.getKey().accessor()),
                                method(each.getValue()))))
            .toList();
    steps.add(CodeBlock.join(all, "\n")).add(";\n$<$<");
    return MethodSpec.methodBuilder(method(type))
        .addJavadoc("What callers can ask for in {@link $T}.\n", JavaTypes.rawType(java))
        .addModifiers(Modifier.PRIVATE)
        .returns(ParameterizedTypeName.get(EXPANDABLE, java))
        .addParameter(SHARED, "request")
        .addCode(steps.build())
        .build();
  }

  private CodeBlock batched(BatchField field) {
    return CodeBlock.of(
        ".with(\n$>$>$S,\nparents ->\n$>$>$L,\n$<$<(out, loaded) -> out.$L,\n() -> $L)$<$<",
        field.name(),
        loaded(field),
        new JsonCode(expansions.model()).write(field.value(), CodeBlock.of("loaded")),
        inside(field.value()));
  }

  private String inside(TypeRef value) {
    Optional<ObjectType> type = expansions.type(value).filter(expansions::isExpandable);
    return type.map(each -> method(each) + "(request)").orElse("null");
  }

  private CodeBlock loaded(BatchField field) {
    boolean ofSet =
        field.parents().type() instanceof ListRef list && list.container() == Container.SET;
    String parents = ofSet ? "each" : "parents";
    String arguments =
        field.parameters().stream()
            .map(
                parameter ->
                    parameter.role() == Parameter.Role.CONTEXT ? "call.context()" : parents)
            .collect(Collectors.joining(", "));
    CodeBlock aligned =
        CodeBlock.of(
            "$T.$L(\n$>$>parents, call.proceed(() -> service.$L($L), $L))$<$<",
            EXPANDABLE,
            field.keyed() ? "keyed" : "ordered",
            field.methodName(),
            arguments,
            parents);
    CodeBlock body =
        ofSet
            ? CodeBlock.of(
                "{\n$>$T $L = new $T<>(parents);\nreturn $L;\n$<}",
                ParameterizedTypeName.get(ClassName.get(Set.class), JavaTypes.of(field.parent())),
                parents,
                LinkedHashSet.class,
                aligned)
            : aligned;
    return CodeBlock.of(
        "calls.call(\n$>$>$T.$L,\nrequest,\ncall -> $L)$<$<",
        contract,
        Names.constant(field),
        body);
  }
}
