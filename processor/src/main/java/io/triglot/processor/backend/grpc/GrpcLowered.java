package io.triglot.processor.backend.grpc;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import io.triglot.processor.diagnostic.Diagnostic;
import io.triglot.processor.javagen.GeneratedJava;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Origin;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.OutputSink;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * A model as the tree of its protobuf files.
 *
 * @param tree not to be written as long as there are errors among the diagnostics
 */
record GrpcLowered(ProtoTree tree, List<Diagnostic> diagnostics) implements Backend.Lowered {
  GrpcLowered {
    diagnostics = List.copyOf(diagnostics);
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
  public void write(OutputSink sink) {
    Deprecations deprecations = Deprecations.of(tree);
    for (ProtoFile file : tree.files().values()) {
      List<Origin> origins = file.origins();
      DescriptorHolderEmitter.emit(file, DescriptorEmitter.emit(file), origins, sink);
      if (file.service().isPresent()) {
        write(file, file.service().get(), deprecations, sink);
        continue;
      }
      for (ProtoMessage message : file.messages()) {
        TypeSpec.Builder type =
            MarshallerEmitter.emit(message, true).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        suppress(type, deprecations.in(message));
        GeneratedJava.write(
            sink, message.marshaller(), message.javaType(), type, List.of(message.origin()));
      }
      for (ProtoEnum each : file.enums()) {
        TypeSpec.Builder type =
            EnumNumberingEmitter.emit(each).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        suppress(type, Deprecations.in(each));
        GeneratedJava.write(sink, each.numbering(), each.javaType(), type, List.of(each.origin()));
      }
    }
  }

  private static void write(
      ProtoFile file, ProtoService service, Deprecations deprecations, OutputSink sink) {
    JavaName source = service.source().javaName();
    TypeSpec.Builder binding = ServiceEmitter.emit(service, file);
    suppress(binding, deprecations.in(service));
    GeneratedJava.write(sink, source.generated("Grpc"), source, binding, file.origins());
  }

  /** Whoever uses what the user deprecated is warned; that is not for generated code. */
  private static void suppress(TypeSpec.Builder type, boolean deprecated) {
    if (deprecated) {
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
    }
  }
}
