package io.triglot.processor.backend.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.TestCompiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the back end: where it is shown, and that it has a page. */
class GrpcRulesTest {
  private static final String TYPE =
      """
      package com.acme;

      import java.util.List;
      import java.util.Map;
      import org.jspecify.annotations.Nullable;

      public record Thing(%s) {}
      """;
  private static final String SERVICE =
      """
      package com.acme;

      import io.triglot.ApiOperation;

      public class ThingService {
        @ApiOperation(value = "GET /thing", protocols = io.triglot.runtime.Protocol.GRPC)
        public Thing getThing() {
          return null;
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void refusesNullElements() {
    assertRefused(
        "[TriglotNullableElement] Thing.names can have null as an element, which protobuf cannot"
            + " say.",
        "List<@Nullable String> names");
    assertRefused(
        "[TriglotNullableElement] Thing.names can have null as a value, which protobuf cannot say.",
        "Map<String, @Nullable Integer> names");
  }

  @Test
  void refusesNullInCollectionsInCollections() {
    assertRefused(
        "[TriglotNullableElement] Thing.grid can have null as an element, which protobuf cannot"
            + " say.",
        "List<List<@Nullable String>> grid");
  }

  @Test
  void refusesNamesThatFallTogether() {
    assertRefused(
        "[TriglotProtoNameClash] Thing.Kind.OF_X and Thing.KindOf.X are both called"
            + " acme.v1.KIND_OF_X in protobuf.",
        "Kind kind, KindOf kindOf) { public enum Kind { OF_X } public enum KindOf { X } } record B(int i");
  }

  @Test
  void refusesMembersThatProtobufTakesForTheSame() {
    assertRefused(
        "[TriglotProtoMemberClash] Thing.line_1 and Thing.line1 are both line1 in protobuf's JSON"
            + " names.",
        "String line_1, String line1");
    assertRefused(
        "[TriglotProtoMemberClash] Thing.Kind.A_1 and Thing.Kind.A1 are both kindA1 in protobuf's"
            + " JSON names.",
        "Kind kind) { public enum Kind { A_1, A1 } } record B(int i");
  }

  @Test
  void refusesSecondNamesOfTheZeroOfAnEnum() {
    assertRefused(
        "[TriglotEnumZero] Thing.Kind.unspecified is called KIND_UNSPECIFIED in protobuf",
        "Kind kind) { public enum Kind { unspecified, A } } record B(int i");
  }

  private void assertRefused(String message, String components) {
    Compilation compilation =
        TestCompiler.javac(directory).compile(TYPE.formatted(components), SERVICE);
    assertThat(compilation.success()).isFalse();
    String diagnostics = String.join("\n", compilation.diagnostics());
    assertThat(diagnostics).contains(message);
    Matcher rule = Pattern.compile("\\[(Triglot\\w+)]").matcher(diagnostics);
    assertThat(rule.find()).isTrue();
    assertThat(Files.exists(Path.of("../docs/rules/" + rule.group(1) + ".md")))
        .as("docs/rules/%s.md", rule.group(1))
        .isTrue();
  }
}
