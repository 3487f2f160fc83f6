package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of a thousand types that lead from one to the next. */
@Tag("slow")
class LargeSchemaTest {
  private static final int TYPES = 1_000;

  /** As small as a thread's stack is on some machines, and far less than on others. */
  private static final long STACK_BYTES = 256 * 1024;

  @TempDir Path directory;

  @Test
  void startsOnASmallStack() throws Exception {
    Compilation compilation =
        TestCompiler.javac(directory)
            .with(new GraphQlBackend())
            .with("-Atriglot.access=open")
            .compile("@org.jspecify.annotations.NullMarked package com.acme.chain;", chain())
            .requireSuccess();
    Object service = compilation.load("com.acme.chain.Chain").getConstructor().newInstance();
    AtomicReference<Object> answered = new AtomicReference<>();
    Thread small =
        new Thread(
            null,
            () -> {
              GraphQlEndpoint endpoint = GraphQlEndpoint.of(Api.of(service));
              answered.set(
                  endpoint
                      .execute(
                          ExecutionInput.newExecutionInput(
                                  "{ getFirst { name next { next { name } } }"
                                      + " __type(name: \"T999Input\") { name } }")
                              .build())
                      .toSpecification());
            },
            "small stack",
            STACK_BYTES);
    small.setUncaughtExceptionHandler((thread, failure) -> answered.set(failure));
    small.start();
    small.join();

    assertThat(answered.get())
        .isEqualTo(
            Map.of(
                "data",
                Map.of(
                    "getFirst",
                    Map.of("name", "0", "next", Map.of("next", Map.of("name", "2"))),
                    "__type",
                    Map.of("name", "T999Input"))));
  }

  private static String chain() {
    String records =
        IntStream.range(0, TYPES)
            .mapToObj(
                i ->
                    i == TYPES - 1
                        ? "  public record T%d(String name) {}".formatted(i)
                        : "  public record T%d(String name, @Nullable T%d next) {}"
                            .formatted(i, i + 1))
            .collect(Collectors.joining("\n"));
    return """
        package com.acme.chain;
        import io.triglot.ApiOperation;
        import org.jspecify.annotations.Nullable;
        public class Chain {
        %s
          @ApiOperation
          public T0 getFirst() {
            return new T0("0", new T1("1", new T2("2", null)));
          }

          @ApiOperation("POST /first")
          public String addFirst(T0 first) {
            return first.name();
          }
        }
        """
        .formatted(records);
  }
}
