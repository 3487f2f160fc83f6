package io.triglot.processor.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose components the generated resources are; what comes of it is tested in the containers. */
class ComponentModelTest {
  static final String SERVICE =
      """
      package com.acme;

      public class Greeter {
        @io.triglot.ApiOperation("GET /greetings/{name}")
        public String greet(String name) {
          return name;
        }
      }
      """;

  @Test
  void isPlainWhereNothingIsSaid(@TempDir Path directory, @TempDir Path other) {
    String unsaid = resource(TestCompiler.javac(directory).compile(SERVICE));
    String plain =
        resource(TestCompiler.javac(other).with("-Atriglot.componentModel=plain").compile(SERVICE));

    assertThat(plain).isEqualTo(unsaid).contains("public final class GreeterResource");
  }

  @Test
  void isKnown(@TempDir Path directory) {
    Compilation compilation =
        TestCompiler.javac(directory).with("-Atriglot.componentModel=cdi").compile(SERVICE);

    assertThat(compilation.success()).isFalse();
    assertThat(String.join("\n", compilation.diagnostics()))
        .contains("[TriglotUnknownOption] There is no value cdi of the option triglot.")
        .contains("Write plain, jakarta or spring.");
  }

  private static String resource(Compilation compilation) {
    return compilation.requireSuccess().source("com/acme/GreeterResource.java");
  }
}
