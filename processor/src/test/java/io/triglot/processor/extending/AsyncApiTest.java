package io.triglot.processor.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A back end that was not made by us, found and used like ours. */
class AsyncApiTest {
  private static final Path NODE = Path.of("../testing/node").toAbsolutePath().normalize();
  private static final String ORDERS =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.*;

      /** Orders. */
      @NullMarked
      public class OrderService {
        /** An order, and what has happened to it. */
        public record OrderEvent(
            String id,
            BigDecimal total,
            Status status,
            @Nullable Status before,
            Instant at,
            List<Item> items,
            Map<String, Integer> counts,
            Payment payment) {}

        public record Item(String name, @Nullable Item partOf, byte[] image) {}

        public enum Status { OPEN, DONE }

        public sealed interface Payment permits Card, Invoice {}

        public record Card(String number) implements Payment {}

        public record Invoice(int days) implements Payment {}

        /** Tells of every order that changes. */
        @ApiOperation
        public Flow.Publisher<OrderEvent> orderEvents() {
          throw new UnsupportedOperationException();
        }

        @ApiOperation
        public String findOrder(String id) {
          return id;
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void describesStreamsAndNothingElse() throws Exception {
    JsonNode document = document(ORDERS);

    assertThat(document.at("/info/title").asText()).isEqualTo("Shop");
    assertThat(document.get("operations").toString())
        .isEqualTo(
            "{\"OrderService.orderEvents\":{\"action\":\"send\",\"description\":"
                + "\"Tells of every order that changes.\","
                + "\"channel\":{\"$ref\":\"#/channels/OrderService.orderEvents\"}}}");
    assertThat(document.at("/channels/OrderService.orderEvents/messages/element").toString())
        .isEqualTo("{\"payload\":{\"$ref\":\"#/components/schemas/OrderEvent\"}}");
    assertThat(document.at("/components/schemas/Item/required").toString())
        .isEqualTo("[\"name\",\"image\"]");
    assertThat(document.findValuesAsText("$ref"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  @Tag("node")
  void isValidByTheSchemaOfAsyncApi() throws Exception {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules/@asyncapi/specs")),
        "npm ci --prefix testing/node brings the schema");
    document(ORDERS);
    Path file = directory.resolve("classes").resolve(AsyncApiBackend.PATH);

    assertThat(check(file)).isEqualTo("1 documents checked\n");

    String broken = Files.readString(file).replace("\"send\"", "\"throw\"");
    assertThat(check(Files.writeString(directory.resolve("broken.json"), broken)))
        .contains("/operations/OrderService.orderEvents/action");
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheServicesThatAreNotCompiled(CompilerKind kind) throws Exception {
    TestCompiler compiler = kind.in(directory).with(new AsyncApiBackend());
    Compilation whole =
        compiler.compile(ORDERS, ticks("ticks"), service("String")).requireSuccess();
    String before = whole.resource(AsyncApiBackend.PATH);
    discardGenerated(
        "TickService"); // as an IDE does with what was made of a class that it compiles

    Compilation changed = compiler.compile(ticks("tocks")).requireSuccess();

    assertThat(changed.resource(AsyncApiBackend.PATH))
        .isEqualTo(before.replace("TickService.ticks", "TickService.tocks"));
  }

  @Test
  void writesNothingForAModuleWithoutStreams() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new AsyncApiBackend())
            .compile(service("String"))
            .requireSuccess();

    assertThat(compilation.resources()).doesNotContainKey(AsyncApiBackend.PATH);
  }

  @Test
  void isFoundOnTheProcessorPathBesideOurs() throws Exception {
    Path found = directory.resolve("extension/META-INF/services");
    Files.createDirectories(found);
    Files.writeString(found.resolve(Backend.class.getName()), AsyncApiBackend.class.getName());
    Path source = Files.writeString(directory.resolve("OrderService.java"), ORDERS);
    Path classes = Files.createDirectories(directory.resolve("out"));
    String path = System.getProperty("java.class.path");

    // A process of its own: in this one the processor is loaded by what runs the tests.
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                classes.toString(),
                "-Atriglot.lock=none",
                "-Atriglot.asyncapi.title=Shop",
                "-classpath",
                path,
                "-processorpath",
                path + File.pathSeparator + directory.resolve("extension"),
                source.toString())
            .inheritIO()
            .start()
            .waitFor();

    assertThat(exit).isZero();
    assertThat(classes.resolve(AsyncApiBackend.PATH)).exists();
    assertThat(classes.resolve("META-INF/triglot/openapi.json")).exists();
    assertThat(classes.resolve("META-INF/triglot/report.md"))
        .content()
        .contains("| asyncapi |", "`send OrderService.orderEvents`");
  }

  private JsonNode document(String... sources) throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new AsyncApiBackend())
            .with("-Atriglot.asyncapi.title=Shop")
            .compile(sources)
            .requireSuccess();
    return new JsonMapper().readTree(compilation.resource(AsyncApiBackend.PATH));
  }

  private static String ticks(String name) {
    return service("java.util.concurrent.Flow.Publisher<String>")
        .replace("NoteService", "TickService")
        .replace("findNote()", name + "()");
  }

  private static String service(String result) {
    return """
        package com.acme;

        public class NoteService {
          @io.triglot.ApiOperation
          public %s findNote() {
            return null;
          }
        }
        """
        .formatted(result);
  }

  private void discardGenerated(String service) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> isMadeOf(service, each)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isMadeOf(String service, Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(service) && Character.isLetter(name.charAt(service.length()));
  }

  private String check(Path document) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    "node", NODE.resolve("asyncapi-schema.mjs").toString(), document.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
