package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.value.processor.AutoValueProcessor;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TestCompiler;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Map;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that other processors complete: Lombok, Immutables and AutoValue, in either order. */
class OtherProcessorsTest {
  private static final String[] LOMBOK = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    "package com.acme;\n@lombok.Value\npublic class Fixed { String name; int size; }",
    "package com.acme;\n@lombok.Data\npublic class Open { private String name; private int size; }",
    """
    package com.acme;

    @lombok.Builder
    @lombok.Getter
    public class Built {
      private final String name;
      private final java.util.List<Integer> sizes;
    }
    """,
    service("Fixed fixed, Open open, Built built"),
    "package com.acme;\npublic record All(Fixed fixed, Open open, Built built) {}"
  };

  private static final String[] IMMUTABLES = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import java.util.List;
    import java.util.Optional;
    import org.immutables.value.Value;

    @Value.Immutable
    public interface Fixed {
      String name();
      int size();
      Optional<String> nick();
      List<String> tags();
      @Value.Default default int rank() { return 3; }
    }
    """,
    service("Fixed fixed"),
    "package com.acme;\npublic record All(Fixed fixed) {}"
  };

  private static final String[] AUTO_VALUE = {
    "@org.jspecify.annotations.NullMarked package com.acme;",
    """
    package com.acme;

    import com.google.auto.value.AutoValue;

    @AutoValue
    public abstract class Fixed {
      public abstract String name();
      public abstract int size();
      public static Fixed create(String name, int size) { return new AutoValue_Fixed(name, size); }
    }
    """,
    """
    package com.acme;

    import com.google.auto.value.AutoValue;

    @AutoValue
    public abstract class Built {
      public abstract String getName();
      public abstract int getSize();
      public abstract Builder toBuilder();
      public static Builder builder() { return new AutoValue_Built.Builder(); }

      @AutoValue.Builder
      public abstract static class Builder {
        public abstract Builder setName(String name);
        public abstract Builder setSize(int size);
        public abstract Built build();
      }
    }
    """,
    service("Fixed fixed, Built built"),
    "package com.acme;\npublic record All(Fixed fixed, Built built) {}"
  };

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lombokWritesThem(boolean first) throws ReflectiveOperationException {
    JsonNode all =
        EveryProtocol.json(
            """
            {"fixed": {"name": "a", "size": 1}, "open": {"name": "b", "size": 2},
             "built": {"name": "c", "sizes": [3]}}
            """);
    Class<?> type = Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor");
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    comeBack(
        compile(
            TestCompiler.javac(directory), (Processor) constructor.newInstance(), first, LOMBOK),
        all,
        "fixed { name size } open { name size } built { name sizes }");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void immutablesImplementsThem(boolean first) {
    JsonNode all =
        EveryProtocol.json(
            """
            {"fixed": {"name": "a", "size": 1, "nick": "n", "tags": ["t"], "rank": 5}}
            """);
    comeBack(
        compile(
            TestCompiler.javac(directory),
            new org.immutables.processor.ProxyProcessor(),
            first,
            IMMUTABLES),
        all,
        "fixed { name size nick tags rank }");
  }

  @ParameterizedTest
  @EnumSource
  void autoValueImplementsThem(CompilerKind compiler) {
    JsonNode all =
        EveryProtocol.json(
            "{\"fixed\": {\"name\": \"a\", \"size\": 1}, \"built\": {\"name\": \"b\", \"size\": 2}}");
    for (boolean first : new boolean[] {true, false}) {
      TestCompiler own = compiler.in(directory.resolve("first-" + first));
      comeBack(
          compile(own, new AutoValueProcessor(), first, AUTO_VALUE),
          all,
          "fixed { name size } built { name size }");
    }
  }

  private static Compilation compile(
      TestCompiler compiler, Processor other, boolean first, String... sources) {
    return (first ? compiler.with(other) : compiler.withLast(other))
        .compile(sources)
        .requireSuccess();
  }

  private static void comeBack(Compilation compilation, JsonNode all, String selection) {
    try (EveryProtocol service = EveryProtocol.of(compilation, "com.acme.AllService")) {
      assertThat(service.rest("POST", "/all", all.toString())).isEqualTo(all);
      assertThat(service.grpc("EchoAll", "{\"all\": " + all + "}").get("result")).isEqualTo(all);
      assertThat(
              service.graphQl(
                  "mutation ($all: AllInput!) { echoAll(all: $all) { " + selection + " } }",
                  Map.of("all", EveryProtocol.variables(all))))
          .isEqualTo(all);
    }
  }

  private static String service(String parts) {
    return """
        package com.acme;

        import io.triglot.ApiOperation;

        /** Echoes %s. */
        public class AllService {
          @ApiOperation("POST /all")
          public All echoAll(All all) { return all; }
        }
        """
        .formatted(parts);
  }
}
