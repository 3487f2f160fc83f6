package io.triglot.processor.model;

import io.triglot.processor.model.Creation.Argument;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.TypeRef.ScalarRef;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the contract of one protocol has of a model: not the fields that are told on others only,
 * nor the types that nothing but these leads to.
 */
final class ContractView {
  private final ApiModel model;
  private final Protocol protocol;

  private ContractView(ApiModel model, Protocol protocol) {
    this.model = model;
    this.protocol = protocol;
  }

  static ApiModel of(ApiModel model, Protocol protocol) {
    return new ContractView(model, protocol).told();
  }

  private ApiModel told() {
    Set<JavaName> hidden =
        TypeReach.from(
            model,
            objects(model)
                .flatMap(type -> type.fields().stream())
                .filter(field -> !isTold(field))
                .map(Field::type));
    SortedMap<JavaName, TypeDefinition> types = new TreeMap<>();
    model.types().forEach((name, type) -> types.put(name, told(type)));
    ApiModel told = new ApiModel(model.services(), types, model.errors());
    hidden.removeAll(stillReached(told, hidden));
    types.keySet().removeAll(hidden);
    return new ApiModel(model.services(), types, model.errors());
  }

  private static Set<JavaName> stillReached(ApiModel told, Set<JavaName> hidden) {
    Stream<TypeRef> others =
        told.types().keySet().stream()
            .filter(name -> !hidden.contains(name))
            .map(name -> new NamedRef(name, false));
    Stream<TypeRef> ofServices = told.services().stream().flatMap(Service::references);
    Stream<TypeRef> ofErrors =
        told.errors().values().stream()
            .flatMap(error -> error.properties().stream())
            .map(property -> property.type());
    return new HashSet<>(
        TypeReach.from(told, Stream.of(others, ofServices, ofErrors).flatMap(each -> each)));
  }

  private static Stream<ObjectType> objects(ApiModel model) {
    return model.types().values().stream()
        .filter(ObjectType.class::isInstance)
        .map(ObjectType.class::cast);
  }

  private boolean isTold(Field field) {
    return field.isOn(protocol);
  }

  private TypeDefinition told(TypeDefinition type) {
    if (!(type instanceof ObjectType object) || object.fields().stream().allMatch(this::isTold)) {
      return type;
    }
    Map<String, Field> hidden =
        object.fields().stream()
            .filter(field -> !isTold(field))
            .collect(Collectors.toMap(Field::javaName, field -> field));
    return object
        .withFields(object.fields().stream().filter(this::isTold).toList())
        .withCreation(object.creation().map(creation -> without(creation, hidden)));
  }

  /** The same creation, with literals for what callers of the protocol cannot send. */
  private static Creation without(Creation creation, Map<String, Field> hidden) {
    return creation.with(
        property ->
            hidden.containsKey(property.javaName())
                ? Argument.Literal.absent(primitive(hidden.get(property.javaName()).type()))
                : property);
  }

  private static String primitive(TypeRef type) {
    return type instanceof ScalarRef scalar && scalar.primitive()
        ? scalar.scalar().primitive().orElseThrow()
        : "";
  }
}
