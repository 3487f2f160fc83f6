package io.triglot.processor.backend.rest;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * The fields of results that callers can ask for, as constants of the routes: one for each type
 * that is reached.
 *
 * @param routes the class that has the constants
 */
record SparseFields(ApiModel model, ClassName routes) {
  /** The parameter of the query. */
  static final String PARAMETER = "fields";

  private static final ClassName FIELDS =
      ClassName.get("io.triglot.runtime.rest.json", "JsonFields");

  /** The object, or union, whose fields a result has, itself or as its elements. */
  static Optional<TypeDefinition> type(ApiModel model, TypeRef use) {
    TypeRef type = use.present().carrier();
    if (type instanceof ListRef list) {
      return type(model, list.element());
    }
    return type instanceof NamedRef named
        ? Optional.of(model.definition(named))
            .filter(each -> each instanceof ObjectType || each instanceof UnionType)
        : Optional.empty();
  }

  /** The constant for a type. */
  static String constant(TypeDefinition type) {
    return String.join("_", Words.of(type.name())).toUpperCase(Locale.ROOT) + "_FIELDS";
  }

  /** The constants that these methods need, in the order of their names. */
  List<FieldSpec> constants(List<ResourceMethod> methods) {
    SortedMap<JavaName, TypeDefinition> reached = new TreeMap<>();
    methods.stream()
        .filter(ResourceMethod::isSparse)
        .forEach(
            method -> type(model, method.operation().result()).ifPresent(t -> reach(t, reached)));
    return reached.values().stream().map(this::constantOf).toList();
  }

  private void reach(TypeDefinition type, SortedMap<JavaName, TypeDefinition> reached) {
    if (reached.putIfAbsent(type.javaName(), type) == null) {
      members(type).values().forEach(inner -> inner.ifPresent(each -> reach(each, reached)));
    }
  }

  private FieldSpec constantOf(TypeDefinition type) {
    List<String> plain = new ArrayList<>();
    CodeBlock.Builder objects = CodeBlock.builder();
    members(type)
        .forEach(
            (name, inner) -> {
              if (inner.isEmpty()) {
                plain.add(name);
              } else {
                objects.add(
                    "$Z.with($S, () -> $T.$L)", name, routes, constant(inner.orElseThrow()));
              }
            });
    return FieldSpec.builder(FIELDS, constant(type))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$Z$T.of($L)$L",
            FIELDS,
            plain.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(",$W")),
            objects.build())
        .build();
  }

  /** What clients receive of a type by its names in JSON, and what is inside of it. */
  private Map<String, Optional<TypeDefinition>> members(TypeDefinition type) {
    Map<String, Optional<TypeDefinition>> members = new LinkedHashMap<>();
    if (type instanceof UnionType union) {
      union
          .members()
          .forEach(
              member -> {
                TypeDefinition definition = model.definition(new NamedRef(member.type(), false));
                members(definition).forEach(members::putIfAbsent);
              });
      members.putIfAbsent(union.discriminator().property(), Optional.empty());
    } else {
      ((ObjectType) type)
          .tag()
          .ifPresent(tag -> members.put(tag.discriminator().property(), Optional.empty()));
      JsonTree.of(model, (ObjectType) type).stream()
          .flatMap(JsonTree::leaves)
          .map(JsonTree::field)
          .filter(field -> !field.writeOnly())
          .forEach(field -> members.put(field.json().name(), inner(field)));
    }
    return members;
  }

  private Optional<TypeDefinition> inner(Field field) {
    return type(model, field.json().type());
  }
}
