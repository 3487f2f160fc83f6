package io.triglot.runtime.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** File descriptors out of string constants. For generated code. */
public final class EmbeddedDescriptor {
  private EmbeddedDescriptor() {}

  /**
   * Builds a file's descriptor.
   *
   * @param imports the descriptors of the files that it imports
   * @param chunks a serialized {@code FileDescriptorProto}, one char for each byte
   */
  public static FileDescriptor file(List<FileDescriptor> imports, String... chunks) {
    try {
      byte[] bytes = String.join("", chunks).getBytes(StandardCharsets.ISO_8859_1);
      return FileDescriptor.buildFrom(
          FileDescriptorProto.parseFrom(bytes), imports.toArray(FileDescriptor[]::new));
    } catch (InvalidProtocolBufferException | DescriptorValidationException e) {
      throw new IllegalStateException("a generated descriptor is broken", e);
    }
  }
}
