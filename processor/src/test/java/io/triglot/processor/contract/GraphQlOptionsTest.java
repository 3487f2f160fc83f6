package io.triglot.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What options make of a schema stands in the lock, and comes of partial compilations, too. */
class GraphQlOptionsTest {
  private static final String PACKAGE =
      "@org.jspecify.annotations.NullMarked package com.acme.shop;";
  private static final String LISTS =
      """
      package com.acme.shop;
      import io.triglot.*;
      import java.util.*;
      public class Lists {
        @ApiOperation public Page<Product> listProducts(PageRequest page) { throw new Error(); }
        @ApiOperation("POST /products") public Product addProduct(Product it) { return it; }
      }
      """;
  private static final String ENTITIES =
      """
      package com.acme.shop;
      import io.triglot.*;
      import java.util.*;
      public class Entities {
        public record Sku(String sku, int region) {}
        @ApiEntity public Map<String, Product> byId(Set<String> ids) { return Map.of(); }
        @ApiEntity(key = "sku region")
        public Map<Sku, Product> bySku(Set<Sku> keys) { return Map.of(); }
      }
      """;

  @TempDir Path directory;

  private static String product(String keys, String name) {
    return """
        package com.acme.shop;
        import io.triglot.*;
        @ApiType(keys = {%s})
        public record Product(
            String id, String sku, int region, @ApiFederated(shareable = true) String %s) {}
        """
        .formatted(keys, name);
  }

  @ParameterizedTest
  @EnumSource
  void keysAndEntitiesAreLocked(CompilerKind kind) {
    LockedModule module = new LockedModule(directory, kind, "-Atriglot.graphql.federation=true");
    String both = product("\"id\", \"sku region\"", "name");
    String lock = module.write(PACKAGE, both, LISTS, ENTITIES);
    assertThat(lock)
        .contains("  graphql entity Product.id\n", "  graphql entity Product.sku+region\n")
        .contains("  graphql object Product\n    @key id:\n    @key sku region:\n");

    Compilation broken =
        module.compile(
            "read",
            PACKAGE,
            product("\"sku region\"", "name"),
            LISTS,
            ENTITIES.replace("byId", "byOther").replace("@ApiEntity public", "public"));

    assertThat(broken.success()).isFalse();
    assertThat(broken.diagnostics().toString())
        .contains("graphql object Product: @key id is gone", "graphql entity Product.id is gone")
        .contains("its objects are no longer found by this key");
  }

  @Test
  void aSubgraphIsTheSameAfterAPartialCompilation() {
    partial(
        "-Atriglot.graphql.federation=true",
        "type Product @key(fields: \"id\") @key(fields: \"sku region\") {");
  }

  @Test
  void renamedRootsAreTheSameAfterAPartialCompilation() {
    String schema = partial("-Atriglot.graphql.mutation=RootMutation", "type RootMutation {");
    assertThat(schema).contains("schema {\n  query: Query\n  mutation: RootMutation\n}");
  }

  @ParameterizedTest
  @EnumSource
  void renamedRootsAreLocked(CompilerKind kind) {
    String[] sources = {PACKAGE, product("\"id\"", "name"), LISTS};
    LockedModule module =
        new LockedModule(directory, kind, "-Atriglot.graphql.mutation=RootMutation");
    assertThat(module.write(sources)).contains("graphql field RootMutation.addProduct\n");

    Compilation usual = new LockedModule(directory, kind).compile("read", sources);

    assertThat(usual.success()).isFalse();
    assertThat(usual.diagnostics().toString())
        .contains("graphql field RootMutation.addProduct is gone");
  }

  /** Compiles the type alone, then each service alone, and compares with a clean build. */
  private String partial(String option, String expected) {
    CompilerKind kind = CompilerKind.JAVAC;
    String before = product("\"id\"", "title");
    String after = product("\"id\", \"sku region\"", "name");
    String entities =
        option.contains("federation") ? ENTITIES : ENTITIES.replaceAll("@ApiEntity(\\(.*\\))?", "");
    LockedModule module = new LockedModule(directory.resolve("parts"), kind, option);
    String first = entities.replace("@ApiEntity(key = \"sku region\")", "");
    assertThat(module.compile("none", PACKAGE, before, LISTS, first).diagnostics().toString())
        .doesNotContain("error");
    module.recompile("none", PACKAGE, after).requireSuccess();
    module.recompile("none", PACKAGE, entities).requireSuccess();
    Compilation parts = module.recompile("none", PACKAGE, LISTS).requireSuccess();
    Compilation whole =
        new LockedModule(directory.resolve("whole"), kind, option)
            .compile("none", PACKAGE, after, LISTS, entities)
            .requireSuccess();

    assertThat(outputs(parts)).isEqualTo(outputs(whole));
    String schema = whole.resource("META-INF/triglot/schema.graphqls");
    assertThat(schema).contains(expected).isEqualTo(atRunTime(whole));
    return schema;
  }

  /** What a server says that has all services of the module. */
  private static String atRunTime(Compilation compilation) {
    Api.Builder api = Api.builder();
    ClassLoader loader = compilation.loader();
    for (String service : List.of("Entities", "Lists")) {
      if (compilation.generatedSources().keySet().stream()
          .anyMatch(path -> path.endsWith("/" + service + "Contract.java"))) {
        try {
          api.service(loader.loadClass("com.acme.shop." + service).getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    return GraphQlEndpoint.of(api.build()).sdl();
  }

  private static SortedMap<String, String> outputs(Compilation compilation) {
    SortedMap<String, String> outputs = new TreeMap<>(compilation.resources());
    outputs.putAll(compilation.generatedSources());
    return outputs;
  }
}
