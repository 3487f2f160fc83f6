package io.triglot.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.Field;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.model.ObjectType;
import io.triglot.processor.model.Operation;
import io.triglot.processor.model.TypeRef;
import io.triglot.processor.model.TypeRef.ListRef;
import io.triglot.processor.model.TypeRef.MapRef;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.Models;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NullnessTest {
  private static final String VENDOR =
      """
      package com.vendor;

      public @interface Nullable {}
      """;
  private static final String VENDOR_NON_NULL =
      """
      package com.vendor;

      import java.lang.annotation.*;

      @Target({ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
      public @interface Nonnull {}
      """;
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void takesReferencesForNullableOutsideOfNullMarkedCode(CompilerKind compiler) {
    List<TypeRef> types =
        fields(
            compiler,
            "",
            """
            String reference, int primitive, java.util.List<String> list,
            java.util.List<@Nullable String> holes, @NonNull String required,
            @com.vendor.Nonnull String vendors, java.util.Optional<String> optional
            """);

    assertThat(types)
        .extracting(TypeRef::nullable)
        .containsExactly(true, false, true, true, false, false, true);
    assertThat(((ListRef) types.get(2)).element().nullable()).isFalse();
    assertThat(((ListRef) types.get(3)).element().nullable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void takesReferencesForRequiredInsideOfNullMarkedCode(CompilerKind compiler) {
    List<TypeRef> types =
        fields(
            compiler,
            "@NullMarked",
            """
            String reference, @Nullable String nullable, @com.vendor.Nullable String vendors,
            byte @Nullable [] bytes, java.util.Map<String, @Nullable Integer> holes,
            java.util.@Nullable List<String> list
            """);

    assertThat(types)
        .extracting(TypeRef::nullable)
        .containsExactly(false, true, true, true, false, true);
    assertThat(((MapRef) types.get(4)).value().nullable()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void findsNullMarkedOnPackagesAndHeedsNullUnmarked(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            """
            @NullMarked
            package com.acme;

            import org.jspecify.annotations.NullMarked;
            """,
            """
            package com.acme;

            import io.triglot.ApiOperation;
            import org.jspecify.annotations.*;

            public class Names {
              @ApiOperation public String getFirst(String text) { return text; }
              @ApiOperation public @Nullable String getNext(@Nullable String text) { return text; }
              @NullUnmarked @ApiOperation public String getRest(String text) { return text; }
            }
            """);

    assertThat(model.services().get(0).operations())
        .extracting(Operation::name)
        .containsExactly("getFirst", "getNext", "getRest");
    assertThat(model.services().get(0).operations())
        .extracting(operation -> operation.result().nullable())
        .containsExactly(false, true, true);
    assertThat(model.services().get(0).operations())
        .extracting(operation -> operation.arguments().get(0).type().nullable())
        .containsExactly(false, true, true);
  }

  @Test
  void findsNullMarkedOnModules() {
    ApiModel model =
        Models.read(
            TestCompiler.javac(directory)
                .with("--add-reads")
                .with("com.acme=ALL-UNNAMED")
                .with("-Xlint:-module"),
            """
            @org.jspecify.annotations.NullMarked
            module com.acme {}
            """,
            """
            package com.acme;

            @io.triglot.ApiType
            public record Named(String name) {}
            """);

    assertThat(model.types().get(JavaName.of("com.acme", "Named")))
        .extracting(type -> ((ObjectType) type).fields().get(0).type().nullable())
        .isEqualTo(false);
  }

  @ParameterizedTest
  @EnumSource
  void heedsTheNearestOfJSpecifysAnnotations(CompilerKind compiler) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            "@org.jspecify.annotations.NullUnmarked package com.acme;",
            """
            package com.acme;

            import io.triglot.ApiType;
            import org.jspecify.annotations.*;

            @NullMarked
            public class Outer {
              @ApiType public record Marked(String one) {}
              @NullUnmarked @ApiType public record Unmarked(String one) {}
              @NullMarked @NullUnmarked @ApiType public record Both(String one) {}

              @NullUnmarked
              public static class Inner {
                @ApiType public record Deep(String one) {}
                @ApiType
                public static class Bean {
                  @NullMarked public String getMarked() { return ""; }
                  public String getRest() { return ""; }
                }
              }
            }
            """);

    assertThat(nullable(model, "Outer.Marked")).containsExactly(false);
    assertThat(nullable(model, "Outer.Unmarked")).containsExactly(true);
    assertThat(nullable(model, "Outer.Both")).containsExactly(false);
    assertThat(nullable(model, "Outer.Inner.Deep")).containsExactly(true);
    assertThat(nullable(model, "Outer.Inner.Bean")).containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource({
    "NullableDecl, true",
    "NullableType, true",
    "CheckForNull, true",
    "RecentlyNullable, true",
    "NonNullDecl, false",
    "NonNullType, false",
    "RecentlyNonNull, false",
    "NotNull, false"
  })
  void knowsTheNamesOfOtherVendors(String annotation, boolean nullable) {
    ApiModel model =
        Models.read(
            TestCompiler.javac(directory),
            "package com.vendor;\npublic @interface " + annotation + " {}",
            ("package com.acme;\n@org.jspecify.annotations.%s @io.triglot.ApiType\n"
                    + "public record Named(@com.vendor.%s String name) {}")
                .formatted(nullable ? "NullMarked" : "NullUnmarked", annotation));

    assertThat(nullable(model, "Named")).containsExactly(nullable);
  }

  @ParameterizedTest
  @CsvSource({"ALWAYS, false", "MAYBE, true", "UNKNOWN, true"})
  void readsWhenSomethingIsNotNull(String when, boolean nullable) {
    ApiModel model =
        Models.read(
            TestCompiler.javac(directory),
            "package com.vendor;\npublic enum When { ALWAYS, UNKNOWN, MAYBE, NEVER }",
            "package com.vendor;\npublic @interface Nonnull { When when() default When.ALWAYS; }",
            ("package com.acme;\n@io.triglot.ApiType\npublic record Named("
                    + "@com.vendor.Nonnull(when = com.vendor.When.%s) String name) {}")
                .formatted(when));

    assertThat(nullable(model, "Named")).containsExactly(nullable);
  }

  @ParameterizedTest
  @CsvSource({
    "NonNullApi, false, false, false",
    "NonNullFields, false, true, true",
    "NonNullByDefault, false, false, false",
    "NotNullByDefault, false, false, false",
    "ParametersAreNonnullByDefault, true, true, false",
    "ReturnValuesAreNonnullByDefault, false, false, true"
  })
  void heedsWhatVendorsSayOfWholePackages(
      String annotation, boolean field, boolean result, boolean parameter) {
    ApiModel model =
        Models.read(
            TestCompiler.javac(directory),
            "package com.vendor;\npublic @interface " + annotation + " {}",
            "@com.vendor.%s package com.acme;".formatted(annotation),
            """
            package com.acme;

            import io.triglot.*;

            public class Names {
              @ApiType public record Name(String text) {}

              @ApiOperation public String getName(String text) { return text; }
            }
            """);
    Operation operation = model.services().get(0).operations().get(0);

    assertThat(nullable(model, "Names.Name")).containsExactly(field);
    assertThat(operation.result().nullable()).isEqualTo(result);
    assertThat(operation.arguments().get(0).type().nullable()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({"'({})', true", "'(At.FIELD)', true", "'({At.RETURN_TYPE})', false", "'', false"})
  void heedsWhereADefaultHolds(String locations, boolean nullable) {
    ApiModel model =
        Models.read(
            TestCompiler.javac(directory),
            "package com.vendor;\npublic enum At { FIELD, RETURN_TYPE }",
            """
            package com.vendor;

            public @interface NonNullByDefault {
              At[] value() default {At.FIELD, At.RETURN_TYPE};
            }
            """,
            """
            package com.acme;

            import com.vendor.*;
            import io.triglot.*;

            @NonNullByDefault%s
            public interface Names {
              @ApiOperation String getName();
            }
            """
                .formatted(locations));

    assertThat(model.services().get(0).operations().get(0).result().nullable()).isEqualTo(nullable);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatClassFilesDoNotTell(CompilerKind kind) {
    Path jar =
        kind.in(directory.resolve("library"))
            .with("-proc:none")
            .compile(
                """
                package com.vendor;

                import org.jspecify.annotations.*;

                @NullMarked
                public record Book(String title, @Nullable String note, int pages) {}
                """)
            .jar();
    Compilation compilation =
        kind.in(directory)
            .against(jar)
            .compile(
                """
                package com.acme;

                public interface Books {
                  @io.triglot.ApiOperation com.vendor.Book getBook();
                }
                """);

    boolean blind = kind == CompilerKind.JAVAC && Runtime.version().feature() < 22;
    assertThat(compilation.diagnostics().stream().anyMatch(each -> each.contains("[Triglot")))
        .isEqualTo(blind);
    if (blind) {
      assertThat(compilation.diagnostics().get(0))
          .contains("[TriglotUnknownNullness] Book comes from a class file");
    } else {
      assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
          .contains("title: String!", "note: String\n", "pages: Int!");
    }
  }

  private static List<Boolean> nullable(ApiModel model, String name) {
    return model.types().values().stream()
        .filter(type -> String.join(".", type.javaName().simpleNames()).equals(name))
        .flatMap(type -> ((ObjectType) type).fields().stream())
        .map(field -> field.type().nullable())
        .toList();
  }

  private List<TypeRef> fields(CompilerKind compiler, String annotation, String components) {
    ApiModel model =
        Models.read(
            compiler.in(directory),
            VENDOR,
            VENDOR_NON_NULL,
            """
            package com.acme;

            import org.jspecify.annotations.*;

            %s
            @io.triglot.ApiType
            public record Fields(%s) {}
            """
                .formatted(annotation, components));
    return ((ObjectType) model.types().get(JavaName.of("com.acme", "Fields")))
        .fields().stream().map(Field::type).toList();
  }
}
