package io.triglot.processor.backend.grpc;

import io.triglot.processor.contract.Lock;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.EnumType;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeDefinition;
import io.triglot.processor.model.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lowers a model to the tree of its protobuf files. */
final class GrpcLowering {
  private final ApiModel model;
  private final FileOptions options;
  private final Lock lock;
  private final TypeIndex types;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final SortedMap<JavaName, ProtoMessage> messages = new TreeMap<>();
  private final SortedMap<JavaName, ProtoEnum> enums = new TreeMap<>();

  private GrpcLowering(ApiModel model, FileOptions options, Lock lock) {
    this.model = model;
    this.lock = lock;
    this.options = options;
    this.types = TypeIndex.of(model);
  }

  /** The tree of all that the model offers on gRPC, with what is wrong with it. */
  static GrpcLowered lower(ApiModel model, FileOptions options, Lock lock) {
    return new GrpcLowering(model, options, lock).lower();
  }

  private GrpcLowered lower() {
    MessageLowering messageLowering =
        new MessageLowering(types, new UpdateMasks(lock), diagnostics);
    for (JavaName type : types.types().keySet()) {
      TypeDefinition definition = model.types().get(type);
      if (definition instanceof ObjectType object) {
        messages.put(type, messageLowering.lower(object));
      } else if (definition instanceof UnionType union) {
        messages.put(type, messageLowering.lower(union));
      } else if (definition instanceof EnumType enumType) {
        enums.put(type, EnumLowering.lower(enumType, types.name(type)));
      }
    }
    ServiceLowering services =
        new ServiceLowering(types, messageLowering, new MessageNames(model, types), messages);
    List<ProtoFile> files = new ArrayList<>();
    types.types().values().stream().distinct().forEach(component -> files.add(file(component)));
    TypeIndex.services(model).forEach(service -> files.add(file(service, services)));
    TypeIndex.services(model)
        .limit(1)
        .forEach(
            service ->
                options.problems().forEach(problem -> diagnostics.add(breach(service, problem))));
    diagnostics.addAll(NameClashes.find(files));
    diagnostics.addAll(MemberClashes.find(files));
    return new GrpcLowered(model, ProtoTree.of(files), diagnostics);
  }

  private static Diagnostic breach(Service service, String problem) {
    return GrpcRules.FILE_OPTION.at(
        service.origin(),
        "The option -Atriglot." + problem + ".",
        "Correct it; placeholders are {package.}, {Package.}, {java} and {file}.");
  }

  private ProtoFile file(List<JavaName> component) {
    JavaName first = component.get(0);
    List<ProtoMessage> own =
        component.stream().filter(messages::containsKey).map(messages::get).toList();
    return file(
        types.file(first).path(),
        first,
        own,
        component.stream().filter(enums::containsKey).map(enums::get).toList(),
        Optional.empty());
  }

  private ProtoFile file(Service service, ServiceLowering services) {
    ProtoService lowered = services.lower(service);
    return file(
        lowered.name().path(),
        service.javaName(),
        List.copyOf(ServiceLowering.ownMessages(lowered)),
        List.of(),
        Optional.of(lowered));
  }

  private ProtoFile file(
      String path,
      JavaName source,
      List<ProtoMessage> ownMessages,
      List<ProtoEnum> ownEnums,
      Optional<ProtoService> service) {
    List<ProtoImport> imports = new ArrayList<>();
    for (ProtoMessage message : ownMessages) {
      message.fields().forEach(field -> addImports(field.type(), imports));
    }
    service.ifPresent(
        lowered ->
            lowered
                .rpcs()
                .forEach(
                    rpc -> {
                      if (rpc.bareRequest()) {
                        imports.add(types.file(rpc.request().javaType()));
                      }
                      if (!rpc.ownResponse()) {
                        imports.add(types.file(rpc.response().javaType()));
                      }
                    }));
    imports.removeIf(imported -> imported.path().equals(path));
    return new ProtoFile(
        path,
        types.packageName(source),
        options.of(path, types.packageName(source), types.javaPackage(source)),
        source,
        imports,
        ownMessages.stream().map(each -> each.without(ProtoFacts.former(each, lock))).toList(),
        ownEnums.stream().map(each -> each.without(ProtoFacts.former(each, lock))).toList(),
        service);
  }

  private void addImports(ProtoType use, List<ProtoImport> imports) {
    ProtoType type = use.onWire();
    if (type instanceof ProtoType.MessageRef message) {
      imports.add(types.file(message.javaName()));
    } else if (type instanceof ProtoType.EnumRef enumRef) {
      imports.add(types.file(enumRef.javaName()));
    } else if (type instanceof ProtoType.WellKnownType wellKnown) {
      imports.add(WellKnown.file(wellKnown.name()));
    } else if (type instanceof ProtoType.WrappedType wrapped) {
      addImports(wrapped.values(), imports);
    } else if (type instanceof ProtoType.MapType map) {
      addImports(map.value(), imports);
    }
  }
}
