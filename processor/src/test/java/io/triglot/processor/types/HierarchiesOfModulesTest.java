package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hierarchies that come from the jar of another module, which had our processor or had not. */
class HierarchiesOfModulesTest {
  /** Early in the order of the sources, so that its own members are seen in another order. */
  private static final String EARLY =
      """
      package com.acme.lib;

      public abstract class Early implements java.util.function.Supplier<Shape.Beta> {}
      """;

  private static final String[] LIBRARY = {
    "@org.jspecify.annotations.NullMarked package com.acme.lib;",
    EARLY,
    """
    package com.acme.lib;

    /** A figure. */
    @io.triglot.ApiType
    public sealed interface Shape {
      /** What it is called. */
      String label();

      record Zeta(String label) implements Shape {}

      record Beta(String label, int size) implements Shape {}

      record Alpha(String label) implements Shape {}
    }
    """,
    "package com.acme.lib;\npublic sealed interface Deed permits Write, Read {}",
    "package com.acme.lib;\npublic record Read(String file) implements Deed {}",
    "package com.acme.lib;\npublic record Write(String file, int bytes) implements Deed {}",
    "package com.acme.lib;\n@io.triglot.ApiType\npublic record Log(java.util.List<Deed> deeds) {}"
  };

  private static final String SERVICE =
      """
      package com.acme.app;

      import com.acme.lib.Log;
      import com.acme.lib.Shape;
      import io.triglot.ApiOperation;
      import org.jspecify.annotations.NullMarked;

      @NullMarked
      @SuppressWarnings("TriglotUnknownNullness")
      public class ShapeService {
        @ApiOperation("POST /shapes") public Shape echoShape(Shape shape) { return shape; }
        @ApiOperation("POST /logs") public Log echoLog(Log log) { return log; }
      }
      """;

  /** Has the marshallers made where the types are. */
  private static final String OWN_SERVICE =
      SERVICE.replace("com.acme.app", "com.acme.lib").replace("ShapeService", "OwnService");

  private static final String SHAPE = "{\"type\":\"Beta\",\"label\":\"b\",\"size\":2}";
  private static final String LOG =
      "{\"deeds\":[{\"type\":\"Write\",\"file\":\"a\",\"bytes\":3},{\"type\":\"Read\",\"file\":\"b\"}]}";

  @TempDir Path directory;

  static Stream<Arguments> pairs() {
    return Stream.of(CompilerKind.values())
        .flatMap(
            library ->
                Stream.of(CompilerKind.values()).map(module -> Arguments.of(library, module)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void areTakenFromAProcessedModuleAsTheyAre(CompilerKind library, CompilerKind module) {
    Compilation made =
        library
            .in(directory.resolve("library"))
            .compile(
                Stream.concat(Stream.of(LIBRARY), Stream.of(OWN_SERVICE)).toArray(String[]::new))
            .requireSuccess();
    Compilation used = module.in(directory.resolve("module")).against(made.jar()).compile(SERVICE);

    used.requireSuccess();

    assertThat(used.generatedSources().keySet())
        .allSatisfy(path -> assertThat(path).startsWith("com/acme/app/ShapeService"));
    assertThat(used.resource("acme/lib/v1/shape.proto"))
        .contains("// A figure.", "Zeta zeta = 1;", "Beta beta = 2;", "Alpha alpha = 3;");
    assertThat(used.resource("META-INF/triglot/schema.graphqls"))
        .contains("\"\"\"What it is called.\"\"\"");
    assertTakesShapes(used);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void haveTheOrderOfTheirNamesWhereNothingTellsAnother(CompilerKind library, CompilerKind module) {
    Path jar =
        library
            .in(directory.resolve("library"))
            .with("-proc:none")
            .compile(
                Stream.of(LIBRARY)
                    .map(each -> each.replace("@io.triglot.ApiType", ""))
                    .toArray(String[]::new))
            .jar();
    Compilation used =
        module.in(directory.resolve("module")).against(jar).compile(SERVICE).requireSuccess();

    assertThat(used.resource("acme/lib/v1/shape.proto"))
        .contains("Alpha alpha = 1;", "Beta beta = 2;", "Zeta zeta = 3;");
    assertThat(used.resource("acme/lib/v1/deed.proto"))
        .contains("Write write = 1;", "Read read = 2;");
    assertTakesShapes(used);
  }

  private static void assertTakesShapes(Compilation compilation) {
    try (EveryProtocol api = EveryProtocol.of(compilation, "com.acme.app.ShapeService")) {
      assertThat(api.rest("POST", "/shapes", SHAPE).toString()).isEqualTo(SHAPE);
      assertThat(api.rest("POST", "/logs", LOG).toString()).isEqualTo(LOG);
      assertThat(
              api.graphQl(
                      "mutation { echoShape(shape: {beta: {label: \"b\", size: 2}})"
                          + " { type: __typename label ... on Beta { size } } }",
                      Map.of())
                  .toString())
          .isEqualTo(SHAPE);
      assertThat(api.grpc("EchoShape", "{\"shape\":{\"zeta\":{\"label\":\"z\"}}}").toString())
          .isEqualTo("{\"result\":{\"zeta\":{\"label\":\"z\"}}}");
    }
  }
}
