package io.triglot.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** protobuf-java serves descriptors, reflection and errors, and never encodes or decodes a call. */
class CallPathTest {
  @Test
  void doesNotTouchProtobufJava() throws IOException, URISyntaxException {
    Set<String> users = new TreeSet<>();
    Path classes =
        Path.of(WireReader.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("io/triglot/runtime/grpc");
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (constants.contains("com/google/protobuf") || constants.contains("com/google/rpc")) {
          users.add(file.getFileName().toString().replace(".class", ""));
        }
      }
    }
    assertThat(users)
        .containsExactly(
            "EmbeddedDescriptor",
            "RemoteErrors",
            "RpcSchema",
            "ServiceBinding", // names the type of a file's descriptor, for ServiceSchema
            "ServiceSchema",
            "StatusMapping");
  }
}
