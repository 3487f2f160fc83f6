package io.triglot.processor.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.contract.Judgement.Effect;
import io.triglot.processor.model.Protocol;
import io.triglot.processor.testing.Buf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * What buf, graphql-inspector and openapi-diff find in many pairs of contracts: each of the former
 * two is run once for all pairs, a pair's files being in a folder and package of its own.
 */
final class ContractTools {
  private static final Path NODE = Path.of("../testing/node");
  private static final Pattern FOLDER = Pattern.compile("\\bpair(\\d+)\\b");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;
  private final List<String> names = new ArrayList<>();
  private final ArrayNode schemas = MAPPER.createArrayNode();
  private final List<Map<Protocol, Effect>> verdicts = new ArrayList<>();
  private final Map<String, List<String>> findings = new TreeMap<>();

  ContractTools(Path directory) {
    this.directory = directory;
  }

  /** Whether the tools of npm are there. */
  static boolean areInstalled() throws IOException {
    return Buf.installed().isPresent()
        && Files.isDirectory(NODE.resolve("node_modules/@graphql-inspector/core"));
  }

  /** Adds a pair of contracts, each as the resources of a module. */
  void add(String name, Map<String, String> before, Map<String, String> after) throws IOException {
    int index = names.size();
    names.add(name);
    findings.put(name, new ArrayList<>());
    verdicts.add(new EnumMap<>(Protocol.class));
    writeProtos("before", index, before);
    writeProtos("after", index, after);
    schemas
        .addObject()
        .put("before", before.get("META-INF/triglot/schema.graphqls"))
        .put("after", after.get("META-INF/triglot/schema.graphqls"));
    var difference =
        OpenApiCompare.fromContents(
            openApi(before.get("META-INF/triglot/openapi.json")),
            openApi(after.get("META-INF/triglot/openapi.json")));
    put(index, Protocol.REST, difference.isIncompatible() ? Effect.BREAKS_CLIENTS : Effect.SAFE);
  }

  /** The verdicts on all pairs, by name. */
  Map<String, Map<Protocol, Effect>> verdicts() throws Exception {
    askInspector();
    askBuf("FILE", Effect.BREAKS_SOURCES);
    askBuf("WIRE_JSON", Effect.BREAKS_CLIENTS);
    Map<String, Map<Protocol, Effect>> byName = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      verdicts.get(i).putIfAbsent(Protocol.GRPC, Effect.SAFE);
      byName.put(names.get(i), verdicts.get(i));
    }
    return byName;
  }

  /** What the tools say, by the names of the pairs. */
  Map<String, List<String>> findings() {
    return findings;
  }

  private void put(int index, Protocol protocol, Effect effect) {
    verdicts.get(index).put(protocol, effect);
  }

  private void askInspector() throws Exception {
    Path input = Files.writeString(directory.resolve("schemas.json"), schemas.toString());
    String script = NODE.resolve("graphql-breaks.mjs").toAbsolutePath().normalize().toString();
    JsonNode breaks = MAPPER.readTree(run(0, directory, "node", script, input.toString()));
    for (int i = 0; i < names.size(); i++) {
      put(i, Protocol.GRAPHQL, breaks.get(i).isEmpty() ? Effect.SAFE : Effect.BREAKS_CLIENTS);
      for (JsonNode each : breaks.get(i)) {
        findings.get(names.get(i)).add(each.asText());
      }
    }
  }

  private void askBuf(String rules, Effect effect) throws Exception {
    String found =
        run(
            100,
            directory.resolve("after"),
            Buf.installed().orElseThrow().program().toString(),
            "breaking",
            "--against",
            "../before",
            "--error-format",
            "json",
            "--config",
            "{\"version\":\"v2\",\"breaking\":{\"use\":[\"" + rules + "\"]}}",
            "--against-config",
            "{\"version\":\"v2\"}");
    for (String line : found.lines().toList()) {
      Matcher folder = FOLDER.matcher(line);
      if (!folder.find()) {
        throw new IllegalStateException(line);
      }
      int index = Integer.parseInt(folder.group(1));
      put(index, Protocol.GRPC, effect);
      findings.get(names.get(index)).add(rules + " " + MAPPER.readTree(line).path("type").asText());
    }
  }

  /** A module's files with all names under one that the pair has for itself. */
  private void writeProtos(String side, int index, Map<String, String> resources)
      throws IOException {
    String folder = "pair" + index;
    for (Map.Entry<String, String> each : resources.entrySet()) {
      if (each.getKey().endsWith(".proto")) {
        Path file = directory.resolve(side).resolve(folder).resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(
            file,
            each.getValue()
                .replaceAll("(?m)^package ", "package " + folder + ".")
                .replaceAll("import \"(?!google/)", "import \"" + folder + "/"));
      }
    }
  }

  /** OpenAPI 3.0, since openapi-diff does not see the types of 3.1. */
  private static String openApi(String document) throws IOException {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(document);
    tree.put("openapi", "3.0.3");
    older(tree);
    return tree.toString();
  }

  private static void older(JsonNode node) {
    if (node instanceof ObjectNode object) {
      JsonNode type = object.path("type");
      if (type.isArray()) {
        object.put("type", type.get(0).asText()).put("nullable", true);
      }
      if (object.has("const")) {
        object.putArray("enum").add(object.remove("const"));
      }
      object.remove("propertyNames");
    }
    node.forEach(ContractTools::older);
  }

  private static String run(int expected, Path directory, String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String wrong = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != expected) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + said + wrong);
    }
    return said;
  }
}
