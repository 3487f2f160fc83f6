package io.triglot.processor.backend.grpc;

import io.triglot.processor.backend.grpc.ProtoField.Cardinality;
import io.triglot.processor.contract.Block;
import io.triglot.processor.contract.BlockName;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.contract.FactSheet;
import io.triglot.processor.contract.HeaderFacts;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the {@code .proto} files say that clients rely on, and how the lock has it. */
final class ProtoFacts {
  static final String MESSAGE = "message";
  static final String ENUM = "enum";
  private static final String SERVICE = "service";
  private static final String FILE = "file";

  private final FactSheet sheet = new FactSheet(Protocol.GRPC);

  private ProtoFacts() {}

  /** The facts of a tree. */
  static List<Fact> of(ProtoTree tree) {
    ProtoFacts facts = new ProtoFacts();
    tree.files().values().forEach(facts::addFile);
    return facts.sheet.facts();
  }

  /** The numbers that the fields or values of a locked block have, and those of former ones. */
  static SortedMap<String, Integer> numbers(Block block) {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    block.reserved().forEach((number, name) -> numbers.put("reserved " + number, number));
    block
        .current()
        .forEach((name, value) -> numbers.put(name, Integer.valueOf(value.split(" ")[0])));
    return numbers;
  }

  /** What a message must not use again. */
  static Reserved former(ProtoMessage message, Lock lock) {
    return former(
        lock.block(name(MESSAGE, message.name())),
        message.fields().stream()
            .collect(Collectors.toMap(ProtoField::name, ProtoField::number, (a, b) -> a)));
  }

  /** What an enum must not use again. */
  static Reserved former(ProtoEnum type, Lock lock) {
    return former(
        lock.block(name(ENUM, type.name())),
        type.values().stream()
            .collect(
                Collectors.toMap(ProtoEnum.Value::name, ProtoEnum.Value::number, (a, b) -> a)));
  }

  private static Reserved former(Optional<Block> locked, Map<String, Integer> present) {
    SortedSet<Integer> numbers = new TreeSet<>();
    SortedSet<String> names = new TreeSet<>();
    locked.ifPresent(
        block -> {
          numbers.addAll(numbers(block).values());
          names.addAll(block.reserved().values());
          names.addAll(block.current().keySet());
        });
    numbers.removeAll(present.values());
    names.removeAll(present.keySet());
    return new Reserved(numbers, names);
  }

  private void addFile(ProtoFile file) {
    JavaName owner = file.source();
    Origin origin = file.origins().get(0);
    Fact block = sheet.block(FILE, file.path(), owner, origin);
    sheet.add(block, "@package", file.packageName());
    file.options().forEach((name, value) -> sheet.add(block, name, String.valueOf(value)));
    for (ProtoMessage message : file.messages()) {
      addMessage(file, message, file.service().isPresent() ? owner : message.javaType());
    }
    file.enums().forEach(each -> addEnum(file, each));
    file.service().ifPresent(service -> addService(file, service));
  }

  private void addMessage(ProtoFile file, ProtoMessage message, JavaName owner) {
    Fact block = sheet.block(MESSAGE, message.name().full(), owner, message.origin());
    sheet.add(block, "@file", file.path());
    for (ProtoField field : message.fields()) {
      sheet.add(block, field.name(), value(message, field), field.origin());
    }
  }

  private static String value(ProtoMessage message, ProtoField field) {
    String label =
        switch (field.cardinality()) {
          case OPTIONAL -> "optional ";
          case REPEATED -> "repeated ";
          case SINGULAR, MAP -> message.oneof().map(name -> "oneof " + name + " ").orElse("");
        };
    String json =
        field.jsonName().equals(ProtoNames.derivedJsonName(field.name()))
            ? ""
            : " json " + field.jsonName();
    boolean map = field.cardinality() == Cardinality.MAP;
    return field.number() + " " + (map ? "" : label) + type(field.type()) + json;
  }

  private static String type(ProtoType use) {
    ProtoType type = use.onWire();
    if (type instanceof ProtoType.ScalarType scalar) {
      return scalar.keyword();
    }
    if (type instanceof ProtoType.MessageRef message) {
      return message.name().full();
    }
    if (type instanceof ProtoType.EnumRef enumRef) {
      return enumRef.name().full();
    }
    if (type instanceof ProtoType.WellKnownType wellKnown) {
      return wellKnown.name().full();
    }
    if (type instanceof ProtoType.WrappedType wrapped) {
      return "(" + type(wrapped.values()) + ")";
    }
    return type instanceof ProtoType.MapType map
        ? "map<" + type(map.key()) + ", " + type(map.value()) + ">"
        : "string";
  }

  private void addEnum(ProtoFile file, ProtoEnum type) {
    Fact block = sheet.block(ENUM, type.name().full(), type.javaType(), type.origin());
    sheet.add(block, "@file", file.path());
    for (ProtoEnum.Value value : type.values()) {
      sheet.add(block, value.name(), String.valueOf(value.number()), value.origin());
    }
  }

  private void addService(ProtoFile file, ProtoService service) {
    Fact block =
        sheet.block(SERVICE, service.name().full(), file.source(), service.source().origin());
    sheet.add(block, "@file", file.path());
    for (ProtoRpc rpc : service.rpcs()) {
      sheet.add(
          block,
          rpc.name(),
          (rpc.clientStreaming() ? "stream " : "")
              + rpc.request().name().full()
              + " -> "
              + (rpc.serverStreaming() ? "stream " : "")
              + rpc.response().name().full()
              + (rpc.noSideEffects() ? ", no side effects" : ""),
          rpc.operation().origin());
      HeaderFacts.add(sheet, block, rpc.name() + " ", rpc.operation());
    }
  }

  static BlockName name(String kind, ProtoName name) {
    return new BlockName(Protocol.GRPC, kind, name.full());
  }
}
