package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of a service under one lock. */
class LockedVersionsTest {
  private static final String OLDER = service("v1", "protocols = {Protocol.REST, Protocol.GRPC}");
  private static final String NEWER = service("v2", "protocols = {Protocol.REST, Protocol.GRPC}");

  private LockedModule module;

  @BeforeEach
  void lock(@TempDir Path directory) {
    module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(OLDER, NEWER);
  }

  @Test
  void haveLinesOfTheirOwn() {
    assertThat(module.lock())
        .contains("\ncom.acme.shop.v1.ProductService\n", "GET /v1/products/{}")
        .contains("\ncom.acme.shop.v2.ProductService\n", "GET /v2/products/{}")
        .contains("message acme.shop.v1.Product\n", "message acme.shop.v2.ProductV2\n")
        .contains("schema Product\n", "schema ProductV2\n");
    module.compile("strict", OLDER, NEWER).requireSuccess();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void areJudgedEachByItself(String version) {
    String changed = version.equals("v1") ? OLDER : NEWER;
    String other = version.equals("v1") ? NEWER : OLDER;

    Compilation broken =
        module.compile("read", changed.replace("int stock", "String stock"), other);

    assertThat(broken.success()).isFalse();
    assertThat(broken.diagnostics())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each)
                    .contains("[TriglotContractBroken]", "ProductService.Product.stock")
                    .contains("acme.shop." + version)
                    .doesNotContain("acme.shop." + (version.equals("v1") ? "v2" : "v1")));
  }

  @Test
  void growWithoutTheOthers() {
    String before = blocksOf("com.acme.shop.v1");
    String grown = NEWER.replace("int stock", "int stock, @Nullable String note");

    module.compile("read", OLDER, grown).requireSuccess();
    module.write(OLDER, grown);

    assertThat(blocksOf("com.acme.shop.v1")).isEqualTo(before).doesNotContain("note");
    assertThat(blocksOf("com.acme.shop.v2")).contains("note: 4 ");
  }

  @Test
  void areMissedWhenTheyGo() {
    String named = NEWER.replace("public record", "@ApiType(name = \"ProductV2\") public record");

    Compilation gone = module.compile("read", named);

    assertThat(gone.success()).isFalse();
    assertThat(gone.diagnostics().toString())
        .contains("[TriglotContractBroken]", "GET /v1/products/{}", "acme.shop.v1.ProductService")
        .doesNotContain("v2");
  }

  @Test
  void loseNoNamesUnnoticedWhenTheFirstGoes() {
    Compilation gone = module.compile("read", NEWER);

    assertThat(gone.success()).isFalse();
    assertThat(gone.diagnostics().toString())
        .contains("[TriglotContractBroken]", "was \"#ProductV2\" and is \"#Product\"");
  }

  /** The blocks of a package's types, as text. */
  private String blocksOf(String name) {
    return Stream.of(module.lock().split("\n(?=\\S)"))
        .filter(block -> block.startsWith(name + "."))
        .reduce("", (all, block) -> all + block + "\n");
  }

  private static String service(String version, String settings) {
    return """
        package com.acme.shop.%1$s;

        import io.triglot.ApiOperation;
        import io.triglot.ApiService;
        import io.triglot.ApiType;
        import io.triglot.runtime.Protocol;
        import org.jspecify.annotations.NullMarked;
        import org.jspecify.annotations.Nullable;

        @NullMarked
        @ApiService(version = "%1$s", %2$s)
        public class ProductService {
          public record Product(String id, String name, int stock) {}

          @ApiOperation
          public Product product(String id) {
            throw new IllegalStateException(id);
          }
        }
        """
        .formatted(version, settings);
  }
}
