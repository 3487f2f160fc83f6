package io.triglot.processor.backend.grpc;

import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.model.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds fields of a message, and values of an enum, whose names differ but are the same to
 * protobuf, which leaves the underscores away where it makes other names of them.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON format</a>
 */
final class MemberClashes {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private MemberClashes() {}

  /** The clashes in these files. */
  static List<Diagnostic> find(List<ProtoFile> files) {
    MemberClashes clashes = new MemberClashes();
    for (ProtoFile file : files) {
      file.messages().forEach(clashes::add);
      file.enums().forEach(clashes::add);
    }
    return clashes.diagnostics;
  }

  private void add(ProtoMessage message) {
    Map<String, Origin> fields = new HashMap<>();
    for (ProtoField field : message.fields()) {
      add(ProtoNames.derivedJsonName(field.name()), field.origin(), fields);
    }
  }

  private void add(ProtoEnum protoEnum) {
    ProtoEnum.Value zero = protoEnum.values().get(0);
    Map<String, Origin> constants = new HashMap<>();
    for (ProtoEnum.Value value : protoEnum.values()) {
      if (value != zero && value.name().equals(zero.name())) {
        diagnostics.add(
            GrpcRules.ENUM_ZERO.at(
                value.origin(),
                value.origin()
                    + " is called "
                    + zero.name()
                    + " in protobuf, which is the name of what is sent where nothing is said.",
                "Rename it, or call it UNSPECIFIED if that is what it means."));
      } else if (value.constant().isPresent()) {
        add(
            ProtoNames.derivedJsonName(value.name().toLowerCase(Locale.ROOT)),
            value.origin(),
            constants);
      }
    }
  }

  private void add(String name, Origin origin, Map<String, Origin> owners) {
    Origin other = owners.putIfAbsent(name, origin);
    if (other != null) {
      diagnostics.add(
          GrpcRules.PROTO_MEMBER_CLASH.at(
              origin,
              other + " and " + origin + " are both " + name + " in protobuf's JSON names.",
              "Rename one of them, in Java or by the name in its annotation."));
    }
  }
}
