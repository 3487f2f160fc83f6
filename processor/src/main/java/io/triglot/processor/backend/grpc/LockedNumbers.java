package io.triglot.processor.backend.grpc;

import io.triglot.processor.contract.Block;
import io.triglot.processor.contract.BlockName;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.ExactNames;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Paging;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.model.UnionType;
import io.triglot.processor.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gives a model the numbers that its lock has: what is locked keeps its number wherever it stands
 * now, and what is new has one that nothing ever had. What the user numbers stays as it is, and so
 * does a type of which the lock does not know.
 */
final class LockedNumbers {
  private final ApiModel model;
  private final Lock lock;
  private final TypeIndex types;
  private final MessageNames names;

  private LockedNumbers(ApiModel model, Lock lock) {
    this.model = model;
    this.lock = lock;
    this.types = TypeIndex.of(model);
    this.names = new MessageNames(model, types);
  }

  /** The model with its numbers. */
  static ApiModel in(ApiModel model, Lock lock) {
    if (lock.isEmpty()) {
      return model;
    }
    LockedNumbers numbers = new LockedNumbers(model, lock);
    SortedMap<JavaName, TypeDefinition> types = new TreeMap<>();
    model.types().forEach((name, type) -> types.put(name, numbers.type(type)));
    return new ApiModel(
        model.services().stream().map(numbers::service).toList(), types, model.errors());
  }

  private TypeDefinition type(TypeDefinition type) {
    ProtoName name = types.name(type.javaName());
    if (type instanceof EnumType enumeration) {
      return locked(ProtoFacts.ENUM, name)
          .<TypeDefinition>map(block -> enumeration(enumeration, name, ProtoFacts.numbers(block)))
          .orElse(type);
    }
    SortedMap<String, Integer> locked = new TreeMap<>();
    Stream.concat(Stream.of(name), responses(type))
        .flatMap(message -> locked(ProtoFacts.MESSAGE, message).stream())
        .forEach(block -> ProtoFacts.numbers(block).forEach(locked::putIfAbsent));
    if (locked.isEmpty()) {
      return type;
    }
    return type instanceof ObjectType object
        ? object(object, locked)
        : union((UnionType) type, locked);
  }

  /** The responses that have the fields of a page for their own. */
  private Stream<ProtoName> responses(TypeDefinition type) {
    return TypeIndex.services(model)
        .flatMap(
            service ->
                service.operations(Protocol.GRPC).stream()
                    .filter(
                        operation ->
                            operation.result() instanceof NamedRef result
                                && result.name().equals(type.javaName())
                                && Paging.isPage(model, result))
                    .map(operation -> name(service, operation, MessageNames.RESPONSE)));
  }

  private ProtoName name(Service service, Operation operation, String role) {
    return names.name(types.packageName(service.javaName()), service, operation, role);
  }

  private static ObjectType object(ObjectType type, Map<String, Integer> locked) {
    List<Field> told = type.fields().stream().filter(each -> each.isOn(Protocol.GRPC)).toList();
    List<OptionalInt> numbers =
        assign(
            locked,
            told.stream()
                .map(field -> ExactNames.protobuf(field.exact(), ProtoNames.snake(field.name())))
                .toList(),
            told.stream().map(Field::number).toList());
    List<Field> numbered = new ArrayList<>(type.fields());
    for (int i = 0; i < told.size(); i++) {
      numbered.set(numbered.indexOf(told.get(i)), told.get(i).numbered(numbers.get(i)));
    }
    return type.withFields(numbered);
  }

  private static UnionType union(UnionType type, Map<String, Integer> locked) {
    List<OptionalInt> numbers =
        assign(
            locked,
            type.members().stream()
                .map(member -> ProtoNames.snake(Words.lowerCamel(member.name())))
                .toList(),
            type.members().stream().map(UnionType.Member::number).toList());
    return type.withMembers(
        zip(type.members(), numbers, (member, number) -> member.numbered(number)));
  }

  private static EnumType enumeration(EnumType type, ProtoName name, Map<String, Integer> locked) {
    Optional<String> zero = EnumLowering.zero(type);
    List<EnumType.Constant> others =
        type.constants().stream()
            .filter(constant -> zero.filter(constant.name()::equals).isEmpty())
            .toList();
    List<OptionalInt> numbers =
        assign(
            locked,
            others.stream().map(constant -> EnumLowering.valueName(name, constant)).toList(),
            others.stream().map(EnumType.Constant::number).toList());
    List<EnumType.Constant> numbered = new ArrayList<>(type.constants());
    for (int i = 0; i < others.size(); i++) {
      numbered.set(numbered.indexOf(others.get(i)), others.get(i).numbered(numbers.get(i)));
    }
    return type.withConstants(numbered);
  }

  private Service service(Service service) {
    return service.withOperations(
        service.operations().stream()
            .map(
                operation ->
                    operation.protocols().contains(Protocol.GRPC)
                        ? operation(service, operation)
                        : operation)
            .toList());
  }

  private Operation operation(Service service, Operation operation) {
    return locked(ProtoFacts.MESSAGE, name(service, operation, MessageNames.REQUEST))
        .map(
            block -> {
              List<OptionalInt> numbers =
                  assign(
                      ProtoFacts.numbers(block),
                      operation.received().stream()
                          .map(
                              each ->
                                  ExactNames.protobuf(each.exact(), ProtoNames.snake(each.name())))
                          .toList(),
                      operation.received().stream().map(each -> each.number()).toList());
              return operation.withReceived(
                  zip(
                      operation.received(),
                      numbers,
                      (parameter, number) -> parameter.numbered(number)));
            })
        .orElse(operation);
  }

  private Optional<Block> locked(String kind, ProtoName name) {
    return lock.block(new BlockName(Protocol.GRPC, kind, name.full()));
  }

  /** The number of each name: the wished one, the locked one, or one above all others. */
  private static List<OptionalInt> assign(
      Map<String, Integer> locked, List<String> names, List<OptionalInt> wishes) {
    FieldNumbers numbers = FieldNumbers.after(locked, wishes);
    List<OptionalInt> assigned = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      assigned.add(OptionalInt.of(numbers.number(names.get(i), wishes.get(i))));
    }
    return assigned;
  }

  private interface Numbering<T> {
    T apply(T each, OptionalInt number);
  }

  private static <T> List<T> zip(List<T> all, List<OptionalInt> numbers, Numbering<T> numbering) {
    List<T> numbered = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      numbered.add(numbering.apply(all.get(i), numbers.get(i)));
    }
    return numbered;
  }
}
