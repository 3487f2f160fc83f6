package io.triglot.processor.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.triglot.processor.testing.CompilerKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in the contracts that are words of Java's, of properties, arguments and operations. */
class KeywordNamesTest {
  private static final List<String> WORDS =
      List.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends final finally float for goto if implements import instanceof"
                  + " int interface long native new package private protected public return short"
                  + " static strictfp super switch synchronized this throw throws transient try void"
                  + " volatile while true false null record yield var sealed permits non module when"
                  + " exports message option rpc returns")
              .split(" "));

  private static final String[] SOURCES = {
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import io.triglot.ApiField;

    public record Word(%s, @JsonProperty("transient") String other) {}
    """
        .formatted(
            declared(
                word ->
                    word.equals("transient")
                        ? "@ApiField(name = \"persistent\")"
                        : "@ApiField(name = \"" + word + "\")")),
    """
    package com.acme;

    import com.fasterxml.jackson.annotation.JsonProperty;
    import io.triglot.ApiField;
    import io.triglot.ApiOperation;
    import io.triglot.runtime.OperationKind;

    public class WordService {
      @ApiOperation("POST /words")
      public Word echo(Word word) { return word; }

      @ApiOperation(value = "GET /joined", kind = OperationKind.QUERY)
      public String join(%s) { return String.join("-", %s); }

      @ApiOperation(value = "POST /joined", name = "import", kind = OperationKind.MUTATION)
      public String take(%s) { return String.join("-", %s); }

      @ApiOperation(value = "GET /words/{class}", name = "class")
      public Word find(@ApiField(name = "class") String name, @ApiField(name = "new") boolean fresh) {
        return null;
      }

      @ApiOperation(value = "GET /words/{class}/size", name = "default", kind = OperationKind.QUERY)
      public int size(@ApiField(name = "class") String name) { return name.length(); }
    }
    """
        .formatted(
            declared(word -> "@ApiField(name = \"" + word + "\")"),
            IntStream.range(0, WORDS.size())
                .mapToObj(i -> "f" + i)
                .collect(Collectors.joining(", ")),
            declared(word -> "@ApiField(name = \"" + word + "\")"),
            IntStream.range(0, WORDS.size())
                .mapToObj(i -> "f" + i)
                .collect(Collectors.joining(", ")))
  };

  @RegisterExtension
  static final CompiledService service = new CompiledService("com.acme.WordService", SOURCES);

  private static String declared(java.util.function.UnaryOperator<String> annotation) {
    return IntStream.range(0, WORDS.size())
        .mapToObj(i -> annotation.apply(WORDS.get(i)) + " String f" + i)
        .collect(Collectors.joining(",\n        "));
  }

  @Test
  void areThoseOfPropertiesOnEachProtocol() {
    ObjectNode word = EveryProtocol.JSON.createObjectNode();
    WORDS.forEach(each -> word.put(each, "a " + each));
    word.put("persistent", "p");

    assertThat(service.rest("POST", "/words", word.toString())).isEqualTo(word);
    String fields = String.join(" ", WORDS) + " persistent";
    assertThat(
            service.graphQl(
                "mutation($w: WordInput!) { echo(word: $w) { " + fields + " } }",
                Map.of("w", EveryProtocol.variables(word))))
        .isEqualTo(word);
    String literal =
        WORDS.stream().map(each -> each + ": \"a " + each + "\"").collect(Collectors.joining(", "));
    assertThat(
            service.graphQl(
                "mutation { echo(word: {" + literal + ", persistent: \"p\"}) { " + fields + " } }",
                Map.of()))
        .isEqualTo(word);
    assertThat(service.grpc("Echo", "{\"word\": " + word + "}").at("/result")).isEqualTo(word);
  }

  @Test
  void areThoseOfArgumentsOnEachProtocol() {
    String joined = String.join("-", WORDS);
    ObjectNode arguments = EveryProtocol.JSON.createObjectNode();
    WORDS.forEach(each -> arguments.put(each, each));
    String query = WORDS.stream().map(each -> each + "=" + each).collect(Collectors.joining("&"));
    String literals =
        WORDS.stream().map(each -> each + ": \"" + each + "\"").collect(Collectors.joining(", "));

    for (JsonNode answer :
        List.of(
            service.rest("GET", "/joined?" + query, ""),
            service.rest("POST", "/joined", arguments.toString()),
            service.graphQl("{ join(" + literals + ") }", Map.of()),
            service.graphQl("mutation { import(" + literals + ") }", Map.of()),
            service.grpc("Join", arguments.toString()).get("result"),
            service.grpc("Import", arguments.toString()).get("result"))) {
      assertThat(answer.asText()).isEqualTo(joined);
    }
  }

  @Test
  void areThoseOfOperationsAndPathsOnEachProtocol() {
    assertThat(service.rest("GET", "/words/abc/size", "").asInt()).isEqualTo(3);
    assertThat(service.graphQl("{ default(class: \"abc\") }", Map.of()).asInt()).isEqualTo(3);
    assertThat(service.grpc("Default", "{\"class\": \"abc\"}").at("/result").asInt()).isEqualTo(3);
    assertThat(service.graphQl("{ class(class: \"a\", new: true) { class } }", Map.of()).isNull())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void areReadByBothCompilers(CompilerKind compiler) {
    Path own = service.directory().resolve("both").resolve(compiler.name());
    assertThat(compiler.in(own).compile(SOURCES).requireSuccess().resources())
        .isEqualTo(service.compilation().resources());
  }
}
