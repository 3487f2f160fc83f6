package io.triglot.processor.backend.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Base64;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service's part of the module's protobuf files: the service's own file and all that it imports.
 * As text, each {@code .proto} file stands after a line {@code === path}, and its descriptor, in
 * Base64, after a line {@code === path.binpb}.
 *
 * @param protoFiles the texts by import path
 * @param descriptors by import path
 */
record GrpcFragment(
    SortedMap<String, String> protoFiles, SortedMap<String, FileDescriptorProto> descriptors) {
  private static final Pattern PART = Pattern.compile("(?ms)^=== (\\S+)\\n(.*?)(?=^=== |\\z)");
  private static final String DESCRIPTOR = ".binpb";

  /** The fragment with these files. */
  static GrpcFragment of(Collection<ProtoFile> files) {
    GrpcFragment fragment = new GrpcFragment(new TreeMap<>(), new TreeMap<>());
    for (ProtoFile file : files) {
      fragment.protoFiles.put(file.path(), ProtoTextEmitter.emit(file));
      fragment.descriptors.put(file.path(), DescriptorEmitter.emit(file));
    }
    return fragment;
  }

  /** All files of several fragments. */
  static GrpcFragment merged(Collection<String> texts) {
    GrpcFragment fragment = new GrpcFragment(new TreeMap<>(), new TreeMap<>());
    texts.forEach(fragment::add);
    return fragment;
  }

  /** The fragment as a text. */
  String text() {
    StringBuilder text = new StringBuilder();
    protoFiles.forEach((path, file) -> text.append("=== ").append(path).append('\n').append(file));
    descriptors.forEach(
        (path, descriptor) ->
            text.append("=== ")
                .append(path)
                .append(DESCRIPTOR)
                .append('\n')
                .append(
                    Base64.getMimeEncoder(76, new byte[] {'\n'})
                        .encodeToString(descriptor.toByteArray()))
                .append('\n'));
    return text.toString();
  }

  private void add(String text) {
    Matcher part = PART.matcher(text);
    while (part.find()) {
      String path = part.group(1);
      if (path.endsWith(DESCRIPTOR)) {
        // Most services share files with one another: each is decoded once.
        descriptors.computeIfAbsent(
            path.substring(0, path.length() - DESCRIPTOR.length()),
            file -> descriptor(part.group(2)));
      } else {
        protoFiles.putIfAbsent(path, part.group(2));
      }
    }
  }

  private static FileDescriptorProto descriptor(String base64) {
    try {
      return FileDescriptorProto.parseFrom(Base64.getMimeDecoder().decode(base64));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a fragment is broken", e);
    }
  }
}
