package io.triglot.processor.backend.rest;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.JsonTree;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the types whose schemas others refer to: not those that are only unwrapped. */
final class SchemaReach {
  private final ApiModel model;
  private final SortedSet<JavaName> reached = new TreeSet<>();

  private SchemaReach(ApiModel model) {
    this.model = model;
  }

  static SortedSet<JavaName> from(ApiModel model, Stream<TypeRef> references) {
    SchemaReach reach = new SchemaReach(model);
    references.forEach(reach::visit);
    return reach.reached;
  }

  private Stream<TypeRef> parts(TypeDefinition type) {
    return type instanceof ObjectType object
        ? JsonTree.of(model, object).stream()
            .flatMap(JsonTree::leaves)
            .map(leaf -> leaf.field().type())
        : type.mentioned().map(name -> new NamedRef(name, false));
  }

  private void visit(TypeRef reference) {
    TypeReach.mentioned(reference)
        .filter(reached::add)
        .map(name -> model.definition(new NamedRef(name, false)))
        .flatMap(this::parts)
        .forEach(this::visit);
  }
}
