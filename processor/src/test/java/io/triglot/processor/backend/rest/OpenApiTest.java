package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.StatusCode;
import io.triglot.runtime.rest.RestEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(RestEndpoint.of(Api.of(orders, products)).openApiYaml(""))
        .isEqualTo(shop.resource("META-INF/triglot/openapi.yaml"));
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
                .with("-Atriglot.openapi.description=What we sell.")
                .with("-Atriglot.openapi.contact=api@acme.com")
                .with("-Atriglot.openapi.server=https://shop.acme.com/api, https://eu.acme.com"),
            "@ApiOperation void sendMail(String text);");

    assertThat(document.at("/info").toString())
        .isEqualTo(
            "{\"title\":\"Shop\",\"version\":\"2.1\",\"description\":\"What we sell.\","
                + "\"contact\":{\"email\":\"api@acme.com\"},"
                + "\"license\":{\"name\":\"MIT\",\"identifier\":\"MIT\"}}");
    assertThat(document.at("/servers").toString())
        .isEqualTo("[{\"url\":\"https://shop.acme.com/api\"},{\"url\":\"https://eu.acme.com\"}]");
  }

  @Test
  void namesTheRolesOfWhichACallerNeedsOne() throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory),
            "@ApiOperation @RolesAllowed({\"clerk\", \"admin\"}) void sendMail(String text);");

    JsonNode operation = document.at("/paths/~1mails~1send/post");
    assertThat(operation.at("/security").toString()).isEqualTo("[{\"bearer\":[]}]");
    assertThat(operation.at("/x-roles").toString()).isEqualTo("[\"admin\",\"clerk\"]");
    assertThat(operation.at("/description").asText())
        .isEqualTo("Send mail.\n\nOnly for callers with role admin or clerk.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basic|{\"basic\":{\"type\":\"http\",\"scheme\":\"basic\"}}",
        "bearer:JWT|{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\",\"bearerFormat\":\"JWT\"}}",
        "header:X-Key|{\"header\":{\"type\":\"apiKey\",\"name\":\"X-Key\",\"in\":\"header\"}}",
        "cookie:sid|{\"cookie\":{\"type\":\"apiKey\",\"name\":\"sid\",\"in\":\"cookie\"}}",
        "openid:https://id.acme.com/c|{\"openid\":{\"type\":\"openIdConnect\",\"openIdConnectUrl\":\"https://id.acme.com/c\"}}"
      })
  void saysHowCallersSignIn(String option, String schemes) throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory).with("-Atriglot.openapi.security=" + option),
            "@ApiOperation @RolesAllowed(\"admin\") void sendMail(String text);");

    assertThat(document.at("/components/securitySchemes").toString()).isEqualTo(schemes);
    assertThat(document.at("/paths/~1mails~1send/post/security/0").fieldNames().next())
        .isEqualTo(option.split(":")[0]);
  }

  @Test
  void refusesAnUnknownWayToSignIn() {
    assertThatThrownBy(
            () ->
                document(
                    TestCompiler.javac(directory).with("-Atriglot.openapi.security=token"),
                    "@ApiOperation void sendMail(String text);"))
        .hasMessageContaining("[TriglotUnknownOption] There is no value token");
  }

  @Test
  void namesTheHeadersOfResponses() throws IOException {
    JsonNode document =
        document(
            TestCompiler.javac(directory),
            """
            @ApiRestDeprecated(since = "2026-01-01", sunset = "2027-01-01", link = "https://a.b/c")
            @ApiOperation(value = "GET /mails", maxAgeSeconds = 9, etag = true)
            Page<String> mails(PageRequest page);
            """);

    JsonNode responses = document.at("/paths/~1mails/get/responses");
    assertThat(responses.at("/200/headers").fieldNames())
        .toIterable()
        .containsExactly("ETag", "Cache-Control", "Link", "Deprecation", "Sunset");
    assertThat(responses.at("/200/headers/Link/description").asText())
        .isEqualTo(
            "Links (RFC 8288): `first`, and `prev` and `next` where there are such pages; what is"
                + " told of the deprecation.");
    assertThat(responses.at("/304/headers").fieldNames())
        .toIterable()
        .containsExactly("ETag", "Cache-Control", "Link", "Deprecation", "Sunset");
    assertThat(document.at("/components/responses/Refused/headers").fieldNames())
        .toIterable()
        .containsExactly("Retry-After");
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
  void satisfiesTheOfficialSchemaAndTheRulesOfRedoclyAndSpectral() throws Exception {
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

  private List<String> findings(Path document) throws Exception {
    assumeTrue(OpenApiLinters.areInstalled(), "run npm ci --prefix testing/node");
    return new OpenApiLinters(directory).findings(document);
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
