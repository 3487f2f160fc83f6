package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.NoteBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations that can have no effect are refused, wherever they stand. */
class ExposureTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void refusesAnnotationsThatCanNeverHaveAnEffect(CompilerKind kind) {
    Compilation compilation =
        compile(
            kind,
            """
            package com.acme;

            import io.triglot.ApiField;

            public class Prices {
              @ApiField(name = "x") static int rate;
              @ApiField(name = "y") int price(int base) { return base * rate; }
              public void raise(@ApiField(name = "z") int by) {}
            }
            """);

    assertRefused(compilation, "Prices.price", "Prices.raise(by)", "Prices.rate");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnnotationsOnMembersOfEnums(CompilerKind kind) {
    Compilation compilation =
        compile(
            kind,
            """
            package com.acme;

            import io.triglot.ApiField;
            import io.triglot.ApiType;

            @ApiType
            public enum Color {
              @ApiField(name = "rouge") RED;
              @ApiField(name = "code") public int code() { return 1; }
            }
            """);

    assertRefused(compilation, "Color.RED", "Color.code");
  }

  @ParameterizedTest
  @EnumSource
  void letsThroughWhatAnOperationOfAnotherCompilationMayLeadTo(CompilerKind kind) {
    compile(
            kind,
            """
            package com.acme;

            import io.triglot.ApiField;

            public class Customer {
              @ApiField(name = "label") private final String name;
              public Customer(@ApiField(number = 7) String name) { this.name = name; }
              public String getName() { return name; }
              public static Customer of(@ApiField(number = 7) String name) {
                return new Customer(name);
              }
            }
            """)
        .requireSuccess();
  }

  @ParameterizedTest
  @EnumSource
  void blamesNothingAsLongAsTypesAreMissing(CompilerKind kind) {
    Compilation compilation =
        compile(
            kind,
            """
            package com.acme;

            import io.triglot.ApiField;
            import io.triglot.ApiOperation;

            public interface Stock {
              @ApiOperation Missing getStock();
              void raise(@ApiField(name = "z") int by);
            }
            """);

    assertThat(compilation.diagnostics()).allMatch(each -> !each.contains("[Triglot"));
  }

  private Compilation compile(CompilerKind kind, String source) {
    return kind.in(directory).with(new NoteBackend()).compile(source);
  }

  private static void assertRefused(Compilation compilation, String... names) {
    assertThat(compilation.diagnostics())
        .extracting(each -> each.replaceFirst("(?s).*(@ApiField on \\S+) has no effect.*", "$1"))
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(names).map("@ApiField on "::concat).toArray(String[]::new));
  }
}
