package io.triglot.processor.backend.grpc;

import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code .proto} file.
 *
 * @param path the import path, such as {@code acme/shop/v1/product.proto}
 * @param packageName the protobuf package, such as {@code acme.shop.v1}
 * @param javaPackage where protoc is to put the classes that it generates for Java clients
 * @param source the user's type that it was made from; the first one, where there are several
 * @param imports sorted by path
 * @param service the service, in the file of a service
 */
record ProtoFile(
    String path,
    String packageName,
    String javaPackage,
    JavaName source,
    List<ProtoImport> imports,
    List<ProtoMessage> messages,
    List<ProtoEnum> enums,
    Optional<ProtoService> service) {

  ProtoFile {
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

  /** What protoc is to call the class that stands for the file itself. */
  String outerClass() {
    String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    return ProtoNames.pascal(name) + "Proto";
  }

  /** The generated class that holds the descriptor. */
  JavaName holder() {
    return source.generated("Proto");
  }
}
