package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids of events in contracts. */
class EventIdsTest {
  private static final String SOURCE = EventIdsBehaviour.SOURCE;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void areInTheContracts(CompilerKind kind) {
    Compilation compilation = kind.in(directory).compile(SOURCE).requireSuccess();

    assertThat(compilation.resource("META-INF/triglot/openapi.json").replaceAll("\\s+", ""))
        .contains("{\"name\":\"since\",\"in\":\"query\"")
        .contains("{\"name\":\"Last-Event-ID\",\"in\":\"header\"");
    assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains("items(since: String): Item!", "key: String!");
    assertThat(compilation.resources().toString()).contains("optional string since = 1;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ApiField(eventId = true) Optional<Long> since | is of another type than NewsService.Item.key",
        "@ApiField(eventId = true) String since | must be there",
        "@ApiField(eventId = true) Optional<String> a, @ApiField(eventId = true) Optional<String> b"
            + " | is a second id of a last event",
      })
  void areRefusedAsParameters(String parameters, String why) {
    assertRefused(
        SOURCE.replace("@ApiField(eventId = true) Optional<String> since", parameters), why);
  }

  @Test
  void areRefusedAsProperties() {
    assertRefused(SOURCE.replace("int size", "@ApiField(eventId = true) int size"), "second id");
    assertRefused(SOURCE.replace("String key,", "@Nullable String key,"), "cannot be the id");
    assertRefused(SOURCE.replace("String key,", "double key,"), "cannot be the id");
    assertRefused(
        SOURCE.replace("@ApiField(eventId = true) String key", "String key"),
        "is no stream of events with ids");
    assertRefused(SOURCE.replace("1500", "-1"), "a time below 0");
  }

  @Test
  void areKeptForPartialCompilations() {
    String[] sources = {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      """
      package com.acme;

      public record Item(@io.triglot.ApiField(eventId = true) long key) {}
      """,
      """
      package com.acme;

      import io.triglot.*;
      import java.util.concurrent.Flow;
      import org.jspecify.annotations.Nullable;

      public interface Items {
        @ApiOperation
        Flow.Publisher<Item> items(@ApiField(eventId = true) @Nullable Long since);
      }
      """
    };
    TestCompiler compiler =
        CompilerKind.JAVAC.in(directory).allowingWarnings().with("-Atriglot.lock=none");
    Compilation whole = compiler.compile(sources).requireSuccess();
    String routes = whole.source("com/acme/ItemsRoutes.java");
    assertThat(routes).contains("each -> TextForm.INT64.format(each.key())", "lastEventOrNull");

    Compilation part = compiler.compile(sources[0], sources[2]).requireSuccess();

    assertThat(part.resources()).isEqualTo(whole.resources());
    assertThat(part.source("com/acme/ItemsRoutes.java")).isEqualTo(routes);
  }

  private void assertRefused(String source, String why) {
    List<String> diagnostics =
        TestCompiler.javac(directory.resolve("r" + why.hashCode())).compile(source).diagnostics();
    assertThat(diagnostics.toString()).contains("TriglotEventId", why);
  }
}
