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

      import io.triglot.ApiField;
      import java.util.List;
      import java.util.Map;
      import org.jspecify.annotations.Nullable;

      public record Thing(
          %s) {
        %s
      }
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
  void refusesNumbersThatProtobufDoesNotAllow() {
    assertRefused(
        "Thing.java:9: error: [TriglotFieldNumber] Thing.name has the protobuf field number 19500,"
            + " which protobuf does not allow.",
        "@ApiField(number = 19500) String name");
  }

  @Test
  void refusesTwoFieldsWithOneNumber() {
    assertRefused(
        "[TriglotFieldNumber] Thing.size has the protobuf field number 3, and so has Thing.name.",
        "@ApiField(number = 3) String name, @ApiField(number = 3) int size");
  }

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
  void refusesCollectionsInCollections() {
    assertRefused(
        "[TriglotNestedCollection] Thing.grid has a collection inside of a collection, which"
            + " protobuf cannot say.",
        "List<List<String>> grid");
  }

  @Test
  void refusesNamesThatAreNotAscii() {
    assertRefused(
        "[TriglotProtoName] Thing.größe would be called größe in protobuf, which allows ASCII"
            + " letters, digits and underscores only, and a letter in front.",
        "int größe");
  }

  @Test
  void refusesNamesThatFallTogether() {
    assertRefused(
        "[TriglotProtoNameClash] Thing.htmlText and Thing.HTMLText are both called html_text in"
            + " protobuf.",
        "String HTMLText, String htmlText");
    assertRefused(
        "are both called acme.v1.KIND_BAD in protobuf.",
        "Kind kind) { enum Kind { BAD, bad } } class Unused { Unused(int i");
  }

  private void assertRefused(String message, String components) {
    Compilation compilation =
        TestCompiler.javac(directory).compile(TYPE.formatted(components, ""), SERVICE);
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
