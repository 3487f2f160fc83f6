package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.JavaName;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which generated code refers to what the user deprecated.
 *
 * @param types the deprecated types
 */
record Deprecations(Set<JavaName> types) {

  static Deprecations of(ProtoTree tree) {
    return new Deprecations(
        tree.files().values().stream()
            .flatMap(file -> file.messages().stream())
            .filter(ProtoMessage::deprecated)
            .map(ProtoMessage::javaType)
            .collect(Collectors.toSet()));
  }

  boolean in(ProtoMessage message) {
    return message.deprecated()
        || message.fields().stream().anyMatch(field -> field.deprecated() || in(field.type()));
  }

  boolean in(ProtoService service) {
    return service.source().deprecation().isPresent()
        || service.rpcs().stream()
            .anyMatch(
                rpc ->
                    rpc.operation().deprecation().isPresent()
                        || in(rpc.request())
                        || in(rpc.response()));
  }

  static boolean in(ProtoEnum protoEnum) {
    return protoEnum.values().stream().anyMatch(ProtoEnum.Value::deprecated);
  }

  private boolean in(ProtoType type) {
    if (type instanceof ProtoType.MapType map) {
      return in(map.value());
    }
    return type instanceof ProtoType.MessageRef message && types.contains(message.javaName());
  }
}
