package io.triglot.processor.backend.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * OpenAPI's own schema, Redocly's recommended rules and Spectral's {@code spectral:oas}.
 *
 * @param directory where they run
 */
record OpenApiLinters(Path directory) {
  private static final Path NODE = Path.of("../testing/node").toAbsolutePath().normalize();
  private static final Path MODULES = NODE.resolve("node_modules");
  private static final Path REDOCLY = MODULES.resolve("@redocly/cli/bin/cli.js");
  private static final Path SPECTRAL = MODULES.resolve("@stoplight/spectral-cli/dist/index.js");

  /** Whether npm has brought them. */
  static boolean areInstalled() {
    return Stream.of(REDOCLY, SPECTRAL).allMatch(Files::exists);
  }

  /** What all of them find in a document, in JSON. */
  List<String> findings(Path document) throws IOException, InterruptedException {
    List<String> findings = new ArrayList<>();
    String schema = run(NODE.resolve("openapi-schema.mjs"), document.toString());
    if (!schema.equals("1 documents checked\n")) {
      findings.add(schema);
    }
    add(run(REDOCLY, "lint", "--format=json", document.toString()), "problems", findings);
    String ruleset = NODE.resolve("spectral.yaml").toString();
    String spectral =
        run(
            SPECTRAL,
            "lint",
            "--quiet",
            "--ruleset=" + ruleset,
            "--format=json",
            document.toString());
    add("{\"found\":" + spectral + "}", "found", findings);
    return findings;
  }

  private static void add(String report, String member, List<String> findings) throws IOException {
    for (JsonNode each : JsonMapper.builder().build().readTree(report).required(member)) {
      findings.add(each.toString());
    }
  }

  private String run(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
