package io.triglot.processor.backend.graphql;

import io.triglot.processor.backend.graphql.SchemaTree.ServiceNode;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.diagnostic.Rule;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.BatchField;
import io.triglot.processor.model.EntityMethod;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.InputNaming;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A model on GraphQL.
 *
 * @param emitted the types for which Java is written
 */
record LoweredSchema(
    ApiModel model, SchemaTree tree, SortedSet<JavaName> emitted, List<Diagnostic> diagnostics)
    implements Backend.Lowered {
  static final Rule ROOT_TYPES = Rule.error("TriglotGraphQlRootTypes");
  static final Rule FEDERATION = Rule.error("TriglotGraphQlFederation");
  static final Rule SCALAR_BINDING = Rule.error("TriglotGraphQlScalarBinding");

  static LoweredSchema of(ApiModel model, Options options) {
    ScalarBindings scalars = ScalarBindings.of(options);
    RootTypes roots = RootTypes.of(options);
    SchemaTree tree = GraphQlLowering.lower(model, scalars, roots, Federation.isOn(options));
    List<SchemaDefinition> reached = SchemaReach.of(tree, tree.services());
    List<Diagnostic> diagnostics = new ArrayList<>();
    tree.services().stream()
        .limit(1)
        .forEach(
            service ->
                scalars.problems().forEach(problem -> diagnostics.add(breach(service, problem))));
    tree.services().stream()
        .limit(1)
        .flatMap(service -> roots.wrong().stream().map(name -> breach(service, name)))
        .forEach(diagnostics::add);
    tree.services().stream()
        .limit(1)
        .flatMap(
            service ->
                Federation.wrong(options).map(value -> wrongFederation(service, value)).stream())
        .forEach(diagnostics::add);
    SchemaRule.ALL.forEach(rule -> rule.check(tree, reached).forEach(diagnostics::add));
    return new LoweredSchema(model, tree, emitted(model, reached), List.copyOf(diagnostics));
  }

  @Override
  public SortedMap<JavaName, String> fragments() {
    SortedMap<JavaName, String> fragments = new TreeMap<>();
    for (ServiceNode service : tree.services()) {
      fragments.put(service.service().javaName(), SdlEmitter.fragment(tree, service));
    }
    return fragments;
  }

  @Override
  public List<Fact> facts() {
    return SchemaFacts.of(tree);
  }

  @Override
  public Optional<String> address(Service service, Operation operation) {
    return tree.services().stream()
        .filter(node -> node.service().javaName().equals(service.javaName()))
        .flatMap(node -> node.operations().stream())
        .filter(field -> field.source().name().equals(operation.name()))
        .map(field -> tree.roots().name(operation.kind()) + "." + field.name())
        .findFirst();
  }

  @Override
  public Optional<String> address(Service service, BatchField batched) {
    return tree.services().stream()
        .filter(node -> node.service().javaName().equals(service.javaName()))
        .flatMap(node -> node.batches().stream())
        .filter(batch -> batch.field().source().equals(batched))
        .map(batch -> batch.parent().nullableSdl() + "." + batch.field().name())
        .findFirst();
  }

  @Override
  public Optional<String> address(Service service, EntityMethod method) {
    if (tree.federated()) {
      return Optional.of(tree.roots().query() + "._entities");
    }
    return tree.services().stream()
        .flatMap(node -> tree.finders(node).stream())
        .filter(finder -> finder.source().equals(method))
        .map(finder -> tree.roots().query() + "." + Nodes.FIELDS.get(0))
        .findFirst();
  }

  @Override
  public InputNaming inputNaming() {
    return new SchemaNaming();
  }

  @Override
  public void write(OutputSink sink) {
    tree.services().forEach(service -> ServiceEmitter.write(model, tree, service, sink));
    tree.objects().values().stream()
        .filter(object -> emitted.contains(object.type().javaName()))
        .forEach(object -> ObjectEmitter.write(model, object, sink));
    tree.unions().values().stream()
        .filter(union -> emitted.contains(union.type().javaName()))
        .forEach(union -> UnionEmitter.write(model, union, sink));
    tree.enums().values().stream()
        .filter(type -> emitted.contains(type.javaName()))
        .forEach(type -> EnumEmitter.write(model, type, sink));
  }

  private static Diagnostic breach(ServiceNode service, String name) {
    return ROOT_TYPES.at(
        service.service().origin(),
        "The root types of the schema cannot be called "
            + name
            + " as the options say: each has a"
            + " name of its own, of letters, digits and _.",
        "Correct the options.");
  }

  private static Diagnostic wrongFederation(ServiceNode service, String value) {
    return FEDERATION.at(
        service.service().origin(),
        "The option -Atriglot." + Federation.OPTION + " is \"" + value + "\".",
        "Say true or false, or leave it out.");
  }

  private static Diagnostic breach(ServiceNode service, ScalarBindings.Problem problem) {
    return SCALAR_BINDING.at(
        service.service().origin(),
        "The option -Atriglot." + problem.option() + " cannot be followed: " + problem.text(),
        "Correct the option.");
  }

  /**
   * The types that fields on GraphQL lead to, and those that no operation of the round leads to at
   * all: they are compiled alone, and may be on GraphQL by services that are not.
   */
  private static SortedSet<JavaName> emitted(ApiModel model, List<SchemaDefinition> reached) {
    SortedSet<JavaName> emitted = new TreeSet<>(model.types().keySet());
    emitted.removeAll(
        TypeReach.from(
            model,
            model.services().stream()
                .flatMap(service -> service.operations().stream())
                .flatMap(Operation::references)));
    reached.stream().flatMap(definition -> definition.java().stream()).forEach(emitted::add);
    model.services().stream()
        .flatMap(service -> service.entities().stream())
        .flatMap(EntityMethod::references)
        .flatMap(TypeReach::mentioned)
        .forEach(emitted::add);
    return emitted;
  }
}
