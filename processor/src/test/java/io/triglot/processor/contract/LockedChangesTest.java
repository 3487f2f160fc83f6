package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lock has of patches, versions and sparse results. */
class LockedChangesTest {
  private static final String PROTO = "acme/v1/product_patch.proto";

  @TempDir Path directory;

  @Test
  void keepsTheNumberOfTheMask() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    String lock = module.write(sources("Patch<String> name", "ExpectedVersion expected", ""));
    assertThat(lock)
        .contains("update_mask: 2 google.protobuf.FieldMask")
        .contains("header If-Match: string, required")
        .contains("response 304");

    Compilation more =
        module
            .compile(
                "read",
                sources("Patch<Long> stock, Patch<String> name", "ExpectedVersion expected", ""))
            .requireSuccess();

    assertThat(more.resource(PROTO))
        .contains("string name = 1;", "FieldMask update_mask = 2;", "int64 stock = 3;");
  }

  @Test
  void givesAMaskToWhatWasPublishedWithoutOne() {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources("@Nullable String name, @Nullable Long stock", "", ""));

    Compilation patches =
        module
            .compile(
                "read",
                sources("Patch<@Nullable Long> stock, Patch<@Nullable String> name", "", ""))
            .requireSuccess();

    assertThat(patches.resource(PROTO))
        .contains("string name = 1;", "int64 stock = 2;", "FieldMask update_mask = 3;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Patch<@Nullable String> name | @Nullable ExpectedVersion v | sparse = true |"
            + " Patch<String> name | @Nullable ExpectedVersion v | sparse = true | may send null",
        "Patch<String> name | @Nullable ExpectedVersion v | sparse = true |"
            + " Patch<String> name | ExpectedVersion v | sparse = true | If-Match",
        "Patch<String> name | ExpectedVersion v | sparse = true |"
            + " Patch<String> name | ExpectedVersion v | | query fields"
      })
  void refusesWhatBreaksClients(
      String patch,
      String version,
      String flag,
      String patchNow,
      String now,
      String flagNow,
      String why) {
    LockedModule module = new LockedModule(directory, CompilerKind.JAVAC);
    module.write(sources(patch, version, flag));

    Compilation changed =
        module.compile("read", sources(patchNow, now, flagNow == null ? "" : flagNow));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString()).contains("TriglotContractBroken", why);
  }

  @ParameterizedTest
  @EnumSource
  void isKeptForPartialCompilations(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    String[] sources =
        sources(
            "Patch<String> name, Patch<@Nullable Long> stock",
            "ExpectedVersion v",
            "sparse = true");
    module.write(sources);
    Compilation whole = module.compile("strict", sources).requireSuccess();
    var documents = whole.resources();

    module.discard("ProductService");
    Compilation part = module.recompile("strict", sources[0], sources[3]).requireSuccess();
    assertThat(part.resources()).isEqualTo(documents);

    module.discard("Product");
    part = module.recompile("strict", sources).requireSuccess();
    assertThat(part.resources()).isEqualTo(documents);
  }

  private static String[] sources(String patch, String version, String flag) {
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      import io.triglot.Patch;
      import org.jspecify.annotations.Nullable;

      public record ProductPatch(%s) {}
      """
          .formatted(patch),
      """
      package com.acme;

      import io.triglot.ApiField;

      public record Product(String id, @ApiField(version = true) long version) {}
      """,
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import io.triglot.ExpectedVersion;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      public interface ProductService {
        @ApiOperation("PATCH /products/{id}")
        Product patchProduct(String id, ProductPatch patch%s);

        @ApiOperation("GET /products/{id}")
        Product product(String id);

        @ApiOperation(etag = true%s)
        List<Product> products();
      }
      """
          .formatted(version.isEmpty() ? "" : ", " + version, flag.isEmpty() ? "" : ", " + flag)
    };
  }
}
