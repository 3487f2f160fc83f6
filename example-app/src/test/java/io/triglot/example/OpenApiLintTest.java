package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop's OpenAPI document under the rules that Redocly and Spectral recommend. */
@Tag("node")
class OpenApiLintTest {
  private static final Path REDOCLY =
      Path.of("../testing/node/node_modules/@redocly/cli/bin/cli.js").toAbsolutePath();

  private static final Path SPECTRAL =
      Path.of("../testing/node/node_modules/@stoplight/spectral-cli/dist/index.js")
          .toAbsolutePath();
  private static final Path RULESET = Path.of("../testing/node/spectral.yaml").toAbsolutePath();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"openapi.json", "openapi.yaml"})
  void findsNothing(String name) throws Exception {
    assumeTrue(Files.exists(SPECTRAL), "The linters are missing: run npm ci --prefix testing/node");
    Path document = directory.resolve(name);
    try (InputStream in = Shop.class.getResourceAsStream("/META-INF/triglot/" + name)) {
      Files.copy(in, document);
    }

    JsonNode redocly = report(REDOCLY, "lint", "--format=json", document.toString());
    assertThat(redocly.has("totals")).isTrue();
    assertThat(redocly.path("problems")).isEmpty();
    assertThat(
            report(
                SPECTRAL,
                "lint",
                "--quiet",
                "--format=json",
                "--ruleset=" + RULESET,
                document.toString()))
        .isEmpty();
  }

  private JsonNode report(Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder lint =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    lint.environment().put("REDOCLY_TELEMETRY", "off");
    lint.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = lint.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return Json.parse(said);
  }
}
