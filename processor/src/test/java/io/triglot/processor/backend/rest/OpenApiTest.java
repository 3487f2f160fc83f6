package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path SHOP = Path.of("src/test/resources/cases/rest/shop/input");

  @TempDir Path directory;

  @Test
  void describesAtRunTimeWhatTheModuleSays() throws Exception {
    Compilation shop = compileShop();
    Object products = shop.load("com.acme.shop.ProductService").getConstructor().newInstance();
    ClassLoader loader = products.getClass().getClassLoader();
    Object orders =
        loader
            .loadClass("com.acme.shop.OrderService")
            .getConstructor(products.getClass())
            .newInstance(products);

    String merged = RestEndpoint.of(Api.of(orders, products)).openApi();

    assertThat(MAPPER.readTree(merged))
        .isEqualTo(MAPPER.readTree(shop.resource("META-INF/triglot/openapi.json")));
  }

  @Test
  void describesAnApiWithoutRest() throws IOException {
    JsonNode document = MAPPER.readTree(RestEndpoint.of(Api.of()).openApi());

    assertThat(document.at("/openapi").asText()).isEqualTo("3.1.0");
    assertThat(document.at("/paths").isEmpty()).isTrue();
  }

  @Test
  void takesTitleVersionLicenseAndServerFromOptions() throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory)
                .with("-Atriglot.openapi.title=Shop")
                .with("-Atriglot.openapi.version=2.1")
                .with("-Atriglot.openapi.license=MIT")
                .with("-Atriglot.openapi.server=https://shop.acme.com/api"),
            "@ApiOperation void sendMail(String text);");

    assertThat(document.at("/info").toString())
        .isEqualTo(
            "{\"title\":\"Shop\",\"version\":\"2.1\",\"license\":{\"name\":\"MIT\","
                + "\"identifier\":\"MIT\"}}");
    assertThat(document.at("/servers/0/url").asText()).isEqualTo("https://shop.acme.com/api");
  }

  @Test
  void namesTheRolesOfWhichACallerNeedsOne() throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory),
            "@ApiOperation @RolesAllowed({\"clerk\", \"admin\"}) void sendMail(String text);");

    assertThat(document.at("/paths/~1mails~1send/post/security").toString())
        .isEqualTo("[{\"bearer\":[\"admin\"]},{\"bearer\":[\"clerk\"]}]");
  }

  @Test
  void tellsDeprecationsWithTheirReasons() throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory),
            """
            /**
             * Sends mail.
             *
             * @deprecated write a letter
             */
            @Deprecated @ApiOperation void sendMail(String text);
            """);

    JsonNode operation = document.at("/paths/~1mails~1send/post");
    assertThat(operation.at("/deprecated").asBoolean()).isTrue();
    assertThat(operation.at("/summary").asText()).isEqualTo("Sends mail");
    assertThat(operation.at("/description").asText())
        .isEqualTo("Sends mail.\n\n**Deprecated.** write a letter");
  }

  @Test
  void knowsTheStatusesThatTheRuntimeAnswers() {
    assertThat(Stream.of(StatusCode.values()))
        .allSatisfy(
            code -> assertThat(ProblemSchemas.status(code.name())).isEqualTo(code.httpStatus()));
  }

  @Test
  @Tag("node")
  void satisfiesRedocly() throws Exception {
    Path document =
        Files.writeString(
            directory.resolve("openapi.json"),
            compileShop().resource("META-INF/triglot/openapi.json"));
    Compilation library =
        TestCompiler.javac(directory.resolve("library"))
            .with(new RestBackend())
            .compile(Library.sources())
            .requireSuccess();
    Path other =
        Files.writeString(
            directory.resolve("library.json"), library.resource("META-INF/triglot/openapi.json"));

    assertThat(findings(document)).isEmpty();
    assertThat(findings(other)).isEmpty();
    assertThat(findings(hierarchies())).isEmpty();
  }

  /** A hierarchy that members are tagged in, and one that they are tagged by wherever they are. */
  private Path hierarchies() throws IOException {
    Compilation compilation =
        TestCompiler.javac(directory.resolve("hierarchies"))
            .with(new RestBackend())
            .compile(
                "@org.jspecify.annotations.NullMarked package com.acme;",
                """
                package com.acme;

                public sealed interface Shape {
                  record Circle(double radius) implements Shape {}

                  record Square(double side) implements Shape {}
                }
                """,
                """
                package com.acme;

                import com.fasterxml.jackson.annotation.JsonTypeInfo;

                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
                public sealed interface Event {
                  record Drawn(Shape shape, Shape.Circle around) implements Event {}
                }
                """,
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public interface EventService {
                  /** Sends an event. */
                  @ApiOperation Event sendEvent(Event event);
                }
                """)
            .requireSuccess();
    return Files.writeString(
        directory.resolve("hierarchies.json"),
        compilation.resource("META-INF/triglot/openapi.json"));
  }

  /** What Redocly's recommended rules find in a document, without any configuration. */
  private JsonNode findings(Path document) throws Exception {
    Path program = Path.of("../testing/node/node_modules/@redocly/cli/bin/cli.js").toAbsolutePath();
    assumeTrue(Files.exists(program), "Redocly is not installed: run npm ci --prefix testing/node");
    ProcessBuilder builder =
        new ProcessBuilder("node", program.toString(), "lint", "--format=json", document.toString())
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(said).startsWith("{");
    return MAPPER.readTree(said).required("problems");
  }

  private Compilation compileShop() throws IOException {
    try (Stream<Path> files = Files.list(SHOP)) {
      return TestCompiler.javac(directory.resolve("shop"))
          .with(new RestBackend())
          .compile(files.sorted().toList())
          .requireSuccess();
    }
  }

  private static JsonNode document(TestCompiler compiler, String operation) throws IOException {
    Compilation compilation =
        compiler
            .with(new RestBackend())
            .compile(
                """
                package com.acme;

                import io.triglot.*;
                import jakarta.annotation.security.*;

                public interface MailService {
                  %s
                }
                """
                    .formatted(operation))
            .requireSuccess();
    return MAPPER.readTree(compilation.resource("META-INF/triglot/openapi.json"));
  }
}
