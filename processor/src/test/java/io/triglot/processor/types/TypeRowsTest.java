package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every type of the table in {@code docs/types.md}, in every place where it can stand, on every
 * protocol: what is sent arrives, comes back, and is what the contracts say. {@code
 * -Dtriglot.goldens=write} writes what the contracts say; {@code -Dtriglot.types=local-.*} tries
 * some of them.
 */
class TypeRowsTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases", "types");
  private static final ObjectMapper JACKSON = ReferenceMapper.create();
  private static final boolean WRITE = "write".equals(System.getProperty("triglot.goldens"));
  private static final String ONLY = System.getProperty("triglot.types", ".*");
  private static final SortedMap<Path, TypeRow> ROWS = new TreeMap<>();
  private static final Map<Setup, Compilation> COMPILED = new EnumMap<>(Setup.class);
  private static TemporaryFolder directory;

  /** How the types come to the processor. */
  private enum Setup {
    JAVAC,
    ECJ,
    /** From a jar that was compiled without the processor. */
    JAR
  }

  @BeforeAll
  static void compile() throws IOException {
    directory = TemporaryFolder.create();
    List<String> types = new ArrayList<>();
    List<String> services = new ArrayList<>();
    types.add("@org.jspecify.annotations.NullMarked package " + TypeRow.PACKAGE + ";");
    for (Path folder : folders()) {
      TypeRow row =
          EveryProtocol.JSON.readValue(folder.resolve("row.json").toFile(), TypeRow.class);
      String name = TypeRow.className(folder);
      ROWS.put(folder, row);
      types.addAll(TypeRow.sources(folder));
      types.add(row.box(name));
      services.add(row.service(name, folder.getFileName().toString()));
    }
    String[] all = Stream.of(types, services).flatMap(List::stream).toArray(String[]::new);
    COMPILED.put(Setup.JAVAC, TestCompiler.javac(in("javac")).compile(all).requireSuccess());
    COMPILED.put(Setup.ECJ, TestCompiler.ecj(in("ecj")).compile(all).requireSuccess());
    Path jar =
        TestCompiler.javac(in("library"))
            .with("-proc:none")
            .with("-parameters")
            .compile(types.toArray(String[]::new))
            .requireSuccess()
            .jar();
    services.add(0, types.get(0));
    Compilation module =
        TestCompiler.javac(in("module"))
            .allowingWarnings()
            .against(jar)
            .compile(services.toArray(String[]::new));
    assertThat(module.success()).as(String.join("\n", module.diagnostics())).isTrue();
    COMPILED.put(Setup.JAR, module);
  }

  @AfterAll
  static void delete() {
    directory.close();
  }

  @TestFactory
  Stream<DynamicNode> rows() {
    return Arrays.stream(Setup.values())
        .map(
            setup ->
                dynamicContainer(
                    setup.name(),
                    ROWS.entrySet().stream()
                        .map(
                            row ->
                                dynamicTest(
                                    row.getKey().getFileName().toString(),
                                    () -> travel(setup, row.getKey(), row.getValue())))));
  }

  @TestFactory
  Stream<DynamicNode> contracts() {
    return ROWS.entrySet().stream()
        .map(
            row ->
                dynamicTest(
                    row.getKey().getFileName().toString(),
                    () -> describe(row.getKey(), row.getValue())));
  }

  private static void travel(Setup setup, Path folder, TypeRow row) throws Exception {
    String name = TypeRow.className(folder);
    Class<?> service = COMPILED.get(setup).load(TypeRow.PACKAGE + "." + name + "Service");
    try (EveryProtocol protocols = EveryProtocol.of(service.getConstructor().newInstance())) {
      TypeJourney journey = new TypeJourney(row, name, "/" + folder.getFileName(), protocols);
      for (int i = 0; i < row.values().size(); i++) {
        journey.boxes(i);
        journey.parameters(i);
      }
      journey.addresses();
      journey.refusals();
      if (row.differsFromJackson() == null) {
        Class<?> box = service.getClassLoader().loadClass(TypeRow.PACKAGE + "." + name + "Box");
        for (int i = 0; i < row.values().size(); i++) {
          assertIsJacksons(journey.json(i), box);
        }
      }
    }
  }

  private static void assertIsJacksons(JsonNode json, Class<?> type) throws IOException {
    Object value = JACKSON.readValue(json.toString(), type);
    assertThat(EveryProtocol.json(JACKSON.writeValueAsString(value))).isEqualTo(json);
  }

  private static void describe(Path folder, TypeRow row) throws IOException {
    String name = TypeRow.className(folder);
    Compilation compilation = COMPILED.get(Setup.JAVAC);
    TypeRow.Contracts contracts = contracts(compilation, name + "Box");
    if (WRITE) {
      ObjectNode file =
          (ObjectNode) EveryProtocol.JSON.readTree(folder.resolve("row.json").toFile());
      file.set("contracts", EveryProtocol.JSON.valueToTree(contracts));
      Files.writeString(
          folder.resolve("row.json"),
          EveryProtocol.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
    }
    assertThat(contracts).isEqualTo(WRITE ? contracts : row.contracts());
  }

  /** The lines of the contracts that describe the field "value" of a type. */
  private static TypeRow.Contracts contracts(Compilation compilation, String box) {
    String proto =
        compilation.resources().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".proto"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("\n"));
    JsonNode schemas =
        EveryProtocol.json(compilation.resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas");
    return new TypeRow.Contracts(
        found("(?s)\nmessage " + box + " \\{.*?\n  (\\S[^\n]*) value = 1;", proto),
        found(
            "\ntype " + box + " \\{[^}]*?\n  value: (\\S+)",
            compilation.resource("META-INF/triglot/schema.graphqls")),
        schemas.get(box).get("properties").get("value"));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches(ONLY))
          .sorted()
          .toList();
    }
  }

  private static Path in(String folder) {
    return directory.path().resolve(folder);
  }
}
