package io.triglot.processor.backend.grpc;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that protobuf does not take, and names that fall together there. */
final class NameRules {
  private static final String RENAME_FIELD = "Give it another name by @ApiField(name = …).";
  private static final String RENAME_TYPE = "Give it another name by @ApiType(name = …).";
  private static final String RENAME_CONSTANT = "Rename one of the constants.";
  private static final String RENAME_OPERATION = "Give it another name by @ApiOperation(name = …).";

  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private NameRules() {}

  /** What is wrong with the names in these files. */
  static List<Diagnostic> check(List<ProtoFile> files) {
    NameRules rules = new NameRules();
    Map<String, Origin> types = new HashMap<>();
    Map<String, Origin> paths = new HashMap<>();
    for (ProtoFile file : files) {
      file.messages().forEach(message -> rules.check(message, types));
      file.enums().forEach(each -> rules.check(each, types));
      file.service().ifPresent(service -> rules.check(service, types));
      rules.unique(paths, file.path(), origin(file), RENAME_TYPE);
    }
    return rules.diagnostics;
  }

  private static Origin origin(ProtoFile file) {
    return file.service()
        .map(service -> service.source().origin())
        .orElseGet(
            () ->
                file.messages().isEmpty()
                    ? file.enums().get(0).origin()
                    : file.messages().get(0).origin());
  }

  private void check(ProtoMessage message, Map<String, Origin> types) {
    check(message.name(), message.origin(), types, RENAME_TYPE);
    Map<String, Origin> fields = new HashMap<>();
    for (ProtoField field : message.fields()) {
      valid(field.name(), field.origin(), RENAME_FIELD);
      unique(fields, field.name(), field.origin(), RENAME_FIELD);
    }
  }

  private void check(ProtoEnum protoEnum, Map<String, Origin> types) {
    check(protoEnum.name(), protoEnum.origin(), types, RENAME_TYPE);
    for (ProtoEnum.Value value : protoEnum.values()) {
      // Values are names of the package, like the enum itself.
      check(
          new ProtoName(protoEnum.name().packageName(), value.name()),
          value.origin(),
          types,
          RENAME_CONSTANT);
    }
  }

  private void check(ProtoService service, Map<String, Origin> types) {
    check(service.name(), service.source().origin(), types, RENAME_TYPE);
    Map<String, Origin> rpcs = new HashMap<>();
    for (ProtoRpc rpc : service.rpcs()) {
      valid(rpc.name(), rpc.operation().origin(), RENAME_OPERATION);
      unique(rpcs, rpc.name(), rpc.operation().origin(), RENAME_OPERATION);
    }
  }

  private void check(ProtoName name, Origin origin, Map<String, Origin> types, String remedy) {
    valid(name.simple(), origin, remedy);
    unique(types, name.full(), origin, remedy);
  }

  private void valid(String name, Origin origin, String remedy) {
    if (!ProtoNames.isIdentifier(name)) {
      diagnostics.add(
          GrpcRules.PROTO_NAME.at(
              origin,
              origin
                  + " would be called "
                  + name
                  + " in protobuf, which allows ASCII letters,"
                  + " digits and underscores only, and a letter in front.",
              remedy));
    }
  }

  private void unique(Map<String, Origin> names, String name, Origin origin, String remedy) {
    Origin other = names.putIfAbsent(name, origin);
    if (other != null) {
      diagnostics.add(
          GrpcRules.PROTO_NAME_CLASH.at(
              origin,
              origin + " and " + other + " are both called " + name + " in protobuf.",
              remedy));
    }
  }
}
