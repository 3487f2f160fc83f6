package io.triglot.processor.javagen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonMember.Affixes;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Parameter;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ConvertedRef;
import io.triglot.processor.model.TypeRef.JavaType;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.OptionalRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.UnionType.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that says what callers call the values that they send, as far as that is not
 * what Java calls them, for the operations that have constraints.
 */
final class InputNamesEmitter {
  private static final ClassName NAMES = ClassName.get("io.triglot.runtime", "InputNames");
  private static final ClassName NAME = ClassName.get("io.triglot.runtime", "InputName");

  private final ApiModel model;
  private final Service service;
  private final InputNamings namings;

  private InputNamesEmitter(ApiModel model, Service service, InputNamings namings) {
    this.model = model;
    this.service = service;
    this.namings = namings;
  }

  /** The method; empty where everything is called what Java calls it. */
  static Optional<MethodSpec> method(ApiModel model, Service service, InputNamings namings) {
    Set<CodeBlock> names = new InputNamesEmitter(model, service, namings).names();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock.Builder code = CodeBlock.builder().add("return $T.builder()\n$>$>", NAMES);
    names.forEach(name -> code.add("$L\n", name));
    return Optional.of(
        MethodSpec.methodBuilder("inputNames")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(NAMES)
            .addCode(code.add(".build();\n$<$<").build())
            .build());
  }

  private Set<CodeBlock> names() {
    Set<CodeBlock> names = new LinkedHashSet<>();
    List<Operation> constrained =
        service.operations().stream().filter(each -> each.traits().constrained()).toList();
    for (Operation operation : constrained) {
      for (Parameter argument : operation.values()) {
        if (argument.isWhole()) {
          names.add(named(operation, argument, CodeBlock.of("$T.of($S)", NAME, "")));
          argument.parts().forEach(part -> part(operation, argument, part).ifPresent(names::add));
        } else {
          argument(operation, argument)
              .map(name -> named(operation, argument, name))
              .ifPresent(names::add);
        }
      }
    }
    for (JavaName type : TypeReach.inputs(model, constrained.stream())) {
      TypeDefinition definition = model.definition(new NamedRef(type, false));
      if (definition instanceof ObjectType object) {
        object.fields().forEach(field -> field(object, field).ifPresent(names::add));
      } else if (definition instanceof UnionType union) {
        union.members().forEach(member -> names.add(member(union, member)));
      }
    }
    return names;
  }

  private static CodeBlock named(Operation operation, Parameter argument, CodeBlock name) {
    return CodeBlock.of(
        ".argument($L,$W$S,$W$L)", Names.constant(operation), argument.name(), name);
  }

  /** The name of a component of a record that is not in the contracts itself. */
  private Optional<CodeBlock> part(Operation operation, Parameter whole, Parameter part) {
    Optional<CodeBlock> read =
        part.role() == Parameter.Role.METADATA ? metadata(part) : component(operation, part);
    return read.map(
        name ->
            CodeBlock.of(
                ".property($T.class,$W$S,$W$L)",
                JavaTypes.of(whole.type()),
                part.javaName(),
                name));
  }

  private Optional<CodeBlock> argument(Operation operation, Parameter argument) {
    if (argument.role() == Parameter.Role.METADATA) {
      return metadata(argument);
    }
    return name(
        argument.name(),
        namings.rest().argument(service, operation, argument),
        namings.graphql().argument(service, operation, argument),
        namings.grpc().argument(service, operation, argument),
        argument.type(),
        Optional.empty());
  }

  private Optional<CodeBlock> component(Operation operation, Parameter part) {
    return name(
        part.javaName(),
        namings.rest().argument(service, operation, part),
        namings.graphql().argument(service, operation, part),
        namings.grpc().argument(service, operation, part),
        part.type(),
        Optional.empty());
  }

  /** What is in the headers has the name that it has there. */
  private Optional<CodeBlock> metadata(Parameter parameter) {
    String name = MetadataCode.name(parameter);
    return name(parameter.javaName(), name, name, name, parameter.type(), Optional.empty());
  }

  private Optional<CodeBlock> field(ObjectType owner, Field field) {
    return name(
            field.javaName(),
            namings.rest().field(field),
            namings.graphql().field(field),
            namings.grpc().field(field),
            field.type(),
            field.json().unwrapped())
        .map(
            name ->
                CodeBlock.of(
                    ".property($T.class,$W$S,$W$L)",
                    JavaTypes.className(owner.javaName()),
                    field.javaName(),
                    name));
  }

  private CodeBlock member(UnionType union, Member member) {
    String graphql = namings.graphql().member(member);
    CodeBlock name = CodeBlock.of("$T.of($S).rest($S)", NAME, graphql, "");
    String grpc = namings.grpc().member(member);
    return CodeBlock.of(
        ".member($T.class,$W$T.class,$W$L)",
        JavaTypes.className(union.javaName()),
        JavaTypes.className(member.type()),
        grpc.equals(graphql) ? name : CodeBlock.of("$L.grpc($S)", name, grpc));
  }

  private Optional<CodeBlock> name(
      String java,
      String rest,
      String graphql,
      String grpc,
      TypeRef type,
      Optional<Affixes> unwrapped) {
    List<CodeBlock> parts = new ArrayList<>();
    unwrapped.ifPresent(
        affixes ->
            parts.add(CodeBlock.of(".unwrapped($S, $S)", affixes.prefix(), affixes.suffix())));
    if (unwrapped.isEmpty() && !rest.equals(java)) {
      parts.add(CodeBlock.of(".rest($S)", rest));
    }
    if (!graphql.equals(java)) {
      parts.add(CodeBlock.of(".graphql($S)", graphql));
    }
    if (!grpc.equals(java)) {
      parts.add(CodeBlock.of(".grpc($S)", grpc));
    }
    TypeRef leaf = leaf(type);
    if (leaf instanceof ConvertedRef) {
      parts.add(CodeBlock.of(".asConverted()"));
    } else if (leaf instanceof NamedRef named && model.definition(named) instanceof UnionType) {
      parts.add(CodeBlock.of(".union($T.class)", JavaTypes.className(named.name())));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(CodeBlock.of("$T.of($S)$L", NAME, java, CodeBlock.join(parts, "")));
  }

  /** What is in the collections and optionals of a use of a type. */
  private static TypeRef leaf(TypeRef type) {
    if (type instanceof ConvertedRef converted) {
      return isOfJdk(converted.java()) ? leaf(converted.carrier()) : converted;
    }
    if (type instanceof ListRef list) {
      return leaf(list.element());
    }
    if (type instanceof MapRef map) {
      return leaf(map.value());
    }
    return type instanceof OptionalRef optional ? leaf(optional.value()) : type;
  }

  /** Whether it is a class of the JDK, such as a further collection, and not a user's value. */
  private static boolean isOfJdk(JavaType type) {
    return !(type instanceof JavaType.Declared declared)
        || declared.name().packageName().startsWith("java.");
  }
}
