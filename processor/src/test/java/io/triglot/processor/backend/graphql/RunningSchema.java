package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionQueryBuilder.Options;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a running schema tells of itself, in the words of graphql-js. */
final class RunningSchema {
  private static final Path NODE = Path.of("../testing/node");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RunningSchema() {}

  /** Checks that graphql-js prints the running schema as it prints the document. */
  static void assertIsTold(GraphQlEndpoint endpoint, Path directory)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules")),
        "The Node packages are not installed: run npm ci --prefix testing/node");
    Path sdl = Files.writeString(directory.resolve("told.graphqls"), endpoint.sdl());
    ExecutionResult introspected =
        endpoint.execute(
            ExecutionInput.newExecutionInput(
                    IntrospectionQueryBuilder.build(
                        Options.defaultOptions()
                            .inputValueDeprecation(true)
                            .specifiedByUrl(true)
                            .isOneOf(true)))
                .build());
    assertThat(introspected.getErrors()).isEmpty();
    Path running = directory.resolve("running.json");
    MAPPER.writeValue(running.toFile(), introspected.<Object>getData());
    Process process =
        new ProcessBuilder(
                "node",
                "graphql-same.mjs",
                sdl.toAbsolutePath().toString(),
                running.toAbsolutePath().toString())
            .directory(NODE.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("the same\n");
    assertThat(process.waitFor()).isZero();
  }
}
