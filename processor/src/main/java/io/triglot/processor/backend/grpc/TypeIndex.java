package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeReach;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.NamedRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where everything lies: the protobuf package of each Java package, and the file of each type.
 *
 * <p>Types that refer to each other in a cycle share the file of the first of them, since protobuf
 * has no cycles of files; Java packages that do share the protobuf package of the first, since buf
 * has no cycles of packages.
 *
 * @param types the types that gRPC operations reach, sorted, with the component they belong to
 * @param packages the Java packages with the component they belong to
 */
record TypeIndex(
    ApiModel model,
    SortedMap<JavaName, List<JavaName>> types,
    SortedMap<String, List<String>> packages) {

  /** The index of all that the gRPC operations of a model reach. */
  static TypeIndex of(ApiModel model) {
    SortedSet<JavaName> reached =
        TypeReach.from(model, services(model).flatMap(service -> references(model, service)));
    SortedMap<JavaName, Collection<JavaName>> references = new TreeMap<>();
    SortedMap<String, Collection<String>> packageReferences = new TreeMap<>();
    for (JavaName type : reached) {
      Collection<JavaName> referred = referred(definition(model, type));
      references.put(type, referred);
      addPackages(type, referred, packageReferences);
    }
    services(model)
        .forEach(
            service ->
                addPackages(
                    service.javaName(), referred(references(model, service)), packageReferences));
    return new TypeIndex(
        model,
        StronglyConnected.components(references),
        StronglyConnected.components(packageReferences));
  }

  /** The services that are offered on gRPC. */
  static Stream<Service> services(ApiModel model) {
    return model.services().stream()
        .filter(service -> !service.operations(Protocol.GRPC).isEmpty());
  }

  /** The Java package whose name stands for the one that this class is in. */
  String javaPackage(JavaName type) {
    return first(packages, type.home());
  }

  /** The protobuf package of a service or type. */
  String packageName(JavaName type) {
    return exact(first(types, type))
        .flatMap(ExactNames::protobufPackage)
        .orElseGet(() -> ProtoNames.packageName(javaPackage(type)));
  }

  /** The name of a type's message or enum. */
  ProtoName name(JavaName type) {
    TypeDefinition definition = definition(model, type);
    return new ProtoName(
        packageName(type),
        ExactNames.protobuf(definition.exact(), ProtoNames.pascal(definition.name())));
  }

  /** The file that has a type. */
  ProtoImport file(JavaName type) {
    JavaName first = first(types, type);
    return new ProtoImport(name(first).path(), first.generated("Proto"), ProtoImport.OURS);
  }

  private Optional<ExactNames> exact(JavaName javaName) {
    return Optional.ofNullable(model.types().get(javaName))
        .flatMap(TypeDefinition::exact)
        .or(
            () ->
                model.services().stream()
                    .filter(service -> service.javaName().equals(javaName))
                    .findFirst()
                    .flatMap(Service::exact));
  }

  private static TypeDefinition definition(ApiModel model, JavaName type) {
    return model.definition(new TypeRef.NamedRef(type, false));
  }

  private static <N> N first(SortedMap<N, List<N>> components, N member) {
    return components.getOrDefault(member, List.of(member)).get(0);
  }

  private static Stream<TypeRef> references(ApiModel model, Service service) {
    return service.operations(Protocol.GRPC).stream()
        .flatMap(
            operation ->
                Stream.concat(
                    operation.received().stream().map(argument -> argument.type()),
                    results(model, operation)));
  }

  /** What a response has: the result, or the fields of a page. */
  private static Stream<TypeRef> results(ApiModel model, Operation operation) {
    return Paging.isPage(model, operation.result())
        ? ((ObjectType) model.definition((NamedRef) operation.result()))
            .fields().stream().map(Field::type)
        : Stream.of(operation.result());
  }

  private static Collection<JavaName> referred(TypeDefinition type) {
    return type instanceof ObjectType object
        ? referred(object.fields().stream().map(field -> field.type()))
        : type.mentioned().toList();
  }

  /** The types that are named right here, not those behind them. */
  private static SortedSet<JavaName> referred(Stream<TypeRef> references) {
    SortedSet<JavaName> names = new TreeSet<>();
    references.forEach(reference -> addNamed(reference, names));
    return names;
  }

  private static void addNamed(TypeRef use, SortedSet<JavaName> names) {
    TypeRef reference = use.carrier();
    if (reference instanceof TypeRef.NamedRef named) {
      names.add(named.name());
    } else if (reference instanceof TypeRef.ListRef list) {
      addNamed(list.element(), names);
    } else if (reference instanceof TypeRef.MapRef map) {
      addNamed(map.value(), names);
    } else if (reference instanceof TypeRef.OptionalRef optional) {
      addNamed(optional.value(), names);
    }
  }

  private static void addPackages(
      JavaName from,
      Collection<JavaName> to,
      SortedMap<String, Collection<String>> packageReferences) {
    Collection<String> packages =
        packageReferences.computeIfAbsent(from.home(), name -> new TreeSet<>());
    to.forEach(type -> packages.add(type.home()));
  }
}
