package io.triglot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's OpenAPI document under Redocly's recommended rules, without any configuration. */
@Tag("node")
class OpenApiLintTest {
  private static final Path REDOCLY =
      Path.of("../testing/node/node_modules/@redocly/cli/bin/cli.js").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void findsNothing() throws Exception {
    assumeTrue(Files.exists(REDOCLY), "Redocly is not installed: run npm ci --prefix testing/node");
    Path document = directory.resolve("openapi.json");
    try (InputStream in = Shop.class.getResourceAsStream("/META-INF/triglot/openapi.json")) {
      Files.copy(in, document);
    }
    ProcessBuilder lint =
        new ProcessBuilder("node", REDOCLY.toString(), "lint", "--format=json", document.toString())
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    lint.environment().put("REDOCLY_TELEMETRY", "off");
    lint.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = lint.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    JsonNode report = Json.parse(said);
    assertThat(report.has("totals")).as(said).isTrue();
    assertThat(report.path("problems")).isEmpty();
  }
}
