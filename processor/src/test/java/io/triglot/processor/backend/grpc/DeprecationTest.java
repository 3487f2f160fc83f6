package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeprecationTest {
  @TempDir Path directory;

  @Test
  void isToldInTheFilesAndDoesNotWarnInGeneratedCode() {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with("-Xlint:-deprecation,-removal")
            .compile(
                """
                package com.acme;

                public record Thing(String fresh, String old) {
                  /** @deprecated nobody needs it */
                  @Deprecated(forRemoval = true)
                  public String old() {
                    return old;
                  }
                }
                """,
                """
                package com.acme;

                import io.triglot.ApiOperation;
                import io.triglot.ApiService;
                import io.triglot.runtime.Protocol;

                @ApiService(protocols = Protocol.GRPC)
                public class ThingService {
                  @ApiOperation
                  public Thing getThing() {
                    return null;
                  }

                  @Deprecated
                  @ApiOperation
                  public void deleteThing() {}
                }
                """)
            .requireSuccess();
    assertThat(compilation.resource("acme/v1/thing.proto"))
        .contains("string old = 2 [deprecated = true];")
        .doesNotContain("string fresh = 1 [");
    assertThat(compilation.resource("acme/v1/thing_service.proto"))
        .contains(
            "rpc DeleteThing(DeleteThingRequest) returns (DeleteThingResponse) {\n"
                + "    option deprecated = true;");
    assertThat(compilation.source("com/acme/ThingMarshaller.java"))
        .contains("@SuppressWarnings({\"deprecation\", \"removal\"})");
    assertThat(compilation.source("com/acme/ThingServiceGrpc.java"))
        .contains("@SuppressWarnings({\"deprecation\", \"removal\"})");
  }
}
