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

/** What the lock has of batched fields beside results on REST. */
class LockedExpansionsTest {
  private static final String PRODUCT = "@ApiBatch Map<Order, Product> product(Set<Order> orders);";

  @TempDir Path directory;

  @Test
  void hasALineForEach() {
    assertThat(module().write(sources("expand = true", PRODUCT)))
        .contains("query expand: string minLength=1\n")
        .contains("expand product: #Product\n")
        .contains("response 200 application/json: [#Order]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "etag = true | " + PRODUCT + " | query expand",
        "expand = true | @ApiBatch Map<Order, String> product(Set<Order> orders); | another one"
      })
  void refusesWhatBreaksClients(String flag, String batch, String why) {
    LockedModule module = module();
    module.write(sources("expand = true", PRODUCT));

    Compilation changed = module.compile("read", sources(flag, batch));

    assertThat(changed.success()).isFalse();
    assertThat(changed.diagnostics().toString()).contains("TriglotContractBroken", why);
  }

  @Test
  void takesFurtherOnes() {
    LockedModule module = module();
    module.write(sources("expand = true", PRODUCT));

    module
        .compile(
            "read",
            sources(
                "expand = true",
                PRODUCT + " @ApiBatch Map<Order, String> note(Set<Order> orders);"))
        .requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void areKeptForPartialCompilations(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind);
    String[] sources = sources("expand = true", PRODUCT);
    module.write(sources);
    var documents = module.compile("strict", sources).requireSuccess().resources();

    module.discard("OrderService");
    assertThat(module.recompile("strict", sources[0], sources[2]).requireSuccess().resources())
        .isEqualTo(documents);

    module.discard("Order");
    assertThat(module.recompile("strict", sources).requireSuccess().resources())
        .isEqualTo(documents);
  }

  private LockedModule module() {
    return new LockedModule(directory, CompilerKind.JAVAC);
  }

  private static String[] sources(String flag, String batch) {
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      public record Order(@io.triglot.ApiField(example = "o1") String id) {
        public record Product(String id) {}
      }
      """,
      """
      package com.acme;

      import com.acme.Order.Product;
      import io.triglot.ApiBatch;
      import io.triglot.ApiOperation;
      import java.util.*;

      public interface OrderService {
        @ApiOperation(%s) List<Order> orders();
        %s
      }
      """
          .formatted(flag, batch)
    };
  }
}
