package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.JsonTree.Group;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.ResultForm;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The batched fields of a service that callers of its operations can ask for: those without
 * arguments whose method returns its values.
 */
record Expansions(ApiModel model, Service service) {
  /** The parameter of the query. */
  static final String PARAMETER = "expand";

  /** The object that a use of a type is, or has as its elements. */
  Optional<ObjectType> type(TypeRef use) {
    return SparseFields.type(model, use)
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast);
  }

  /** The batched fields of a type, by name. */
  List<BatchField> batched(ObjectType type) {
    return service.batchFields().stream()
        .filter(field -> field.parent().equals(type.javaName()))
        .filter(field -> field.arguments().isEmpty() && field.form() == ResultForm.VALUE)
        .toList();
  }

  /** The fields of a type that lead to another with batched fields. */
  Map<Field, ObjectType> through(ObjectType type) {
    Map<Field, ObjectType> through = new LinkedHashMap<>();
    for (JsonTree member : JsonTree.of(model, type)) {
      Field field = member.field();
      if (!(member instanceof Group) && !field.writeOnly() && !field.access().isGuarded()) {
        type(field.json().type())
            .filter(this::isExpandable)
            .ifPresent(inner -> through.put(field, inner));
      }
    }
    return through;
  }

  /** Whether a type has batched fields, or leads to one that has. */
  boolean isExpandable(ObjectType type) {
    return leads(type, new HashSet<>());
  }

  private boolean leads(ObjectType type, Set<JavaName> seen) {
    return seen.add(type.javaName())
        && (!batched(type).isEmpty()
            || JsonTree.of(model, type).stream()
                .filter(member -> !(member instanceof Group))
                .flatMap(member -> type(member.field().json().type()).stream())
                .anyMatch(inner -> leads(inner, seen)));
  }

  /** The types in which callers of these methods can ask for something. */
  SortedMap<JavaName, ObjectType> reached(Collection<ResourceMethod> methods) {
    SortedMap<JavaName, ObjectType> reached = new TreeMap<>();
    methods.stream()
        .filter(ResourceMethod::isExpandable)
        .flatMap(method -> type(method.operation().result()).stream())
        .forEach(type -> reach(type, reached));
    return reached;
  }

  private void reach(ObjectType type, SortedMap<JavaName, ObjectType> reached) {
    if (isExpandable(type) && reached.putIfAbsent(type.javaName(), type) == null) {
      batched(type).forEach(field -> type(field.value()).ifPresent(t -> reach(t, reached)));
      through(type).values().forEach(inner -> reach(inner, reached));
    }
  }

  /** The types of what callers of these methods can ask for. */
  Stream<TypeRef> mentioned(Collection<ResourceMethod> methods) {
    return reached(methods).values().stream()
        .flatMap(type -> batched(type).stream())
        .map(BatchField::value);
  }
}
