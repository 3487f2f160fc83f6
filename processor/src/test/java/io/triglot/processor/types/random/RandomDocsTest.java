package io.triglot.processor.types.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.DescribedNode;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.triglot.processor.backend.grpc.Protoc;
import io.triglot.processor.testing.Compilation;
import io.triglot.processor.testing.CompilerKind;
import io.triglot.processor.testing.TemporaryFolder;
import io.triglot.processor.types.EveryProtocol;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in doc comments, code compiles and contracts are valid and say it. */
class RandomDocsTest {
  private static final int COMMENTS = 30;
  private static final List<String> PIECES =
      List.of(
          "*",
          "/",
          "&#42;/",
          "*&#47;",
          "**",
          "//",
          "/*",
          "\"\"\"",
          "\\\"\"\"",
          "\"",
          "'",
          "\\",
          "\\\\",
          "#: 1 a",
          "$",
          "$L",
          "$S",
          "%s",
          "{",
          "}",
          "{@",
          "{@code ",
          "{@link ",
          "{@literal ",
          "{@value ",
          "{@inheritDoc}",
          "{@snippet :",
          "@param a ",
          "@deprecated ",
          "@return ",
          "@",
          "<",
          ">",
          "<p>",
          "<pre>",
          "</pre>",
          "<ul>",
          "<li>",
          "</ul>",
          "<code>",
          "</code>",
          "<table>",
          "<tr>",
          "<td>",
          "</table>",
          "<a href=",
          "</a>",
          "&",
          "&lt;",
          "&#0;",
          "&#7;",
          "&#x1F600;",
          "&#xD800;",
          "&#9999999;",
          "&nbsp;",
          "`",
          "```",
          "|",
          "- ",
          "    ",
          "[",
          "](",
          "]",
          "\n",
          "\n\n",
          "\r",
          "\t",
          "\f",
          "\u0000",
          "\u001b",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ufffe",
          "\\u00e9",
          "\\ud800",
          "\\u0000",
          "\ud83d\ude00",
          "a",
          "word ",
          "Ünï",
          "×");

  @Property(tries = 6)
  void areSafeInAllContracts(
      @ForAll("comments") List<String> comments, @ForAll CompilerKind compiler) {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      Compilation made = compiler.in(folder.path()).compile(sources(comments)).requireSuccess();
      Protoc.compile(made.classes());
      TypeDefinitionRegistry sdl =
          new SchemaParser().parse(made.resource("META-INF/triglot/schema.graphqls"));
      JsonNode api = EveryProtocol.json(made.resource("META-INF/triglot/openapi.json"));
      ObjectTypeDefinition type = (ObjectTypeDefinition) sdl.types().get("Thing");
      for (FieldDefinition field : type.getFieldDefinitions()) {
        String said =
            api.at("/components/schemas/Thing/properties/" + field.getName() + "/description")
                .asText();
        assertThat(words(description(field))).isEqualTo(words(said));
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(String.join("\n", sources(comments)), e);
    }
  }

  @Provide
  Arbitrary<List<String>> comments() {
    return Arbitraries.oneOf(
            Arbitraries.of(PIECES), Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces))
        .map(RandomDocsTest::asComment)
        .list()
        .ofSize(COMMENTS);
  }

  /** What ends a comment, or is an escape that Java does not know, is told apart. */
  private static String asComment(String text) {
    String known = text.replaceAll("\\\\(?=u+(?!00e9|d800|0000))", "\\\\ ");
    String comment =
        new String(
            known.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    return ("/** " + comment.replace("*/", "* /") + " */")
        .replace("**/", "* */")
        .replace("/** * */", "/** */");
  }

  private static String[] sources(List<String> comments) {
    String fields =
        IntStream.range(0, COMMENTS)
            .mapToObj(
                i ->
                    comments.get(i)
                        + "\n  @SuppressWarnings(\"deprecation\") public String f"
                        + i
                        + " = \"\";")
            .collect(Collectors.joining("\n\n  "));
    String type =
        "package com.acme;\n\n@SuppressWarnings(\"dep-ann\")\n%s\npublic class Thing {\n  %s\n}\n"
            .formatted("", fields);
    String constants =
        IntStream.range(0, COMMENTS)
            .mapToObj(i -> comments.get(i) + "\n  C" + i)
            .collect(Collectors.joining(",\n\n  "));
    String kinds =
        "package com.acme;\n\n%s\n@SuppressWarnings(\"dep-ann\")\npublic enum Kind {\n  %s\n}\n"
            .formatted(comments.get(0), constants);
    String operations =
        IntStream.range(0, COMMENTS)
            .mapToObj(
                i ->
                    comments.get(i)
                        + "\n  @io.triglot.ApiOperation(\"GET /get%1$d\")\n  public Thing get%1$d(Kind kind) { return new Thing(); }"
                            .formatted(i))
            .collect(Collectors.joining("\n\n  "));
    return new String[] {
      "@org.jspecify.annotations.NullMarked package com.acme;",
      type,
      kinds,
      "package com.acme;\n\n%s\n@SuppressWarnings(\"dep-ann\")\npublic class ThingService {\n  %s\n}\n"
          .formatted(comments.get(1), operations)
    };
  }

  private static String description(DescribedNode<?> node) {
    return node.getDescription() == null ? "" : node.getDescription().getContent();
  }

  /** Without what layout and the reason of a deprecation may change. */
  private static String words(String description) {
    return description.replaceAll("(?s)\\*\\*Deprecated\\.\\*\\*.*", "").replaceAll("\\s+", "");
  }
}
