package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The version that a caller expects, from one signature on each protocol. */
class VersionsTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.ApiField;

    public record Product(String id, String name, @ApiField(version = true) String revision) {}
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import io.triglot.ExpectedVersion;
    import org.jspecify.annotations.Nullable;

    public class ProductService {
      private int renames;

      @ApiOperation
      public int countRenames() {
        return renames;
      }

      /**
       * Renames.
       *
       * @param expected the version before
       */
      @ApiOperation("POST /products/{id}/rename")
      public Product renameProduct(String id, String name, ExpectedVersion expected) {
        expected.require("r \u00fc1");
        renames++;
        return new Product(id, name, "r2");
      }

      @ApiOperation("POST /products/{id}/touch")
      public Product touchProduct(String id, @Nullable ExpectedVersion expected) {
        if (expected != null) {
          expected.require("r \u00fc1");
        }
        return new Product(id, String.valueOf(expected), "r \u00fc1");
      }
    }
    """
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ProductService", SOURCES);

  @ParameterizedTest
  @CsvSource({"r \u00fc1, r2", "*, r2", "'\"x\", \"r%20%C3%BC1\"', r2"})
  void goesOnWithTheRightOne(String version, String revision) {
    assertThat(graphQl(version).at("/revision").asText()).isEqualTo(revision);
    assertThat(grpc(version).at("/result/revision").asText()).isEqualTo(revision);
  }

  @ParameterizedTest
  @CsvSource({"r2", "'\"r2\"'", "W/\"r1\""})
  void refusesTheWrongOneBeforeItDoesAnything(String version) {
    int before = service.rest("GET", "/products/count-renames", "").asInt();
    assertThat(graphQl(version).at("/0/extensions/code").asText()).isEqualTo("ABORTED");
    assertThat(graphQl(version).at("/0/extensions/reason").asText()).isEqualTo("VERSION_MISMATCH");
    assertThatThrownBy(() -> grpc(version)).hasMessageStartingWith("ABORTED");
    assertThat(service.rest("GET", "/products/count-renames", "").asInt()).isEqualTo(before);
  }

  @Test
  void saysWhenItIsRequired() {
    assertThat(graphQl("").toString()).contains("FAILED_PRECONDITION", "VERSION_REQUIRED");
    assertThatThrownBy(() -> service.grpc("RenameProduct", "{\"id\": \"p\", \"name\": \"n\"}"))
        .hasMessageStartingWith("FAILED_PRECONDITION");
    assertThat(
            service.rest("POST", "/products/p/rename", "{\"name\": \"n\"}").at("/reason").asText())
        .isEqualTo("VERSION_REQUIRED");
    assertThat(service.grpc("TouchProduct", "{\"id\": \"p\"}").at("/result/name").asText())
        .isEqualTo("null");
    assertThat(
            service
                .graphQl("mutation { touchProduct(id: \"p\") { name } }", Map.of())
                .at("/name")
                .asText())
        .isEqualTo("null");
  }

  @Test
  void isDescribedInEachContract() {
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("renameProduct(", "expectedVersion: String!", "expectedVersion: String)");
    assertThat(service.compilation().resource("acme/v1/product_service.proto"))
        .contains("string expected_version = 3;", "optional string expected_version = 2;");
    JsonNode openApi =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"));
    JsonNode rename = openApi.at("/paths/~1products~1{id}~1rename/post");
    assertThat(rename.at("/parameters/1/name").asText()).isEqualTo("If-Match");
    assertThat(rename.at("/parameters/1/required").asBoolean()).isTrue();
    assertThat(rename.at("/parameters/1/description").asText()).contains("the version before");
    assertThat(rename.at("/responses").has("412")).isTrue();
    assertThat(rename.at("/responses").has("428")).isTrue();
    assertThat(rename.at("/responses/200/headers").has("ETag")).isTrue();
    assertThat(rename.at("/requestBody").toString()).doesNotContain("xpected");
    JsonNode touch = openApi.at("/paths/~1products~1{id}~1touch/post");
    assertThat(touch.at("/parameters/1/required").asBoolean()).isFalse();
    assertThat(touch.at("/responses").has("428")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "@ApiField(version = true) double v, its text does not tell it to everybody",
    "'@ApiField(version = true) long v, @ApiField(version = true) long w', is a second version"
  })
  void isOneTextOfAType(String components, String refusal) {
    String source =
        """
        package com.acme;

        import io.triglot.*;

        public interface Things {
          record Thing(String id, %s) {}

          @ApiOperation
          Thing thing(String id);
        }
        """
            .formatted(components);
    Path own = service.directory().resolve("refused" + components.hashCode());
    assertThat(TestCompiler.javac(own).compile(source).diagnostics().toString()).contains(refusal);
  }

  @ParameterizedTest
  @EnumSource
  void isReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static JsonNode graphQl(String version) {
    return service.graphQl(
        "mutation($v: String!) { renameProduct(id: \"p\", name: \"n\", expectedVersion: $v) {"
            + " revision } }",
        Map.of("v", version));
  }

  private static JsonNode grpc(String version) {
    return service.grpc(
        "RenameProduct",
        EveryProtocol.JSON
            .createObjectNode()
            .put("id", "p")
            .put("name", "n")
            .put("expectedVersion", version)
            .toString());
  }
}
