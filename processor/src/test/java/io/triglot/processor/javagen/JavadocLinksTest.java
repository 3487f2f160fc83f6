package io.triglot.processor.javagen;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From each generated method that calls the user's, a link leads to that method. */
class JavadocLinksTest {
  private static final String BASE =
      """
      package com.acme.base;

      /** What several services have. */
      public abstract class Base<K, T extends Comparable<T>> {

        /**
         * Finds one by its key.
         *
         * @param key {@code <script>} and *&#47; and &#64;see
         * @return it
         */
        public T find(K key) { return null; }
      }
      """;

  private static final String SHOP =
      """
      package com.acme.shop;

      import com.acme.base.Base;
      import io.triglot.*;
      import java.util.*;

      /** Services in a class. */
      public class Shop {
        /** Made by nobody. */
        private Shop() {}

        /** What is found. */
        public record Item(String id, List<String> tags) {}

        /** A service in a class. */
        public static class ItemService extends Base<String, String> {
          /** Made once. */
          public ItemService() {}

          @ApiOperation
          @Override
          public String find(String key) { return key; }

          /** Finds by tags: {@code a < b}, <b>all</b> &amp; none. @see is no tag here. */
          @ApiOperation("GET /items/tagged")
          public List<Item> findTagged(int least, String... tags) { return List.of(); }

          /** Finds by a text. */
          @ApiOperation(value = "GET /items/text", name = "searchText")
          public List<Item> search(String text) { return List.of(); }

          /** Finds by bytes. */
          @ApiOperation(value = "POST /items/bytes", name = "searchBytes")
          public List<Item> search(byte[] hash, Map<String, List<String>> tags) { return List.of(); }

          /** Finds by much. */
          @ApiOperation("POST /items/much")
          public List<Item> findBy(int least, int most, String[] which, Optional<Item> like) {
            return List.of();
          }

          /** The ways to say it. */
          @ApiBatch
          public Map<Item, List<String>> spellings(Set<Item> items) { return Map.of(); }
        }

        /** Keeps things. */
        @ApiService
        public static class ThingService implements Keeper<String> {
          /** Made once. */
          public ThingService() {}

          @Override
          public String keep(String thing, long until) { return thing; }
        }

        /** Keeps things. */
        public interface Keeper<T> {
          /** Keeps a thing. */
          @ApiOperation("POST /things")
          T keep(T thing, long until);
        }
      }
      """;

  @TempDir static Path directory;
  private static Path documentation;

  @BeforeAll
  static void document() throws IOException {
    Compilation shop =
        TestCompiler.javac(directory).allowingWarnings().with("-Xdoclint:none").compile(BASE, SHOP);
    assertThat(shop.success()).describedAs(String.join("\n", shop.diagnostics())).isTrue();
    documentation = directory.resolve("documentation");
    StringWriter out = new StringWriter();
    int code =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(new PrintWriter(out), new PrintWriter(out), arguments(shop));
    assertThat(code).describedAs(out.toString()).isZero();
  }

  private static String[] arguments(Compilation shop) throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.walk(directory.resolve("sources")), Files.walk(shop.sources()))) {
      return Stream.concat(
              Stream.of(
                  "-private",
                  "-quiet",
                  "-Xdoclint:all,-missing",
                  "-Werror",
                  "-d",
                  documentation.toString(),
                  "-classpath",
                  System.getProperty("java.class.path")),
              files.map(Path::toString).filter(file -> file.endsWith(".java")))
          .toArray(String[]::new);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Routes", "Resource", "RestClient", "GraphQl", "Grpc", "GrpcClient"})
  void leadToTheUsersMethod(String suffix) throws IOException {
    assertThat(page("Shop_ItemService" + suffix))
        .contains(
            "Shop.ItemService.html#find(java.lang.String)",
            "Shop.ItemService.html#findTagged(int,java.lang.String...)",
            "Shop.ItemService.html#findBy(int,int,java.lang.String%5B%5D,java.util.Optional)",
            "Shop.ItemService.html#search(java.lang.String)",
            "Shop.ItemService.html#search(byte%5B%5D,java.util.Map)");
    assertThat(page("Shop_ThingService" + suffix))
        .contains("Shop.ThingService.html#keep(java.lang.String,long)");
  }

  @Test
  void leadToTheMethodOfABatchedField() throws IOException {
    assertThat(page("Shop_ItemServiceGraphQl"))
        .contains("Shop.ItemService.html#spellings(java.util.Set)");
  }

  private static String page(String name) throws IOException {
    return Files.readString(documentation.resolve("com/acme/shop/" + name + ".html"));
  }
}
