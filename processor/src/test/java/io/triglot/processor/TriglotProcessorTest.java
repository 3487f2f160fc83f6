package io.triglot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.NoteBackend;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
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
}
