package io.triglot.processor.backend.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.triglot.processor.testing.Compilation;
import io.triglot.runtime.Api;
import io.triglot.runtime.graphql.GraphQlEndpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every type and form of {@code cases/graphql/types}, there and back. */
class TypesSchemaTest {
  private static final String FIELDS =
      "flag tiny small number large single real letter text bytes decimal integer key instant"
          + " duration date color maybeNumber maybeText texts colors numbers matrix"
          + " counts { key value } palette { key value } dictionaries { key value }"
          + " nodes { key value { name } } node { name }";

  @TempDir static Path directory;
  private static Compilation compilation;
  private static GraphQlEndpoint endpoint;

  @BeforeAll
  static void bindTheService() throws ReflectiveOperationException {
    compilation = GraphQlCases.compile("types", directory).requireSuccess();
    endpoint =
        GraphQlEndpoint.of(
            Api.of(compilation.load("com.acme.types.TypesService").getConstructor().newInstance()));
  }

  @Test
  void aValueOfEveryTypeComesBackAsItWasSent() {
    Map<String, Object> sent = everything();
    ExecutionResult result =
        run(
            "query ($value: EverythingInput!) { echo(value: $value) { " + FIELDS + " } }",
            Map.of("value", sent));
    assertThat(result.getErrors()).isEmpty();
    assertThat(data(result)).isEqualTo(Map.of("echo", sent));
  }

  @Test
  void whatIsLeftOutKeepsTheBeansOwnValueAndNullReplacesIt() {
    ExecutionResult result =
        run(
            "{ absent: echoNode(node: {name: \"a\"}) { note }"
                + " none: echoNode(node: {name: \"a\", note: null}) { note }"
                + " some: echoNode(node: {name: \"a\", note: \"b\"}) { note } }",
            Map.of());
    assertThat(data(result))
        .containsEntry("absent", Map.of("note", "untouched"))
        .containsEntry("some", Map.of("note", "b"))
        .extractingByKey("none")
        .asString()
        .isEqualTo("{note=null}");
  }

  @Test
  void listsMapsAndOptionalsAreArguments() {
    ExecutionResult result =
        run(
            "{ lengths(nodes: [{name: \"a\", next: {name: \"b\"}}], counts: [{key: \"x\", value:"
                + " 7}], name: \"abc\") }",
            Map.of());
    assertThat(data(result)).containsEntry("lengths", List.of(2, 7, 3, -1));
  }

  @Test
  void aKeyThatOccursTwiceIsRefusedAtItsPath() {
    ExecutionResult result =
        run(
            "{ lengths(nodes: [], counts: [{key: \"x\", value: 1}, {key: \"x\", value: 2}]) }",
            Map.of());
    assertThat(violations(result)).isEqualTo(violation("counts[1].key", "must not occur twice"));
  }

  @ParameterizedTest
  @CsvSource({
    "tiny, 128, must be an integer from -128 to 127",
    "small, -32769, must be an integer from -32768 to 32767",
    "single, 1e39, must be a number in the range of a 32-bit float",
  })
  void numbersOutOfJavasRangeAreRefusedAtTheirPath(
      String field, BigDecimal value, String description) {
    Map<String, Object> sent = everything();
    sent.put(field, field.equals("single") ? value : value.intValueExact());
    ExecutionResult result =
        run(
            "query ($value: EverythingInput!) { echo(value: $value) { flag } }",
            Map.of("value", sent));
    assertThat(violations(result)).isEqualTo(violation("value." + field, description));
  }

  @Test
  void textOfTwoCharactersIsNoCharacter() {
    Map<String, Object> sent = everything();
    sent.put("letter", "ab");
    ExecutionResult result =
        run(
            "query ($value: EverythingInput!) { echo(value: $value) { flag } }",
            Map.of("value", sent));
    assertThat(violations(result)).isEqualTo(violation("value.letter", "must be one character"));
  }

  @Test
  void resultsOfEveryFormAreAnswered() {
    ExecutionResult result =
        run(
            "{ nothing { name } nested { key value { key value } } later(some: true) { key value }"
                + " none: later(some: false) { key } class(id: 5) old }",
            Map.of());
    assertThat(result.getErrors()).isEmpty();
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("nothing", null);
    expected.put("nested", List.of(entry("a", List.of(entry("b", 1)))));
    expected.put("later", List.of(entry("one", 1)));
    expected.put("none", null);
    expected.put("class", 5);
    expected.put("old", 1);
    assertThat(data(result)).isEqualTo(expected);
  }

  @Test
  void methodsWithoutResultAnswerTrue() {
    ExecutionResult result = run("mutation { note(text: \"a\") noteLater(text: \"b\") }", Map.of());
    assertThat(data(result)).isEqualTo(Map.of("note", true, "noteLater", true));
    assertThat(data(run("{ log }", Map.of()))).containsEntry("log", List.of("a", "b"));
  }

  @Test
  void parametersMayBeCalledLikeWhatGeneratedCodeDeclares() {
    assertThat(
            data(
                run(
                    "{ collisions(call: \"1\", request: \"2\", arguments: \"3\", service: \"4\","
                        + " calls: \"5\", value: \"6\") }",
                    Map.of())))
        .containsEntry("collisions", "1,2,3,4,5,6collisions");
  }

  @Test
  void batchesOfListsAndStagesAreInTheParentsOrder() {
    ExecutionResult result =
        run(
            "{ echo(value: $value) { nodes { value { label tags { key } next { label } } } } }"
                .replace("{ echo", "query ($value: EverythingInput!) { echo"),
            Map.of("value", withNodes()));
    assertThat(result.getErrors()).isEmpty();
    assertThat(data(result).toString())
        .isEqualTo(
            "{echo={nodes=[{value={label=<n>, tags=[{key=n}], next={label=<m>}}},"
                + " {value={label=<o>, tags=[{key=o}], next=null}}]}}");
  }

  @Test
  void eventsAreConverted() {
    ExecutionResult result = run("subscription { changes { key value } }", Map.of());
    Flow.Publisher<ExecutionResult> events = result.getData();
    CompletableFuture<ExecutionResult> first = new CompletableFuture<>();
    events.subscribe(new First(first));
    assertThat(data(first.join())).isEqualTo(Map.of("changes", List.of(entry("a", 1))));
  }

  @Test
  void eventsAreOfOneOfSeveralTypes() {
    ExecutionResult result =
        run(
            "subscription { figures(term: {sum: {left: {constant: {number: 1}}, right: {constant:"
                + " {number: 2}}}}) { __typename label ... on Disc { radius } } }",
            Map.of());
    Flow.Publisher<ExecutionResult> events = result.getData();
    CompletableFuture<ExecutionResult> first = new CompletableFuture<>();
    events.subscribe(new First(first));
    assertThat(data(first.join()))
        .hasToString(
            "{figures={__typename=Disc,"
                + " label=Sum[left=Constant[number=1], right=Constant[number=2]], radius=1.0}}");
  }

  private static Map<String, Object> everything() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("flag", true);
    value.put("tiny", -128);
    value.put("small", 32767);
    value.put("number", Integer.MIN_VALUE);
    value.put("large", Long.MAX_VALUE);
    value.put("single", 0.5);
    value.put("real", 1e-300);
    value.put("letter", "ß");
    value.put("text", "\"\u1F600\\\n");
    value.put("bytes", "AAEC/w==");
    value.put("decimal", new BigDecimal("12345678901234567890.1234567890"));
    value.put("integer", new BigInteger("123456789012345678901234567890"));
    value.put("key", "0190163d-8694-739b-aea5-966c26f8ad91");
    value.put("instant", "2026-01-31T23:59:59.123456789Z");
    value.put("duration", "PT8H6M12.345S");
    value.put("date", "2024-02-29");
    value.put("color", "GREEN");
    value.put("maybeNumber", null);
    value.put("maybeText", "some");
    value.put("texts", List.of("a", "b"));
    value.put("colors", List.of("GREEN", "RED"));
    value.put("numbers", List.of(1L, 2L));
    value.put("matrix", List.of(List.of(1, 2), List.of(), List.of(3)));
    value.put("counts", List.of(entry("b", 1), entry("a", 2)));
    value.put("palette", List.of(entry("x", List.of("RED"))));
    value.put("dictionaries", List.of(List.of(entry("k", "v")), List.of()));
    value.put("nodes", List.of(entry("n", Map.of("name", "deep"))));
    value.put("node", Map.of("name", "leaf"));
    return value;
  }

  private static Map<String, Object> withNodes() {
    Map<String, Object> value = everything();
    value.put(
        "nodes",
        List.of(
            entry("1", Map.of("name", "n", "next", Map.of("name", "m"))),
            entry("2", Map.of("name", "o"))));
    return value;
  }

  private static Map<String, Object> entry(String key, Object value) {
    return Map.of("key", key, "value", value);
  }

  private static Object violation(String field, String description) {
    return List.of(Map.of("field", field, "description", description));
  }

  private static Object violations(ExecutionResult result) {
    assertThat(result.getErrors()).hasSize(1);
    GraphQLError error = result.getErrors().get(0);
    assertThat(error.getExtensions()).containsEntry("code", "INVALID_ARGUMENT");
    return error.getExtensions().get("violations");
  }

  private static Map<String, Object> data(ExecutionResult result) {
    return result.getData();
  }

  private static ExecutionResult run(String query, Map<String, Object> variables) {
    return endpoint.execute(ExecutionInput.newExecutionInput(query).variables(variables).build());
  }

  private record First(CompletableFuture<ExecutionResult> first)
      implements Flow.Subscriber<ExecutionResult> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(ExecutionResult result) {
      first.complete(result);
    }

    @Override
    public void onError(Throwable failure) {
      first.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {}
  }
}
