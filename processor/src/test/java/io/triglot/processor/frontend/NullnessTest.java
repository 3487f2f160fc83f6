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
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.Models;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
