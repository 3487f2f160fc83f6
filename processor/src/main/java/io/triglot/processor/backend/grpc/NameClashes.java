package io.triglot.processor.backend.grpc;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what has the same name in a protobuf package. Services, messages, enums and the values of
 * enums share one scope there, which they do not in Java. Inside of one message or enum it is for
 * {@link MemberClashes}.
 */
final class NameClashes {
  private final Map<ProtoName, Origin> owners = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private NameClashes() {}

  /** The clashes in these files. */
  static List<Diagnostic> find(List<ProtoFile> files) {
    NameClashes clashes = new NameClashes();
    for (ProtoFile file : files) {
      file.messages().forEach(message -> clashes.add(message.name(), message.origin()));
      file.enums().forEach(clashes::add);
      file.service().ifPresent(service -> clashes.add(service.name(), service.source().origin()));
    }
    return clashes.diagnostics;
  }

  private void add(ProtoEnum protoEnum) {
    add(protoEnum.name(), protoEnum.origin());
    Set<String> own = new HashSet<>();
    protoEnum.values().stream()
        .filter(value -> own.add(value.name()))
        .forEach(
            value ->
                add(new ProtoName(protoEnum.name().packageName(), value.name()), value.origin()));
  }

  private void add(ProtoName name, Origin origin) {
    Origin other = owners.putIfAbsent(name, origin);
    if (other != null) {
      diagnostics.add(
          GrpcRules.PROTO_NAME_CLASH.at(
              origin,
              other + " and " + origin + " are both called " + name.full() + " in protobuf.",
              "Rename one of them, in Java or by the name in its annotation."));
    }
  }
}
