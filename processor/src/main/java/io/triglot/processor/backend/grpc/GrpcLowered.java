package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.contract.Fact;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.javagen.ClientShape;
import io.triglot.processor.javagen.Deprecations;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.Origin;
import io.triglot.processor.model.Service;
import io.triglot.processor.model.TypeRef.NamedRef;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.InputNaming;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * A model as the tree of its protobuf files.
 *
 * @param tree not to be written as long as there are errors among the diagnostics
 */
record GrpcLowered(ApiModel model, ProtoTree tree, List<Diagnostic> diagnostics)
    implements Backend.Lowered {
  GrpcLowered {
    diagnostics = diagnostics.stream().distinct().toList();
  }

  @Override
  public SortedMap<JavaName, String> fragments() {
    SortedMap<JavaName, String> fragments = new TreeMap<>();
    for (ProtoFile file : tree.files().values()) {
      if (file.service().isPresent()) {
        fragments.put(file.source(), GrpcFragment.of(tree.closure(file).values()).text());
      }
    }
    return fragments;
  }

  @Override
  public List<Fact> facts() {
    return ProtoFacts.of(tree);
  }

  @Override
  public Optional<String> address(Service service, Operation operation) {
    return tree.files().values().stream()
        .flatMap(file -> file.service().stream())
        .filter(each -> each.source().javaName().equals(service.javaName()))
        .flatMap(
            each ->
                each.rpcs().stream()
                    .filter(rpc -> rpc.operation().name().equals(operation.name()))
                    .map(rpc -> each.name().full() + "/" + rpc.name()))
        .findFirst();
  }

  @Override
  public InputNaming inputNaming() {
    return new GrpcNaming(tree);
  }

  @Override
  public void write(OutputSink sink) {
    for (ProtoFile file : tree.files().values()) {
      List<Origin> origins = file.origins();
      DescriptorHolderEmitter.emit(file, DescriptorEmitter.emit(file), origins, sink);
      if (file.service().isPresent()) {
        write(file, file.service().get(), sink);
        continue;
      }
      for (ProtoMessage message : file.messages()) {
        TypeSpec.Builder type =
            (message.oneof().isPresent()
                    ? UnionMarshallerEmitter.emit(message)
                    : MarshallerEmitter.emit(message, true))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        suppress(type, isDeprecated(message.javaType()));
        GeneratedJava.write(
            sink, message.marshaller(), message.javaType(), type, List.of(message.origin()));
      }
      for (ProtoEnum each : file.enums()) {
        TypeSpec.Builder type =
            EnumNumberingEmitter.emit(each).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        suppress(type, isDeprecated(each.javaType()));
        GeneratedJava.write(sink, each.numbering(), each.javaType(), type, List.of(each.origin()));
      }
    }
  }

  private void write(ProtoFile file, ProtoService service, OutputSink sink) {
    JavaName source = service.source().javaName();
    TypeSpec.Builder binding = ServiceEmitter.emit(model, service, file);
    suppress(binding, Deprecations.in(model, service.source()));
    GeneratedJava.write(sink, source.generated("Grpc"), source, binding, file.origins());
    TypeSpec.Builder client =
        ClientEmitter.emit(model, service)
            .alwaysQualify(ClientShape.inherited(model, service.source()));
    suppress(client, Deprecations.in(model, service.source()));
    GeneratedJava.write(sink, source.generated("GrpcClient"), source, client, file.origins());
  }

  private boolean isDeprecated(JavaName type) {
    return Deprecations.in(model, model.definition(new NamedRef(type, false)));
  }

  private static void suppress(TypeSpec.Builder type, boolean deprecated) {
    if (deprecated) {
      type.addAnnotation(Deprecations.SUPPRESSION);
    }
  }
}
