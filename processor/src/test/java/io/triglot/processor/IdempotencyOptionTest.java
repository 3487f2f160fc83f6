package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contracts tell of idempotency keys. */
class IdempotencyOptionTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import java.util.concurrent.CompletionStage;
    import java.util.concurrent.CompletableFuture;
    import java.util.concurrent.Flow;

    public class Stock {
      /** How many there are. */
      @ApiOperation("GET /stock")
      public int stock() {
        return 1;
      }

      /** Sets how many there are. */
      @ApiOperation("PUT /stock")
      public void updateStock(int pieces) {}

      /** Adds what comes. */
      @ApiOperation
      public CompletionStage<Integer> addDeliveries(Flow.Publisher<Integer> pieces) {
        return new CompletableFuture<>();
      }
    }
    """
  };

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"accepted, Takes, false", "required, Needs, true"})
  void hasMutationsTellOfThem(String value, String verb, boolean required) throws Exception {
    Compilation compiled =
        TestCompiler.javac(directory)
            .with("-Atriglot.idempotencyKeys=" + value)
            .compile(SOURCES)
            .requireSuccess();
    String sentence =
        verb
            + " an `Idempotency-Key`: a call that is sent again with the same key and arguments is"
            + " made once.";

    JsonNode paths =
        new ObjectMapper()
            .readTree(compiled.resource("META-INF/triglot/openapi.json"))
            .at("/paths");
    JsonNode key = paths.at("/~1stock/put/parameters/0");
    assertThat(key.path("name").asText()).isEqualTo("Idempotency-Key");
    assertThat(key.path("in").asText()).isEqualTo("header");
    assertThat(key.path("required").asBoolean()).isEqualTo(required);
    assertThat(key.path("description").asText()).startsWith(sentence);
    assertThat(key.at("/schema/maxLength").asInt()).isEqualTo(255);
    assertThat(paths.at("/~1stock/get").has("parameters")).isFalse();

    String sdl = compiled.resource("META-INF/triglot/schema.graphqls");
    assertThat(plain(sdl)).containsOnlyOnce(sentence);
    String proto =
        compiled.resources().values().stream()
            .filter(each -> each.contains("service Stock"))
            .findFirst()
            .orElseThrow();
    assertThat(plain(proto)).containsOnlyOnce(sentence);
  }

  @Test
  void isSilentWithoutIt() {
    Compilation compiled = TestCompiler.javac(directory).compile(SOURCES).requireSuccess();

    assertThat(compiled.resources().values())
        .noneSatisfy(contract -> assertThat(contract).contains("Idempotency"));
  }

  /** Comments without their lines. */
  private static String plain(String text) {
    return text.replaceAll("\\s*\n\\s*(//\\s?)?", " ");
  }
}
