package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.model.ApiModel;
import io.triglot.processor.model.JavaName;
import io.triglot.processor.spi.Backend;
import io.triglot.processor.spi.Options;
import io.triglot.processor.spi.OutputSink;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.NoteBackend;
import io.triglot.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriglotProcessorTest {
  @TempDir Path directory;

  @Test
  void writesAContractForAService() throws ReflectiveOperationException {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new NoteBackend())
            .compile(
                """
                package com.acme;

                import io.triglot.ApiOperation;

                public class Greeter {
                  @ApiOperation("GET /greetings/{name}")
                  public String greet(String name) {
                    return "Hello " + name;
                  }
                }
                """)
            .requireSuccess();

    Object contract = compilation.load("com.acme.GreeterContract").getConstructor().newInstance();

    assertThat(contract.getClass().getMethod("service").invoke(contract)).isEqualTo("Greeter");
  }

  @Test
  void generatesForModulesThatReadNothingButTheRuntime() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new NoteBackend())
            .with("--add-reads")
            .with("com.acme=ALL-UNNAMED")
            .with("-Xlint:-module")
            .compile(
                "module com.acme {}",
                """
                package com.acme;

                public class Greeter {
                  @io.triglot.ApiOperation
                  public void sendGreeting() {}
                }
                """)
            .requireSuccess();

    assertThat(compilation.source("com/acme/GreeterContract.java"))
        .contains("@TriglotGenerated")
        .doesNotContain("javax.annotation.processing");
  }

  @Test
  void reportsItsOwnFailuresAsSuch() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new FailingBackend())
            .compile(
                """
                package com.acme;

                public class Greeter {
                  @io.triglot.ApiOperation
                  public void sendGreeting() {}
                }
                """);

    assertThat(compilation.success()).isFalse();
    assertThat(compilation.diagnostics())
        .singleElement()
        .asString()
        .contains("[TriglotInternal] Triglot ", "IllegalStateException: on purpose", "\tat ");
  }

  /** Gradle would delete what the processor has kept, and hand it class files in its place. */
  @Test
  void promisesGradleNoIncrementalProcessing() throws IOException {
    String declared =
        new String(
            TriglotProcessor.class
                .getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")
                .readAllBytes(),
            StandardCharsets.UTF_8);

    assertThat(declared.strip()).isEqualTo(TriglotProcessor.class.getName() + ",dynamic");
    assertThat(new TriglotProcessor().getSupportedOptions())
        .noneMatch(option -> option.startsWith("org.gradle."));
  }

  private static final class FailingBackend implements Backend {
    @Override
    public String id() {
      return "failing";
    }

    @Override
    public Lowered lower(ApiModel model, Options options) {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public void writeModule(
        SortedMap<JavaName, String> fragments, Options options, OutputSink sink) {}
  }
}
