package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A module tells where its custom scalars are specified. */
class SpecifiedByTest {
  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiOperation;
      import java.time.Instant;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      public class Clock {
        @ApiOperation("GET /now")
        public Instant getNow(long offset, java.util.UUID of) { return Instant.EPOCH; }
      }
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void inTheDocumentAndInTheSchema(CompilerKind kind) throws ReflectiveOperationException {
    Compilation compilation =
        kind.in(directory)
            .with("-Atriglot.graphql.scalars=java.time.Instant=Moment")
            .with(
                "-Atriglot.graphql.specifiedBy=Moment=https://example.com/moment?v=1,"
                    + "Long=https://example.com/long")
            .compile(SERVICE)
            .requireSuccess();

    assertThat(compilation.resource("META-INF/triglot/schema.graphqls"))
        .contains(
            "scalar Moment @specifiedBy(url: \"https://example.com/moment?v=1\")",
            "scalar Long @specifiedBy(url: \"https://example.com/long\")",
            "scalar UUID @specifiedBy(url: \"https://www.rfc-editor.org/rfc/rfc9562\")");
    GraphQlEndpoint endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.Clock").getConstructor().newInstance()));
    assertThat(
            endpoint
                .execute(
                    ExecutionInput.newExecutionInput(
                            "{ __type(name: \"Moment\") { specifiedByURL } }")
                        .build())
                .toSpecification()
                .toString())
        .contains("specifiedByURL=https://example.com/moment?v=1");
  }

  @ParameterizedTest
  @CsvSource({
    "Date, does not have the form",
    "Long=nowhere, does not have the form",
    "Int=https://example.com/int, Int is not a custom scalar of the module",
    "Lnog=https://example.com/long, Lnog is not a custom scalar of the module"
  })
  void onlyOfCustomScalarsThatThereAre(String option, String problem) {
    assertThat(
            TestCompiler.javac(directory)
                .with("-Atriglot.graphql.specifiedBy=" + option)
                .compile(SERVICE)
                .diagnostics())
        .singleElement()
        .asString()
        .contains(
            "[TriglotGraphQlScalarBinding] The option -Atriglot.graphql.specifiedBy cannot be"
                + " followed: ",
            problem);
  }
}
