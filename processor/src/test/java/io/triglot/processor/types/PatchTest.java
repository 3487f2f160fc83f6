package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.StatusRuntimeException;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left out, what is null and what has a value are three things on each protocol. */
class PatchTest {
  private static final String[] SOURCES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import io.triglot.Patch;
    import jakarta.annotation.security.RolesAllowed;
    import jakarta.validation.Valid;
    import jakarta.validation.constraints.Size;
    import java.math.BigDecimal;
    import java.util.List;
    import java.util.SortedSet;
    import java.util.Map;
    import org.jspecify.annotations.Nullable;

    /**
     * What changes of a product.
     *
     * @param name the new name
     */
    public record ProductPatch(
        Patch<@Size(max = 5) String> name,
        Patch<@Nullable @Size(max = 5) String> remark,
        @Size(min = 1) Patch<List<String>> tags,
        Patch<@Nullable SortedSet<Integer>> sizes,
        Patch<Map<String, Integer>> stock,
        Patch<BigDecimal> price,
        Patch<@Nullable Kind> kind,
        Patch<@Valid AddressPatch> address,
        @RolesAllowed("admin") Patch<@Nullable Long> cost) {

      public enum Kind { TEA, CUP }

      public record AddressPatch(Patch<@Size(max = 4) String> city, Patch<@Nullable String> street) {}

      public String told() {
        return "name " + told(name) + " remark " + told(remark) + " tags " + told(tags)
            + " sizes " + told(sizes) + " stock " + told(stock) + " price " + told(price)
            + " kind " + told(kind) + " cost " + told(cost) + " address "
            + address.map(a -> a.city().map(PatchText::of) + "/" + told(a.street())).orElse("-");
      }

      private static String told(Patch<?> patch) {
        return PatchText.of(patch);
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.Patch;

    final class PatchText {
      private PatchText() {}

      static String of(Object value) {
        return value instanceof Patch<?> patch
            ? patch.isPresent() ? String.valueOf(patch.value()) : "-"
            : String.valueOf(value);
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.Patch;

    /** A class whose properties are set. */
    public class Settings {
      private Patch<String> theme = Patch.absent();
      private Patch<Integer> size = Patch.absent();

      public Patch<String> getTheme() {
        return theme;
      }

      public void setTheme(Patch<String> theme) {
        this.theme = theme;
      }

      public Patch<Integer> getSize() {
        return size;
      }

      public void setSize(Patch<Integer> size) {
        this.size = size;
      }
    }
    """,
    """
    package com.acme;

    import io.triglot.ApiOperation;
    import jakarta.annotation.security.PermitAll;
    import jakarta.validation.Valid;
    import java.util.List;

    @PermitAll
    public class ProductService {
      @ApiOperation("PATCH /products/{id}")
      public String patchProduct(String id, @Valid ProductPatch patch) {
        return patch.told();
      }

      @ApiOperation("POST /settings")
      public String changeSettings(Settings settings) {
        return PatchText.of(settings.getTheme()) + " " + PatchText.of(settings.getSize());
      }

      @ApiOperation("POST /products/several")
      public List<String> patchProducts(List<@Valid ProductPatch> patches) {
        return patches.stream().map(ProductPatch::told).toList();
      }
    }
    """
  };

  private static final String NOTHING =
      "name - remark - tags - sizes - stock - price - kind - cost - address -";

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.ProductService", SOURCES);

  @Test
  void keepsThreeThingsApartOnRest() {
    assertThat(rest("{}")).isEqualTo(NOTHING);
    assertThat(rest("{\"remark\": null, \"kind\": null, \"sizes\": null}"))
        .isEqualTo(
            "name - remark null tags - sizes null stock - price - kind null cost - address -");
    assertThat(
            rest(
                """
                {"name": "n", "remark": "", "tags": ["b", "a"], "sizes": [2, 1], "stock": {},
                 "price": 1.50, "kind": "CUP", "address": {"street": null}}
                """))
        .isEqualTo(
            "name n remark  tags [b, a] sizes [1, 2] stock {} price 1.50 kind CUP cost - address"
                + " Patch.absent/null");
    assertThat(service.rest("POST", "/settings", "{\"size\": 3}").asText()).isEqualTo("- 3");
  }

  @Test
  void keepsThreeThingsApartOnGraphQl() {
    assertThat(graphQl(Map.of())).isEqualTo(NOTHING);
    assertThat(
            service
                .graphQl(
                    "mutation($r: String) { patchProduct(id: \"p\", patch: "
                        + "{name: \"x\", remark: $r, kind: null}) }",
                    Map.of())
                .asText())
        .isEqualTo("name x remark - tags - sizes - stock - price - kind null cost - address -");
    JsonNode patch =
        EveryProtocol.json(
            """
            {"remark": null, "sizes": [], "stock": [{"key": "a", "value": 1}],
             "address": {"city": "Rom"}}
            """);
    assertThat(graphQl(EveryProtocol.variables(patch)))
        .isEqualTo(
            "name - remark null tags - sizes [] stock {a=1} price - kind - cost - address"
                + " Patch[Rom]/-");
    assertThat(
            service
                .graphQl("mutation { changeSettings(settings: {theme: \"t\"}) }", Map.of())
                .asText())
        .isEqualTo("t -");
  }

  @Test
  void keepsThreeThingsApartOnGrpc() {
    assertThat(grpc("{}")).isEqualTo(NOTHING);
    assertThat(grpc("{\"name\": \"\", \"tags\": [\"a\"], \"price\": \"1.0\"}"))
        .isEqualTo("name  remark - tags [a] sizes - stock - price 1.0 kind - cost - address -");
    assertThat(
            grpc(
                "{\"name\": \"n\", \"remark\": \"ignored\", \"address\": {\"updateMask\":"
                    + " \"street\"}, \"updateMask\": \"name,sizes,kind,stock,address\"}"))
        .isEqualTo(
            "name n remark - tags - sizes [] stock {} price - kind null cost - address"
                + " Patch.absent/null");
    assertThat(
            service.grpc("ChangeSettings", "{\"settings\": {\"size\": 0}}").at("/result").asText())
        .isEqualTo("- 0");
    assertThat(
            service
                .grpc("PatchProducts", "{\"patches\": [{}, {\"updateMask\": \"remark\"}]}")
                .at("/result/1")
                .asText())
        .contains("remark null");
  }

  @Test
  void refusesWhatMayNotBeNull() {
    assertThat(service.rest("PATCH", "/products/p", "{\"name\": null}").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"patch.name\"");
    assertThat(service.rest("PATCH", "/products/p", "{\"address\": {\"city\": null}}").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"patch.address.city\"");
    assertThat(graphQlRefusal("{name: null}")).contains("INVALID_ARGUMENT", "patch.name");
    assertThatThrownBy(() -> grpc("{\"updateMask\": \"name\"}"))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("patch.name");
    assertThatThrownBy(() -> grpc("{\"address\": {\"updateMask\": \"*\"}}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("patch.address.city");
  }

  @Test
  void refusesMasksOfWhatCannotChange() {
    for (String mask : new String[] {"nothing", "address.city", "id", "updateMask"}) {
      assertThatThrownBy(() -> grpc("{\"updateMask\": \"" + mask + "\"}"))
          .hasMessageStartingWith("INVALID_ARGUMENT")
          .hasMessageContaining("patch.updateMask")
          .hasMessageContaining("must name what can change (name, remark, tags, ");
    }
  }

  @Test
  void checksConstraintsOfWhatIsGiven() {
    assertThat(service.rest("PATCH", "/products/p", "{\"name\": \"too long\"}").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"patch.name\"", "between 0 and 5");
    assertThat(service.rest("PATCH", "/products/p", "{\"tags\": []}").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"patch.tags\"");
    assertThat(
            service.rest("PATCH", "/products/p", "{\"address\": {\"city\": \"Paris\"}}").toString())
        .contains("INVALID_ARGUMENT", "\"field\":\"patch.address.city\"");
    assertThat(graphQlRefusal("{remark: \"too long\"}"))
        .contains("INVALID_ARGUMENT", "patch.remark");
    assertThatThrownBy(() -> grpc("{\"remark\": \"too long\"}"))
        .hasMessageStartingWith("INVALID_ARGUMENT")
        .hasMessageContaining("patch.remark");
  }

  @Test
  void guardsWhatIsGivenAndWhatIsOnlyNamed() {
    assertThat(service.rest("PATCH", "/products/p", "{\"cost\": null}").toString())
        .contains("UNAUTHENTICATED");
    assertThat(graphQlRefusal("{cost: null}")).contains("UNAUTHENTICATED");
    assertThatThrownBy(() -> grpc("{\"updateMask\": \"cost\"}"))
        .hasMessageStartingWith("UNAUTHENTICATED");
    assertThatThrownBy(() -> grpc("{\"updateMask\": \"*\"}"))
        .isInstanceOf(StatusRuntimeException.class);
    try {
      service.as("admin");
      assertThat(grpc("{\"updateMask\": \"cost\"}")).contains("cost null");
      assertThat(rest("{\"cost\": 7}")).contains("cost 7");
    } finally {
      service.as();
    }
  }

  @Test
  void isDescribedInEachContract() {
    JsonNode openApi =
        EveryProtocol.json(service.compilation().resource("META-INF/triglot/openapi.json"));
    JsonNode patch = openApi.at("/components/schemas/ProductPatch");
    assertThat(patch.has("required")).isFalse();
    assertThat(patch.at("/properties/name"))
        .isEqualTo(
            EveryProtocol.json(
                "{\"type\": \"string\", \"maxLength\": 5, \"description\": \"the new name\"}"));
    assertThat(patch.at("/properties/remark/type").toString()).isEqualTo("[\"string\",\"null\"]");
    assertThat(patch.at("/properties/tags/minItems").asInt()).isEqualTo(1);
    assertThat(Stream.of("application/merge-patch+json", "application/json"))
        .allMatch(
            type -> openApi.at("/paths/~1products~1{id}/patch/requestBody/content").has(type));
    assertThat(openApi.at("/paths/~1settings/post/requestBody/content").toString())
        .doesNotContain("merge-patch");
    assertThat(service.compilation().resource("META-INF/triglot/schema.graphqls"))
        .contains("  name: String\n", "  tags: [String!]\n", "  address: AddressPatchInput\n");
    assertThat(service.compilation().resource("acme/v1/product_patch.proto"))
        .contains("import \"google/protobuf/field_mask.proto\";")
        .contains("optional string name = 1;", "repeated string tags = 3;")
        .contains("google.protobuf.FieldMask update_mask = 10;");
  }

  @ParameterizedTest
  @CsvSource({
    "void set(Patch<String> name), is a patch by itself",
    "Patch<String> set(String name), is a patch by itself",
    "List<Held> set(String name), 'Clients receive Names.Held.name, which is a patch'",
    "void set(List<Patch<String>> names), Leave the Patch away there",
    "void set(Optional<Patch<String>> name), Leave the Patch away there",
    "void set(Wrapped wrapped), Leave the Optional away there"
  })
  void standsOnlyInWhatClientsSend(String method, String refusal) {
    String source =
        """
        package com.acme;

        import io.triglot.*;
        import java.util.*;

        public interface Names {
          record Held(Patch<String> name) {}

          record Wrapped(Patch<Optional<String>> name) {}

          @ApiOperation("POST /names")
          %s;
        }
        """
            .formatted(method);
    Path own = service.directory().resolve("refused" + method.hashCode());
    assertThat(TestCompiler.javac(own).compile(source).diagnostics().toString()).contains(refusal);
  }

  @ParameterizedTest
  @EnumSource
  void isReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }

  private static String rest(String patch) {
    return service.rest("PATCH", "/products/p", patch).asText();
  }

  private static String graphQl(Map<String, Object> patch) {
    return service
        .graphQl(
            "mutation($patch: ProductPatchInput!) { patchProduct(id: \"p\", patch: $patch) }",
            Map.of("patch", patch))
        .asText();
  }

  private static String graphQlRefusal(String patch) {
    return service
        .graphQl("mutation { patchProduct(id: \"p\", patch: " + patch + ") }", Map.of())
        .toString();
  }

  private static String grpc(String patch) {
    return service
        .grpc("PatchProduct", "{\"id\": \"p\", \"patch\": " + patch + "}")
        .at("/result")
        .asText();
  }
}
