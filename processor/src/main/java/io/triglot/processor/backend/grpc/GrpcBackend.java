package io.triglot.processor.backend.grpc;

import com.google.auto.service.AutoService;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DurationProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import io.triglot.processor.contract.Lock;
import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.model.ServiceOutline;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes gRPC services of an API. */
@AutoService(Backend.class)
public final class GrpcBackend implements Backend {
  private static final String DESCRIPTOR_SET = "META-INF/triglot/descriptor-set.binpb";

  @Override
  public String id() {
    return "grpc";
  }

  @Override
  public Set<String> options() {
    return FileOptions.names();
  }

  @Override
  public Lowered lower(ApiModel model, Options options) {
    return lower(model, options, Lock.EMPTY);
  }

  @Override
  public ApiModel locked(ApiModel model, Lock lock) {
    return LockedNumbers.in(model, lock);
  }

  @Override
  public Lowered lower(ApiModel model, Options options, Lock lock) {
    return GrpcLowering.lower(model.on(Protocol.GRPC), FileOptions.of(options), lock);
  }

  @Override
  public void writeStubs(ServiceOutline service, OutputSink sink) {
    StubEmitter.write(service, sink);
  }

  /**
   * Writes each {@code .proto} file where its importers look for it, and all of them as one {@code
   * google.protobuf.FileDescriptorSet} for gateways.
   */
  @Override
  public void writeModule(SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {
    if (fragments.isEmpty()) {
      return;
    }
    GrpcFragment module = GrpcFragment.merged(fragments.values());
    module.protoFiles().forEach(sink::resource);
    sink.resource(DESCRIPTOR_SET, descriptorSet(module.descriptors().values()).toByteArray());
  }

  /** The files, with those of protobuf's own that they import, each after its imports. */
  private static FileDescriptorSet descriptorSet(Collection<FileDescriptorProto> files) {
    Map<String, FileDescriptorProto> known = new LinkedHashMap<>();
    Stream.of(
            TimestampProto.getDescriptor(),
            DurationProto.getDescriptor(),
            StructProto.getDescriptor(),
            FieldMaskProto.getDescriptor())
        .forEach(file -> known.put(file.getName(), file.toProto()));
    files.forEach(file -> known.put(file.getName(), file));
    Map<String, FileDescriptorProto> ordered = new LinkedHashMap<>();
    files.forEach(file -> addAfterImports(file, known, ordered));
    return FileDescriptorSet.newBuilder().addAllFile(List.copyOf(ordered.values())).build();
  }

  private static void addAfterImports(
      @Nullable FileDescriptorProto file,
      Map<String, FileDescriptorProto> known,
      Map<String, FileDescriptorProto> ordered) {
    if (file == null || ordered.containsKey(file.getName())) {
      return;
    }
    for (String imported : file.getDependencyList()) {
      addAfterImports(known.get(imported), known, ordered);
    }
    ordered.put(file.getName(), file);
  }
}
