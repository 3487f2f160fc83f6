package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor says of parameters that are streams. */
class StreamedParametersTest {
  @TempDir Path directory;

  @Test
  void areNotedNotToBeOfferedOnGraphQl() {
    Compilation compilation = compile("", "addAll(java.util.concurrent.Flow.Publisher<Long> x)");
    assertThat(compilation.success()).isTrue();
    assertThat(compilation.diagnostics())
        .hasSize(1)
        .first()
        .asString()
        .contains("note")
        .contains("[TriglotStreamProtocols]")
        .contains("Sums.addAll(x) is a stream of values, which is offered on REST and gRPC only.");
    assertThat(compilation.generatedSources().keySet())
        .contains("com/acme/SumsGrpc.java", "com/acme/SumsRoutes.java")
        .doesNotContain("com/acme/SumsGraphQl.java");
  }

  @Test
  void areNotedToBeOfferedOnGrpcOnlyBesideAStreamThatIsReturned() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .compile(
                """
                package com.acme;

                import java.util.concurrent.Flow;

                public class Sums {
                  @io.triglot.ApiOperation
                  public Flow.Publisher<Long> addLive(Flow.Publisher<Long> x) {
                    return x;
                  }
                }
                """);

    assertThat(compilation.success()).isTrue();
    assertThat(compilation.diagnostics())
        .hasSize(1)
        .first()
        .asString()
        .contains("[TriglotStreamProtocols] Sums.addLive(x) is a stream of values beside the one")
        .contains("which is offered on gRPC only.");
    assertThat(compilation.generatedSources().keySet())
        .contains("com/acme/SumsGrpc.java")
        .doesNotContain("com/acme/SumsGraphQl.java", "com/acme/SumsRoutes.java");
  }

  @Test
  void needABodyOnRest() {
    assertRefused(
        compile(
            "(value = \"GET /sum\", protocols = io.triglot.runtime.Protocol.REST)",
            "addAll(java.util.concurrent.Flow.Publisher<Long> x)"),
        "Sums.addAll(x) is a stream of values, but GET /sum has no body to send it in.");
  }

  @Test
  void areAtMostOne() {
    assertRefused(
        compile(
            "",
            "addAll(java.util.concurrent.Flow.Publisher<Long> x,"
                + " java.util.concurrent.Flow.Publisher<Long> y)"),
        "Sums.addAll takes more than one stream of values.");
  }

  @Test
  void needRestOrGrpc() {
    assertRefused(
        compile(
            "(protocols = io.triglot.runtime.Protocol.GRAPHQL)",
            "addAll(java.util.concurrent.Flow.Publisher<Long> x)"),
        "Sums.addAll(x) is a stream of values, which is offered on REST and gRPC only.");
  }

  private static void assertRefused(Compilation compilation, String problem) {
    assertThat(compilation.success()).isFalse();
    assertThat(compilation.diagnostics())
        .hasSize(1)
        .first()
        .asString()
        .contains("[TriglotStreamedParameters] " + problem);
  }

  private Compilation compile(String annotation, String method) {
    return TestCompiler.javac(directory)
        .compile(
            """
            package com.acme;

            public class Sums {
              @io.triglot.ApiOperation%s
              public long %s {
                return 0;
              }
            }
            """
                .formatted(annotation, method));
  }
}
