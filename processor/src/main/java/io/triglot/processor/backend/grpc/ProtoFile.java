package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@code .proto} file.
 *
 * @param path the import path, such as {@code acme/shop/v1/product.proto}
 * @param packageName the protobuf package, such as {@code acme.shop.v1}
 * @param options the options of the file, by their names in protobuf: texts and booleans
 * @param source the user's type that it was made from; the first one, where there are several
 * @param imports sorted by path
 * @param service the service, in the file of a service
 */
record ProtoFile(
    String path,
    String packageName,
    SortedMap<String, Object> options,
    JavaName source,
    List<ProtoImport> imports,
    List<ProtoMessage> messages,
    List<ProtoEnum> enums,
    Optional<ProtoService> service) {

  ProtoFile {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    imports = imports.stream().distinct().sorted().toList();
    messages = List.copyOf(messages);
    enums = List.copyOf(enums);
  }

  /** The user's elements that the file was made from. */
  List<Origin> origins() {
    return service
        .map(each -> List.of(each.source().origin()))
        .orElseGet(
            () ->
                Stream.concat(
                        messages.stream().map(ProtoMessage::origin),
                        enums.stream().map(ProtoEnum::origin))
                    .toList());
  }

  /** The generated class that holds the descriptor. */
  JavaName holder() {
    return source.generated("Proto");
  }
}
