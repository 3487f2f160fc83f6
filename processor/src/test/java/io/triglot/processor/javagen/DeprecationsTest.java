package io.triglot.processor.javagen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deprecated is called so on every protocol; the code that serves it does not warn. */
class DeprecationsTest {
  /** In one top-level class, where the user's own uses do not warn. */
  private static final String SHOP =
      """
      package com.acme;

      import io.triglot.ApiBatch;
      import io.triglot.ApiOperation;
      import io.triglot.ApiService;
      import java.util.List;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      public interface Shop {
        /**
         * A size.
         *
         * @deprecated use inches
         */
        @Deprecated
        enum Size { SMALL, LARGE }

        enum Color {
          RED,
          /** @deprecated out of fashion */
          @Deprecated GREEN
        }

        /** @deprecated sold out */
        @Deprecated
        record Hat(String id, Color color) {}

        record Shirt(String id, Size size) {}

        record Coat(String id, String cut) {
          /** @deprecated nobody asks */
          @Deprecated(forRemoval = true)
          public String cut() {
            return cut;
          }
        }

        /** Names nothing itself that is deprecated. */
        record Shelf(List<Coat> coats, Shirt shirt) {}

        interface ShelfService {
          @ApiOperation Shelf getShelf();
          @ApiOperation void createShelf(Shelf shelf);
        }

        interface HatService {
          @ApiOperation Hat getHat(String id);
          @ApiOperation void createHat(Hat hat);
          @ApiOperation List<Hat> listHats(Color color);
        }

        interface CoatService {
          @ApiOperation Coat getCoat(String id);
          @Deprecated @ApiBatch List<String> owner(List<Coat> coats);
        }

        /** @deprecated has closed */
        @Deprecated
        interface OldService {
          @Deprecated @ApiOperation void setOld(Size size);
        }
      }
      """;

  @TempDir Path directory;
  private Compilation shop;

  @BeforeEach
  void compile() {
    shop = TestCompiler.javac(directory).compile(SHOP).requireSuccess();
  }

  @Test
  void isToldInProtoFiles() {
    assertThat(shop.resource("acme/v1/size.proto"))
        .contains("enum Size {\n  option deprecated = true;\n");
    assertThat(shop.resource("acme/v1/color.proto"))
        .contains("COLOR_GREEN = 2 [deprecated = true];")
        .doesNotContain("option deprecated");
    assertThat(shop.resource("acme/v1/hat.proto"))
        .contains("message Hat {\n  option deprecated = true;\n");
    assertThat(shop.resource("acme/v1/coat.proto")).contains("string cut = 2 [deprecated = true];");
  }

  @Test
  void isToldInTheSchema() {
    assertThat(shop.resource("META-INF/triglot/schema.graphqls"))
        .contains(
            "\"\"\"\nA size.\n\n**Deprecated.** use inches\n\"\"\"\nenum Size {\n",
            "GREEN @deprecated(reason: \"out of fashion\")",
            "\"\"\"**Deprecated.** sold out\"\"\"\ntype Hat {\n",
            "cut: String! @deprecated(reason: \"nobody asks\")\n",
            "owner: String! @deprecated\n",
            "setOld(size: Size!): Boolean! @deprecated");
  }

  @Test
  void isToldInTheDocument() throws JsonProcessingException {
    JsonNode schemas =
        new ObjectMapper()
            .readTree(shop.resource("META-INF/triglot/openapi.json"))
            .at("/components/schemas");
    assertThat(schemas.at("/Size/deprecated").asBoolean()).isTrue();
    assertThat(schemas.at("/Hat/deprecated").asBoolean()).isTrue();
    assertThat(schemas.at("/Coat/deprecated").asBoolean()).isFalse();
    assertThat(schemas.at("/Coat/properties/cut/deprecated").asBoolean()).isTrue();
  }

  @Test
  void doesNotWarnOnTheOtherCompiler() {
    TestCompiler.ecj(directory.resolve("ecj"))
        .with("-warn:deprecation,removal")
        .compile(SHOP)
        .requireSuccess();
  }
}
