package io.triglot.processor.backend.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real protobuf compiler, which the build puts into {@code target/protoc}. */
public final class Protoc {
  private static final Path PROGRAM = Path.of("target/protoc/protoc.exe");
  private static final List<String> WELL_KNOWN = List.of("duration", "struct", "timestamp");

  private Protoc() {}

  /** What protoc makes of all the {@code .proto} files below a folder, by their paths. */
  public static Map<String, FileDescriptor> compile(Path root) {
    try {
      return link(run(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileDescriptorSet run(Path root) throws IOException, InterruptedException {
    Path set = Files.createTempDirectory("protoc").resolve("set");
    run(root, "--include_imports", "--descriptor_set_out=" + set);
    return FileDescriptorSet.parseFrom(Files.readAllBytes(set));
  }

  /** Runs protoc on all the {@code .proto} files below a folder. */
  static void run(Path root, String... outputs) throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("protoc");
    List<String> command = new ArrayList<>();
    command.add(program().toString());
    command.add("--proto_path=" + root);
    command.add("--proto_path=" + wellKnownFiles(work));
    command.addAll(List.of(outputs));
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".proto"))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .forEach(command::add);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !said.isEmpty()) {
      throw new AssertionError(said);
    }
  }

  private static Path program() {
    Path program = PROGRAM.toAbsolutePath();
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException(program + " is missing: run mvn generate-test-resources");
    }
    return program;
  }

  private static Path wellKnownFiles(Path work) throws IOException {
    Path folder = Files.createDirectories(work.resolve("google/protobuf"));
    for (String name : WELL_KNOWN) {
      String file = "google/protobuf/" + name + ".proto";
      try (InputStream in = FileDescriptorProto.class.getClassLoader().getResourceAsStream(file)) {
        Files.write(folder.resolve(name + ".proto"), in.readAllBytes());
      }
    }
    return work;
  }

  private static Map<String, FileDescriptor> link(FileDescriptorSet set)
      throws DescriptorValidationException {
    Map<String, FileDescriptor> linked = new TreeMap<>();
    for (FileDescriptorProto file : set.getFileList()) {
      FileDescriptor[] imports =
          file.getDependencyList().stream().map(linked::get).toArray(FileDescriptor[]::new);
      linked.put(file.getName(), FileDescriptor.buildFrom(file, imports));
    }
    return linked;
  }
}
