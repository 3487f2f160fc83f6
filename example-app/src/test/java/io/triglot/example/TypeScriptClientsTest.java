package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients in TypeScript that are made of the document that the shop serves: they compile under
 * {@code strict}, refuse what the API would, and call the shop.
 */
@Tag("node")
class TypeScriptClientsTest {
  private static final Path NODE = Path.of("../testing/node").toAbsolutePath().normalize();
  private static final String EXPECTED =
      """
      {"names": ["Laptop"], "location": true, "total": 1999.98, "status": "SHIPPED",
       "refused": 409, "available": 13, "expanded": "Laptop"}
      """;

  @RegisterExtension final RunningShop shop = new RunningShop();

  @TempDir Path directory;

  @Test
  void compileAndCallTheShop() throws Exception {
    assumeTrue(
        Files.exists(NODE.resolve("node_modules/@hey-api/openapi-ts")),
        "The generators are not installed: run npm ci --prefix testing/node");
    Files.createSymbolicLink(directory.resolve("node_modules"), NODE.resolve("node_modules"));
    try (Stream<Path> sources = Files.list(NODE.resolve("typescript"))) {
      for (Path source : sources.toList()) {
        Files.copy(source, directory.resolve(source.getFileName().toString()));
      }
    }
    Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
    Files.writeString(directory.resolve("openapi.json"), served("/openapi.json"));
    Files.writeString(directory.resolve("openapi.yaml"), served("/openapi.yaml"));

    run("openapi-typescript/bin/cli.js", "openapi.yaml", "-o", "schema.ts");
    run("@hey-api/openapi-ts/bin/run.js");
    run("typescript/bin/tsc", "-p", ".");

    assertThat(Json.parse(call("out/openapi-fetch.js"))).isEqualTo(Json.parse(EXPECTED));
    assertThat(Json.parse(call("out/hey-api.js")))
        .isEqualTo(Json.parse(EXPECTED.replace("13", "11")));
  }

  private String served(String path) {
    RestClient client = new RestClient(shop.shop().port(), Optional.empty());
    return client.send(client.request(path).GET()).body();
  }

  private String call(String program) throws IOException, InterruptedException {
    return node(directory.resolve(program), url(), RunningShop.token("alice", "customer"));
  }

  private String url() {
    return "http://127.0.0.1:" + shop.shop().port();
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    node(NODE.resolve("node_modules").resolve(program), arguments);
  }

  private String node(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(program + " said: " + said).isZero();
    return said;
  }
}
