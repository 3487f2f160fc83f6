package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What values have to be, and with what operations fail, stands in the contracts. */
class ConstraintContractsTest {
  private static final String[] SOURCES = {
    """
    @NullMarked
    package com.acme;

    import org.jspecify.annotations.NullMarked;
    """,
    """
    package com.acme;

    import jakarta.validation.constraints.*;
    import java.math.BigDecimal;
    import java.time.Instant;
    import java.util.List;
    import java.util.Map;
    import java.util.Optional;
    import org.jspecify.annotations.Nullable;

    public record Form(
        @Size(min = 1, max = 50) String name,
        @NotBlank @Size(max = 20) String title,
        @NotEmpty List<@Size(max = 5) String> tags,
        @Size(max = 3) Map<@Pattern(regexp = "[a-z]+") String, @Positive Integer> extras,
        @Min(1) @Max(100) int quantity,
        @Min(-1000) byte small,
        @DecimalMin(value = "0.5", inclusive = false) @Digits(integer = 5, fraction = 2) BigDecimal price,
        @Negative @Max(-3) long debt,
        @Email Optional<String> mail,
        @Future @Nullable Instant due,
        @Pattern(regexp = "[0-9]{4}|x") String code,
        @Pattern(regexp = "\\\\p{L}++") String word,
        @Pattern(regexp = "a", flags = Pattern.Flag.CASE_INSENSITIVE) String any,
        @Sku String sku,
        @NotNull(groups = Form.class) @Size(min = 9, groups = Form.class) @Nullable String later,
        @Size(max = 4) byte[] bytes) {}
    """,
    """
    package com.acme;

    import jakarta.validation.Constraint;
    import jakarta.validation.Payload;
    import jakarta.validation.constraints.*;
    import java.lang.annotation.*;

    @Size(max = 8)
    @Pattern(regexp = "^[A-Z]+")
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
    public @interface Sku {
      String message() default "no SKU";

      Class<?>[] groups() default {};

      Class<? extends Payload>[] payload() default {};
    }
    """,
    """
    package com.acme;

    /** There is no such form. It may have been deleted. */
    @io.triglot.ApiError(io.triglot.runtime.StatusCode.NOT_FOUND)
    public class FormNotFound extends Exception {
      private static final long serialVersionUID = 1L;
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Max;
    import jakarta.validation.constraints.Size;
    import java.util.List;

    public class FormService {
      /** Changes a form. */
      @ApiOperation("PUT /forms/{id}")
      public Form change(@Size(max = 9) String id, @Valid Form form) throws FormNotFound {
        return form;
      }

      @ApiOperation("GET /forms")
      public int formCount(@Max(3) int page, List<@Size(max = 2) String> tags) {
        return page;
      }
    }
    """
  };

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void openApiHasThemInItsSchemas(CompilerKind kind) {
    JsonNode document = openApi(kind.in(directory).compile(SOURCES).requireSuccess());
    JsonNode form = document.at("/components/schemas/Form/properties");

    assertThat(form.path("name"))
        .hasToString("{\"type\":\"string\",\"minLength\":1,\"maxLength\":50}");
    assertThat(form.path("title"))
        .hasToString(
            "{\"type\":\"string\",\"maxLength\":20,\"minLength\":1,\"pattern\":\"\\\\S\"}");
    assertThat(form.path("tags"))
        .hasToString(
            "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"maxLength\":5},\"minItems\":1}");
    assertThat(form.path("extras"))
        .hasToString(
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\",\"format\":"
                + "\"int32\",\"exclusiveMinimum\":0},\"maxProperties\":3,"
                + "\"propertyNames\":{\"pattern\":\"^[a-z]+$\"}}");
    assertThat(form.path("quantity"))
        .hasToString("{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":100}");
    assertThat(form.path("small"))
        .hasToString(
            "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":-128,\"maximum\":127}");
    assertThat(form.path("price"))
        .hasToString(
            "{\"type\":\"number\",\"exclusiveMinimum\":0.5,\"description\":"
                + "\"At most 5 digits before and 2 after the decimal point.\"}");
    assertThat(form.path("debt"))
        .hasToString("{\"type\":\"integer\",\"format\":\"int64\",\"maximum\":-3}");
    assertThat(form.path("mail"))
        .hasToString("{\"type\":[\"string\",\"null\"],\"format\":\"email\"}");
    assertThat(form.path("due"))
        .hasToString(
            "{\"type\":[\"string\",\"null\"],\"format\":\"date-time\",\"description\":"
                + "\"In the future.\"}");
    assertThat(form.path("code"))
        .hasToString("{\"type\":\"string\",\"pattern\":\"^(?:[0-9]{4}|x)$\"}");
    assertThat(form.path("word"))
        .hasToString("{\"type\":\"string\",\"description\":\"Matches `\\\\p{L}++`.\"}");
    assertThat(form.path("any"))
        .hasToString("{\"type\":\"string\",\"description\":\"Matches `a`.\"}");
    assertThat(form.path("sku"))
        .hasToString("{\"type\":\"string\",\"maxLength\":8,\"pattern\":\"^[A-Z]+$\"}");
    assertThat(form.path("later")).hasToString("{\"type\":[\"string\",\"null\"]}");
    assertThat(form.path("bytes").has("maxLength")).isFalse();
    assertThat(document.at("/components/schemas/Form/required").toString())
        .doesNotContain("later", "mail");
  }

  @Test
  void openApiHasThemOnParametersAndErrorsAmongTheResponses() {
    JsonNode document = openApi(TestCompiler.javac(directory).compile(SOURCES).requireSuccess());

    JsonNode parameters = document.at("/paths/~1forms/get/parameters");
    assertThat(parameters.at("/0/schema"))
        .hasToString("{\"type\":\"integer\",\"format\":\"int32\",\"maximum\":3}");
    assertThat(parameters.at("/1/schema/items"))
        .hasToString("{\"type\":\"string\",\"maxLength\":2}");
    JsonNode change = document.at("/paths/~1forms~1{id}/put");
    assertThat(change.at("/parameters/0/schema/maxLength").asInt()).isEqualTo(9);
    assertThat(change.at("/responses/404/description").asText()).contains("FORM_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          name     ; 1 to 50 characters.
          title    ; At most 20 characters. Not blank.
          tags     ; At least 1 element. Each element: at most 5 characters.
          extras   ; At most 3 entries. Each key: matches `[a-z]+`. Each value: more than 0.
          quantity ; 1 to 100.
          small    ; At least -1000.
          price    ; More than 0.5. At most 5 digits before and 2 after the decimal point.
          debt     ; At most -3.
          mail     ; An e-mail address.
          due      ; In the future.
          code     ; Matches `[0-9]{4}|x`.
          sku      ; At most 8 characters. Matches `^[A-Z]+`.
          bytes    ; At most 4 bytes.
          """)
  void otherContractsSayThemInWords(String field, String words) {
    Compilation compilation = Compiled.ONCE;

    assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains("\"\"\"" + words + "\"\"\"\n  " + field + ":");
    assertThat(proto(compilation, "Form"))
        .containsPattern("  // \\Q" + words + "\\E\n  [^\n]+ " + field + " =");
  }

  @Test
  void otherContractsSayWithWhatAnOperationFails() {
    String list = "Fails with:\n\n- `FORM_NOT_FOUND` (NOT_FOUND): There is no such form.".indent(2);

    assertThat(Compiled.ONCE.resource("META-INF/triglot/schema.graphqls"))
        .contains("  Changes a form.\n\n" + list.replace("\n  \n", "\n\n"));
    assertThat(proto(Compiled.ONCE, "FormService"))
        .contains(
            "  // Changes a form.\n  //\n  // Fails with:\n  //\n"
                + "  // - `FORM_NOT_FOUND` (NOT_FOUND): There is no such form.\n  rpc Change(");
  }

  private static String proto(Compilation compilation, String name) {
    return compilation.resources().entrySet().stream()
        .filter(each -> each.getKey().endsWith(".proto"))
        .map(Map.Entry::getValue)
        .filter(text -> text.contains("Generated by Triglot from com.acme." + name + "."))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode openApi(Compilation compilation) {
    return EveryProtocol.json(compilation.resource("META-INF/triglot/openapi.json"));
  }

  /** The one compilation that the tests read. */
  private static final class Compiled {
    static final Compilation ONCE =
        TestCompiler.javac(TemporaryFolder.create().path().resolve("once"))
            .compile(SOURCES)
            .requireSuccess();
  }
}
